import Testing

@testable import Recurrent

/// What holds for every layer that reads feature vectors.
///
/// The loss is Σ c ⊙ outputs: linear in the outputs, so that c is its gradient by them.
struct LayerProperties<Model: Layer> where Model.Input == SequenceBatch<Model.Element> {
  typealias Element = Model.Element

  let layer: Model
  let xs: [[Vector<Element>]]
  let input: SequenceBatch<Element>
  /// c.
  let slopes: SequenceBatch<Element>

  /// A layer with ragged sequences: the first is short, the second the longest.
  init(
    _ layer: Model, features: Int, sequences: Int = 3, longest: Int = 3, using random: inout RandomSource
  ) throws {
    self.layer = layer
    xs = (0..<sequences).map { sequence in
      let length = sequence == 1 ? longest : 1 + sequence * 5 % longest
      return (0..<length).map { _ in random.vector(features, in: -2...2) }
    }
    input = try SequenceBatch(xs)
    let output = try layer(input)
    slopes = try SequenceBatch(
      output.lengths.map { length in
        (0..<length).map { _ in random.vector(output.features, in: -1...1) }
      })
  }

  func gradient(threads: Threads = .one) throws -> LayerGradient<Model> {
    let pass = try layer.forward(input, threads: threads)
    return try layer.backward(slopes, through: pass.trace, inputs: true, threads: threads)
  }

  /// The number of threads moves no bit.
  func expectSameBitsOfAllThreads() throws {
    let (one, expected) = (try layer(input, threads: .one), try gradient())
    for threads in [Threads.two, Threads(3)] {
      #expect(try layer(input, threads: threads) == one)
      let found = try gradient(threads: threads)
      #expect(found.weights.parameters == expected.weights.parameters)
      #expect(found.inputs == expected.inputs)
    }
  }

  /// Nothing depends on padding, and none is changed; that of the gradients by the inputs is zeros.
  func expectPaddingUnseen() throws {
    let filled = input.filled(with: 3)
    #expect(filled.padding.contains(3))
    let pass = try layer.forward(filled, threads: .one)
    #expect(pass.output == (try layer(input)))
    let found = try layer.backward(
      slopes.filled(with: -500), through: pass.trace, inputs: true, threads: .one)
    let expected = try gradient()
    #expect(found.weights.parameters == expected.weights.parameters)
    #expect(found.inputs == expected.inputs)
    for inputs in [try #require(found.inputs), try #require(expected.inputs)] {
      #expect(inputs.padding.allSatisfy { $0 == 0 })
      #expect(inputs.padding.count == input.padding.count)
    }
    #expect(filled.padding.allSatisfy { $0 == 3 })
  }

  /// Without the gradient by the inputs, that by the weights is the same.
  func expectInputsLeftOut() throws {
    let pass = try layer.forward(input, threads: .one)
    let found = try layer.backward(slopes, through: pass.trace, inputs: false, threads: .one)
    #expect(found.inputs == nil)
    #expect(found.weights.parameters == (try gradient().weights.parameters))
  }

  /// The errors of a gradient that does not fit the outputs.
  func messages(forGradients gradients: [SequenceBatch<Element>]) throws -> [String] {
    try gradients.map { gradient in
      let pass = try layer.forward(input, threads: .one)
      return shapeMessage { () throws(ShapeError) in
        _ = try layer.backward(gradient, through: pass.trace, inputs: true, threads: .one)
      }
    }
  }
}

extension LayerProperties where Element == Double {
  /// The largest relative error of the gradients against central differences.
  func gradientError() throws -> Double {
    let found = try gradient()
    let byWeights = Differences.gradient(at: layer.parameters) { parameters in
      var changed = layer
      changed.parameters = parameters
      return loss(changed, xs)
    }
    let byInputs = Differences.gradient(at: joined(xs.flatMap { $0 })) { all in
      var (rest, xs) = (Array(all)[...], xs)
      for b in xs.indices {
        for t in xs[b].indices {
          xs[b][t] = Vector(rest.prefix(input.features))
          rest = rest.dropFirst(input.features)
        }
      }
      return loss(layer, xs)
    }
    let inputs = try #require(found.inputs)
    return max(
      relativeError(found.weights.parameters, byWeights),
      relativeError(joined(inputs.sequences.flatMap { $0 }), byInputs))
  }

  func loss(_ layer: Model, _ xs: [[Vector<Double>]]) -> Double {
    guard let batch = try? SequenceBatch(xs), let output = try? layer(batch, threads: .one) else {
      return .nan
    }
    return slopes.weighing(output)
  }
}

extension SequenceBatch {
  /// Σ of the products with the elements of another batch.
  func weighing(_ other: SequenceBatch) -> Element {
    zip(sequences.joined(), other.sequences.joined()).map { dot($0, $1) }.reduce(0, +)
  }

  /// The same sequences with other padding: what lies in memory after the end of a sequence.
  func filled(with value: Element) -> SequenceBatch {
    var result = self
    let rows = result.buffer.writable() + offset
    for i in paddingIndices { rows[i] = value }
    return result
  }

  /// What lies in memory after the ends of sequences.
  var padding: [Element] {
    defer { buffer.keepAlive() }
    return paddingIndices.map { rows[$0] }
  }

  private var paddingIndices: [Int] {
    (0..<count).flatMap { b in
      (lengths[b]..<steps).flatMap { t in (0..<features).map { (t * count + b) * stride + $0 } }
    }
  }
}

/// What a shape error says.
func shapeMessage(_ body: () throws(ShapeError) -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch { return error.description }
}
