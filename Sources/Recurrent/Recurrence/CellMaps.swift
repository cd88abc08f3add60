/// A cell's equations and its weights in the order in which rows of memory hold the gates.
///
/// Cells whose reset gate acts after the product put the candidate first, the others last.
public struct CellMaps<Element: Scalar>: Equatable, Sendable {
  /// The equations.
  public let form: CellForm

  /// W of each gate, H×I.
  public var inputs: [Matrix<Element>]

  /// U of each gate, H×H; none in a cell whose gates do not see the state.
  public var recurrent: [Matrix<Element>]

  /// b of each gate, H.
  public var biases: [Vector<Element>]

  /// b_hn of the after form, or the peepholes p_i, p_f, p_o; H each.
  public var extras: [Vector<Element>]

  init(_ form: CellForm, _ maps: [AffineMap<Element>], extras: [Vector<Element>] = []) {
    self.form = form
    inputs = maps.map { $0.input }
    recurrent = maps.map { $0.recurrent }
    biases = maps.map { $0.bias }
    self.extras = extras
  }

  init(_ form: CellForm, _ maps: [InputMap<Element>]) {
    self.form = form
    inputs = maps.map { $0.weights }
    recurrent = []
    biases = maps.map { $0.bias }
    extras = []
  }

  /// Checks all weights: what is packed from them is read without further checks, and a cell's weights may be set.
  func check(inputSize: Int, hiddenSize: Int) throws(ShapeError) {
    for matrix in inputs { try matrix.check("input weights", rows: hiddenSize, columns: inputSize) }
    for matrix in recurrent { try matrix.check("recurrent weights", rows: hiddenSize, columns: hiddenSize) }
    for vector in biases + extras { try vector.check("bias or peephole", count: hiddenSize) }
  }

  /// The affine map of a gate.
  func map(_ gate: Int) -> AffineMap<Element> {
    AffineMap(input: inputs[gate], recurrent: recurrent[gate], bias: biases[gate])
  }
}
