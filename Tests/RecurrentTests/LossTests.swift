import Testing

@testable import Recurrent

/// The three losses: values by hand, gradients against differences, and targets that do not fit.
///
/// The values were computed by torch 2.15.0 in float64: `mse_loss`, `binary_cross_entropy_with_logits` and
/// `cross_entropy` of the numbers below; see `Reference/loss_cases.py`.
struct LossTests {
  let one: [[Vector<Double>]] = [[[0.5], [-2]], [[30]]]
  let three: [[Vector<Double>]] = [[[0.5, -1, 2], [0.25, 3, -0.75]], [[-40, 1, 1.5]]]

  func error<Objective: Loss<Double>>(
    _ loss: Objective, _ outputs: [[Vector<Double>]], _ target: Objective.Target
  ) throws -> Double {
    let found = try loss(SequenceBatch(outputs), target).gradient
    let flat = Vector(outputs.flatMap { $0.flatMap { Array($0) } })
    let expected = Differences.gradient(at: flat) { changed in
      var rest = Array(changed)
      let outputs = outputs.map { sequence in
        sequence.map { y in
          defer { rest.removeFirst(y.count) }
          return Vector(rest.prefix(y.count))
        }
      }
      guard let batch = try? SequenceBatch(outputs), let value = try? loss(batch, target) else { return .nan }
      return value.loss
    }
    let slopes = Vector(found.sequences.flatMap { $0.flatMap { Array($0) } })
    return (slopes - expected).maxNorm
  }

  @Test func meanSquaredError() throws {
    let loss = MeanSquaredError<Double>()
    let targets: [[Vector<Double>]] = [[[1, 0, 2], [0.5, 2.5, 0]], [[-39, 0, 1]]]
    let value = try loss(SequenceBatch(three), SequenceBatch(targets))
    #expect((value.loss - 0.4861111111111111).magnitude < 1e-15)
    #expect(try error(loss, three, SequenceBatch(targets)) < 1e-9)
  }

  @Test func logistic() throws {
    let loss = LogisticLoss<Double>()
    let value = try loss(SequenceBatch(one), [[true, true], [false]])
    #expect((value.loss - 10.86700166507439).magnitude < 1e-14)
    #expect(try error(loss, one, [[true, true], [false]]) < 1e-9)
    #expect(try error(loss, one, [[nil, true], [true]]) < 1e-9)
  }

  @Test func softmaxOfClasses() throws {
    let loss = SoftmaxLoss<Double>()
    let value = try loss(SequenceBatch(three), [[2, 0], [0]])
    #expect((value.loss - 15.016406582357682).magnitude < 1e-14)
    #expect(try error(loss, three, [[2, 0], [0]]) < 1e-8)
    #expect(try error(loss, three, [[nil, 1], [2]]) < 1e-8)
    let sum = softmax(Vector<Double>([0.5, -1, 2])).sum
    #expect((sum - 1).magnitude < 1e-15)
  }

  /// What a large loss or a small one is, in Float: neither overflows nor becomes 0 too soon.
  @Test func extremeLogits() throws {
    let loss = LogisticLoss<Float>()
    #expect(try loss(SequenceBatch([[[200]]]), [[false]]).loss == 200)
    #expect(try loss(SequenceBatch([[[30]]]), [[true]]).loss == Float.exp(-30))
    let classes = try SoftmaxLoss<Float>()(SequenceBatch([[[1000, -1000]]]), [[1]])
    #expect(classes.loss == 2000)
    #expect(classes.gradient[0, 0] == [1, -1])
  }

  /// A target that is nil, and padding, have no gradient and do not count.
  @Test func whatDoesNotCountHasNoGradient() throws {
    let value = try SoftmaxLoss<Double>()(SequenceBatch(three), [[nil, 1], [nil]])
    let alone = try SoftmaxLoss<Double>()(SequenceBatch([[three[0][1]]]), [[1]])
    #expect(value.loss == alone.loss)
    #expect(value.gradient[0, 0] == [0, 0, 0])
    #expect(value.gradient[0, 1] == alone.gradient[0, 0])
    let rows = UnsafeBufferPointer(start: value.gradient.rows, count: value.gradient.buffer.count)
    #expect(rows.filter { $0 != 0 }.count == 3)
  }

  /// A layer leaves something in the padding of its outputs; no loss sees it.
  @Test func paddingIsNotSeen() throws {
    var random = RandomSource(seed: 1)
    let cell = RNNCell<Double>(inputSize: 3, hiddenSize: 3, using: &random)
    let states = try RecurrentLayer(cell).run(SequenceBatch(three)).states
    let clean = try SequenceBatch(states.sequences)
    let targets = try SequenceBatch(three)
    #expect(try MeanSquaredError()(states, targets) == MeanSquaredError()(clean, targets))
    #expect(try SoftmaxLoss()(states, [[2, 0], [0]]) == SoftmaxLoss()(clean, [[2, 0], [0]]))
    let readout = DenseLayer<Double>(inputSize: 3, outputSize: 1, using: &random)
    let (seen, hidden) = (try readout(states), try readout(clean))
    #expect(
      try LogisticLoss()(seen, [[true, false], [true]]) == LogisticLoss()(hidden, [[true, false], [true]]))
  }

  @Test func targetsThatDoNotFitAreNamed() throws {
    let (one, three) = (try SequenceBatch(one), try SequenceBatch(three))
    func message(_ body: () throws(BatchError) -> Void) -> String {
      do {
        try body()
        return "no error"
      } catch { return error.description }
    }
    func logistic(_ target: [[Bool?]]) -> String {
      message { () throws(BatchError) in _ = try LogisticLoss<Double>()(one, target) }
    }
    func softmax(_ target: [[Int?]]) -> String {
      message { () throws(BatchError) in _ = try SoftmaxLoss<Double>()(three, target) }
    }
    func square(_ target: [[Vector<Double>]]) -> String {
      message { () throws(BatchError) in
        _ = try MeanSquaredError<Double>()(three, try SequenceBatch(target))
      }
    }
    #expect(logistic([[true, true]]) == "targets: expected 2, one for each sequence, found 1")
    #expect(logistic([[true], [true]]) == "sequence 0: expected 2 targets, one for each step, found 1")
    #expect(logistic([[nil, nil], [nil]]) == "expected a target that counts, found none")
    #expect(
      message { () throws(BatchError) in _ = try LogisticLoss<Double>()(three, [[true, true], [true]]) }
        == "sequence 0, step 0: expected 1 features, found 3")
    #expect(softmax([[0, 3], [1]]) == "sequence 0, step 1: expected a number from 0 to 2, found 3")
    #expect(softmax([[0, 1], [-1]]) == "sequence 1, step 0: expected a number from 0 to 2, found -1")
    #expect(square([[[1, 2, 3]]]) == "targets: expected 2, one for each sequence, found 1")
    #expect(
      square([[[1, 2, 3]], [[1, 2, 3]]]) == "sequence 0: expected 2 targets, one for each step, found 1")
    #expect(square([[[1], [1]], [[1]]]) == "sequence 0, step 0: expected 3 features, found 1")
  }
}
