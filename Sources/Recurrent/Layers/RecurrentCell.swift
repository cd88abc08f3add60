/// A cell that layers can run over batches of sequences.
public protocol RecurrentCell<Element>: Parameterised {
  /// What a step hands to the next: h, or h and c.
  associatedtype State: Equatable, Sendable

  /// I, the number of inputs.
  var inputSize: Int { get }

  /// H, the number of hidden units.
  var hiddenSize: Int { get }

  /// The equations and the weights.
  var maps: CellMaps<Element> { get }

  /// The same cell with other weights of the same shapes.
  func with(_ maps: CellMaps<Element>) -> Self

  /// The vectors of a state, H elements each.
  static func vectors(of state: State) -> [Vector<Element>]

  /// The state of the given vectors.
  static func state(of vectors: [Vector<Element>]) -> State
}

extension RecurrentCell where State == Vector<Element> {
  /// The one vector h.
  public static func vectors(of state: Vector<Element>) -> [Vector<Element>] { [state] }

  /// The one vector h.
  public static func state(of vectors: [Vector<Element>]) -> Vector<Element> { vectors[0] }
}
