import Recurrent

/// The adding problem: two of many numbers are marked; their sum is asked for at the end.
///
/// Each step is a number spread evenly over 0 to 1 and a mark, 1 at one step of the first half and one of the
/// second, 0 elsewhere. After S. Hochreiter and J. Schmidhuber, "Long short-term memory", Neural Computation 9,
/// 1997, in the form of Q. V. Le, N. Jaitly and G. E. Hinton, arXiv:1504.00941, with numbers of 0 to 1.
public struct AddingProblem: SequenceGenerator {
  /// The mean squared error of the answer 1, which is the best that takes no notice of the input: 1/6.
  ///
  /// The sum of two such numbers has the mean 1; an answer of the mean errs by the variance, which is 1/12 for
  /// each number, ∫₀¹(x − ½)² dx, and adds up for two independent ones.
  public static let baseline = 1.0 / 6

  /// The number of steps.
  public let length: Int

  /// Problems of that many steps.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` for fewer than 2 steps.
  public init(length: Int = 100) throws(CorpusError) {
    try check(length >= 2, "length", "2 or more", found: length)
    self.length = length
  }

  /// A problem of two inputs a step, number and mark, and one target, at the last step.
  public func example(using random: inout RandomSource) -> SignalSequence {
    let marked = [random.int(below: length / 2), length / 2 + random.int(below: length - length / 2)]
    var inputs: [Vector<Float>] = []
    for step in 0..<length {
      inputs.append([random.uniform(0, 1), marked.contains(step) ? 1 : 0])
    }
    var targets = [Vector<Float>?](repeating: nil, count: length)
    targets[length - 1] = [inputs[marked[0]][0] + inputs[marked[1]][0]]
    return SignalSequence(unchecked: inputs, targets)
  }
}
