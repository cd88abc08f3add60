import Recurrent
import Testing

/// PyTorch's attention, layer normalisation, or a block of both: see Reference/attention_cases.py.
struct AttentionCase: Sendable, CustomTestStringConvertible {
  let name: String
  let kind: Kind
  let heads: Int

  /// By sequence and step.
  let x: [[Vector<Double>]]
  let y: [[Vector<Double>]]

  /// What the loss weighs the outputs with, and its gradient by the inputs.
  let loss: [[Vector<Double>]]
  let dx: [[Vector<Double>]]

  let item: Fixture.Case

  enum Kind: String {
    case attention, norm, block
  }

  init(_ item: Fixture.Case) throws {
    name = item.name
    kind = try item.remark("kind")
    heads = try #require(Int(try item.remark("heads")))
    let lengths = try item.remark("lengths").split(separator: " ").compactMap { Int($0) }
    func sequences(_ key: String) throws -> [[Vector<Double>]] {
      let tensor: PackedTensor<Double> = try item.tensor(key)
      return zip(tensor.parts, lengths).map { Array($0.rows.prefix($1)) }
    }
    x = try sequences("x")
    y = try sequences("y")
    loss = try sequences("loss")
    dx = try sequences("gradient/x")
    self.item = item
  }

  static func all(_ kind: Kind) throws -> [AttentionCase] {
    try Fixture.attention.get().cases.map { try AttentionCase($0) }.filter { $0.kind == kind }
  }

  var testDescription: String { name }

  func vector(_ key: String) throws -> Vector<Double> {
    let tensor: PackedTensor<Double> = try item.tensor(key)
    return Vector(tensor.values)
  }

  /// A map that PyTorch keeps as NAMEweight and NAMEbias, or a third of one.
  func dense(
    _ prefix: String, _ name: String, part: Int? = nil, activation: DenseLayer<Double>.Activation = .linear
  ) throws -> DenseLayer<Double> {
    var weights: PackedTensor<Double> = try item.tensor("\(prefix)\(name)weight")
    var bias: PackedTensor<Double> = try item.tensor("\(prefix)\(name)bias")
    if let part {
      let size = weights.shape[0] / 3
      weights.values = Array(weights.values[part * size * size..<(part + 1) * size * size])
      weights.shape = [size, size]
      bias.values = Array(bias.values[part * size..<(part + 1) * size])
    }
    return try DenseLayer(
      weights: weights.matrix(), bias: Vector(bias.values), activation: activation)
  }

  /// The attention, or its gradient, under a prefix: `weights/` or `gradient/weights/`.
  func attention(_ prefix: String) throws -> SelfAttention<Double> {
    try SelfAttention(
      query: dense(prefix, "in_proj_", part: 0), key: dense(prefix, "in_proj_", part: 1),
      value: dense(prefix, "in_proj_", part: 2), output: dense(prefix, "out_proj."), heads: heads)
  }

  func norm(_ prefix: String) throws -> LayerNorm<Double> {
    let gain = try vector("\(prefix)weight")
    var norm = LayerNorm<Double>(features: gain.count)
    norm.gain = gain
    norm.bias = try vector("\(prefix)bias")
    return norm
  }

  typealias Block = Chain<
    Residual<Chain<LayerNorm<Double>, AttentionLayer<Double>>>,
    Residual<Chain<LayerNorm<Double>, Chain<DenseLayer<Double>, DenseLayer<Double>>>>
  >

  func block(_ prefix: String) throws -> Block {
    let attention = AttentionLayer(try attention("\(prefix)attention."))
    let hidden = try dense(prefix, "linear1.", activation: .tanh)
    let output = try dense(prefix, "linear2.")
    return Residual(try norm("\(prefix)norm1.").then(attention))
      .then(Residual(try norm("\(prefix)norm2.").then(hidden.then(output))))
  }

  /// The largest difference of a layer from PyTorch's outputs, and of its gradient as a fraction of the largest element.
  func errors<Model: Layer>(of layer: Model, gradient: Model) throws -> (outputs: Double, gradient: Double)
  where Model.Element == Double, Model.Input == SequenceBatch<Double> {
    let pass = try layer.forward(try SequenceBatch(x), threads: .two)
    let found = try layer.backward(
      try SequenceBatch(loss), through: pass.trace, inputs: true, threads: .two)
    let inputs = try #require(found.inputs)
    return (
      largestDifference(pass.output.sequences, y),
      max(
        relativeDifference([[found.weights.parameters]], [[gradient.parameters]]),
        relativeDifference(inputs.sequences, dx))
    )
  }
}
