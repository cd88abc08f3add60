import Recurrent

/// The kind of cell of a case.
enum LayerKind: String, CaseIterable, Sendable {
  case rnn
  case gruBefore = "gru before"
  case gruAfter = "gru after"
  case lstm
  case lstmPeepholes = "lstm peepholes"
}

/// Whose packing the weights of a case have.
enum LayerFramework: String, Sendable {
  case torch
  case keras
  case onnxruntime
}

/// A cell's run over one sequence, and the way back through it.
struct LayerRun<Cell: LayerCell>: Sendable {
  /// The hidden state after each step.
  let outputs: [Vector<Cell.Element>]

  /// The state after the last step.
  let final: Cell.State

  /// The gradient of a loss that takes the given from the outputs and from the final state.
  let gradient:
    @Sendable (_ outputs: [Vector<Cell.Element>], _ final: Cell.State) -> SequenceGradient<Cell, Cell.State>
}

/// A readable cell, as layers made of it need it: read from a framework's tensors, run and differentiated.
protocol LayerCell: RecurrentCell, Equatable {
  /// The kinds that this type computes.
  static var kinds: [LayerKind] { get }

  /// The cell of the tensors of one layer and direction, named as those of a first forward layer.
  init(_ tensors: [PackedTensor<Element>], by framework: LayerFramework, kind: LayerKind) throws

  /// One sequence, in the order given.
  func run(over xs: [Vector<Element>], from initial: State) -> LayerRun<Self>
}

extension LayerCell {
  /// What the loss takes from each output, with what it takes from the last as the final state.
  static func adding(_ final: Vector<Element>, toLastOf outputs: [Vector<Element>]) -> [Vector<Element>] {
    guard let last = outputs.last else { return [] }
    return outputs.dropLast() + [last + final]
  }
}

extension RNNCell: LayerCell {
  static var kinds: [LayerKind] { [.rnn] }

  init(_ tensors: [PackedTensor<Element>], by framework: LayerFramework, kind: LayerKind) throws {
    func tensor(_ name: String) throws -> PackedTensor<Element> {
      guard let tensor = tensors.first(where: { $0.name == name }) else {
        throw ConventionError.missing(tensor: name)
      }
      return tensor
    }
    switch framework {
    case .torch:
      let bias = try Vector(tensor("bias_ih_l0").values) + Vector(tensor("bias_hh_l0").values)
      try self.init(
        weights: AffineMap(
          input: try tensor("weight_ih_l0").matrix(), recurrent: try tensor("weight_hh_l0").matrix(),
          bias: bias))
    case .keras:
      try self.init(
        weights: AffineMap(
          input: try tensor("kernel").matrix(isTransposed: true),
          recurrent: try tensor("recurrent_kernel").matrix(isTransposed: true),
          bias: Vector(try tensor("bias").values)))
    case .onnxruntime:
      let units = try tensor("R").shape[2]
      let isBiased = tensors.contains { $0.name == "B" }
      let biases = isBiased ? try tensor("B").values : Array(repeating: 0, count: 2 * units)
      try self.init(
        weights: AffineMap(
          input: try tensor("W")[part: 0].matrix(), recurrent: try tensor("R")[part: 0].matrix(),
          bias: Vector(biases.prefix(units)) + Vector(biases.suffix(units))))
    }
  }

  func run(over xs: [Vector<Element>], from initial: Vector<Element>) -> LayerRun<Self> {
    let steps = steps(over: xs, from: initial)
    return LayerRun(outputs: steps.map(\.state), final: steps.last?.state ?? initial) { outputs, final in
      gradient(through: steps, of: Self.adding(final, toLastOf: outputs))
    }
  }
}

extension GRUCell: LayerCell {
  static var kinds: [LayerKind] { [.gruBefore, .gruAfter] }

  init(_ tensors: [PackedTensor<Element>], by framework: LayerFramework, kind: LayerKind) throws {
    let isAfter = kind == .gruAfter
    let convention: GRUConvention =
      switch framework {
      case .torch: .pyTorch
      case .keras: .keras(resetAfter: isAfter)
      case .onnxruntime: .onnx(linearBeforeReset: isAfter)
      }
    try self.init(tensors, packedAs: convention)
  }

  func run(over xs: [Vector<Element>], from initial: Vector<Element>) -> LayerRun<Self> {
    let steps = states(over: xs, from: initial)
    return LayerRun(outputs: steps.map(\.state), final: steps.last?.state ?? initial) { outputs, final in
      gradient(through: steps, of: Self.adding(final, toLastOf: outputs))
    }
  }
}

extension LSTMCell: LayerCell {
  static var kinds: [LayerKind] { [.lstm, .lstmPeepholes] }

  init(_ tensors: [PackedTensor<Element>], by framework: LayerFramework, kind: LayerKind) throws {
    let convention: LSTMConvention =
      switch framework {
      case .torch: .pyTorch
      case .keras: .keras
      case .onnxruntime: .onnx
      }
    try self.init(tensors, packedAs: convention)
  }

  func run(over xs: [Vector<Element>], from initial: LSTMState<Element>) -> LayerRun<Self> {
    let steps = states(over: xs, from: initial)
    return LayerRun(outputs: steps.map(\.state), final: steps.last?.next ?? initial) { outputs, final in
      gradient(
        through: steps, of: Self.adding(final.hidden, toLastOf: outputs), lastCell: final.cell)
    }
  }
}
