import Recurrent

/// An example of vectors and the vectors they should be answered with.
public struct SignalSequence: Equatable, Sendable {
  /// The input of each step, all of one size.
  public let inputs: [Vector<Float>]

  /// The target of each step, all of one size; nil where none is asked for.
  public let targets: [Vector<Float>?]

  /// An example.
  ///
  /// - Throws: ``CorpusError`` if inputs and targets differ in number, or the vectors of either in size.
  public init(inputs: [Vector<Float>], targets: [Vector<Float>?]) throws(CorpusError) {
    if targets.count != inputs.count { throw .targetCount(expected: inputs.count, found: targets.count) }
    try Self.checkWidths(inputs)
    try Self.checkWidths(targets)
    self.init(unchecked: inputs, targets)
  }

  init(unchecked inputs: [Vector<Float>], _ targets: [Vector<Float>?]) {
    self.inputs = inputs
    self.targets = targets
  }

  /// The number of steps.
  public var count: Int { inputs.count }

  private static func checkWidths(_ vectors: [Vector<Float>?]) throws(CorpusError) {
    var expected: Int?
    for (step, vector) in vectors.enumerated() {
      guard let vector else { continue }
      let width = expected ?? vector.count
      if vector.count != width { throw .width(step: step, expected: width, found: vector.count) }
      expected = width
    }
  }
}

extension SignalSequence {
  /// The prediction of each next value of a signal: n values give n − 1 steps of one number each.
  public static func nextStep(_ signal: some Collection<Float>) -> SignalSequence {
    let steps = signal.map { Vector<Float>([$0]) }
    return SignalSequence(unchecked: Array(steps.dropLast()), Array(steps.dropFirst()))
  }

  /// The same prediction over windows of the signal, each of `length` steps, `stride` steps apart.
  ///
  /// A window takes length + 1 values; windows that do not fit whole are left out.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` unless length and stride are positive.
  public static func windows(
    of signal: [Float], length: Int, stride: Int = 1
  ) throws(CorpusError) -> [SignalSequence] {
    try check(length > 0, "length", "a positive number", found: length)
    try check(stride > 0, "stride", "a positive number", found: stride)
    if signal.count <= length { return [] }
    return Swift.stride(from: 0, to: signal.count - length, by: stride).map { start in
      nextStep(signal[start...start + length])
    }
  }
}
