import Recurrent
import Testing

/// One of ONNX's own tests of its operators RNN, GRU and LSTM: see Reference/onnx_backend.py.
struct OnnxBackendCase: Sendable, CustomTestStringConvertible {
  /// The operators, as the models spell them.
  enum Operator: String, Sendable {
    case rnn = "RNN"
    case gru = "GRU"
    case lstm = "LSTM"
  }

  let item: Fixture.Case
  let name: String
  let operation: Operator
  let direction: LayerDirection

  /// Whether the batch is the first axis of X, Y, Y_h and Y_c: `layout` is 1.
  let isBatchFirst: Bool

  /// Whether a GRU resets after the recurrent product.
  let linearBeforeReset: Bool

  var testDescription: String { name }

  static func all() throws -> [OnnxBackendCase] {
    try Fixture.onnxBackend.get().cases.map { try OnnxBackendCase($0) }
  }

  init(_ item: Fixture.Case) throws {
    self.item = item
    name = item.name
    operation = try item.remark("operator")
    direction = try item.remark("direction")
    isBatchFirst = try item.remark("layout") == "1"
    linearBeforeReset = item.remarks["linear_before_reset"].map { $0 != "0" } ?? false
  }

  /// What an operator gives: Y by sequence and step, with zeros past a sequence's length, Y_h and Y_c by direction
  /// and sequence. Nil where a case does not say what is expected.
  struct Outputs: Sendable {
    var y: [[Vector<Float>]]?
    var hidden: [[Vector<Float>]]?
    var cell: [[Vector<Float>]]?
  }

  /// What the case expects.
  func expected() throws -> Outputs {
    Outputs(
      y: try optional("output/Y").map { tensor in
        // (T, D, B, H), or (B, T, D, H): the directions of a step stand side by side.
        let steps = isBatchFirst ? tensor.parts : batchFirst(tensor)
        return steps.map { $0.parts.map { Vector($0.values) } }
      },
      hidden: try optional("output/Y_h").map(states), cell: try optional("output/Y_c").map(states))
  }

  /// What the readable cell gives, and how many sequences and steps it ran over.
  func found<Cell: LayerCell>(by type: Cell.Type) throws -> Outputs where Cell.Element == Float {
    let x = try item.tensor("input/X") as PackedTensor<Float>
    let sequences = (isBatchFirst ? x : x.swapped).parts.map(\.rows)
    let lengths = try item.tensors["input/sequence_lens"]?.integers() ?? sequences.map(\.count)
    let cells = try (0..<direction.count).map { try cell($0, by: type) }
    let units = Int(try item.remark("hidden_size")) ?? 0
    let zeros = Array(
      repeating: Array(repeating: Vector<Float>.zeros(units), count: lengths.count), count: direction.count)
    let hidden = try optional("input/initial_h").map(states) ?? zeros
    let cellState = try optional("input/initial_c").map(states) ?? zeros
    let initial = zip(hidden, cellState).map { zip($0, $1).map { Cell.state(of: [$0, $1]) } }

    let pass = ReadableLayers(cells: [cells], direction: direction)
      .run(over: zip(sequences, lengths).map { Array($0.prefix($1)) }, from: [initial])
    let padded = zip(pass.outputs, sequences).map { outputs, xs in
      outputs + xs.dropFirst(outputs.count).map { _ in .zeros(units * direction.count) }
    }
    let final = pass.final[0].map { $0.map { Cell.vectors(of: $0) } }
    return Outputs(
      y: padded, hidden: final.map { $0.map { $0[0] } },
      cell: operation == .lstm ? final.map { $0.map { $0[1] } } : nil)
  }

  /// The cell of one direction's part of W, R, B and P.
  private func cell<Cell: LayerCell>(
    _ place: Int, by type: Cell.Type
  ) throws -> Cell where Cell.Element == Float {
    let tensors = try ["W", "R", "B", "P"].compactMap { name -> PackedTensor<Float>? in
      guard let part = try optional("input/" + name)?[part: place] else { return nil }
      return PackedTensor(name: name, shape: [1] + part.shape, values: part.values)
    }
    let kind: LayerKind =
      switch operation {
      case .rnn: .rnn
      case .gru: linearBeforeReset ? .gruAfter : .gruBefore
      case .lstm: .lstm
      }
    return try Cell(tensors, by: .onnxruntime, kind: kind)
  }

  private func optional(_ key: String) throws -> PackedTensor<Float>? {
    item.tensors[key] == nil ? nil : try item.tensor(key)
  }

  /// (D, B, H), or (B, D, H) with the batch first, by direction and sequence.
  private func states(_ tensor: PackedTensor<Float>) -> [[Vector<Float>]] {
    (isBatchFirst ? tensor.swapped : tensor).parts.map(\.rows)
  }

  /// (T, D, B, H) as a tensor (T, D, H) for each sequence.
  private func batchFirst(_ tensor: PackedTensor<Float>) -> [PackedTensor<Float>] {
    tensor.shape[2] == 0
      ? []
      : (0..<tensor.shape[2]).map { sequence in
        let values = tensor.parts.flatMap { $0.swapped[part: sequence].values }
        return PackedTensor(
          name: tensor.name, shape: [tensor.shape[0], tensor.shape[1], tensor.shape[3]], values: values)
      }
  }
}
