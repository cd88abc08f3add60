import Recurrent

/// Sine waves of random phase, to be continued: the data of PyTorch's time-sequence example.
///
/// A wave is sin((t + φ)/T) for t from 0, with a whole phase φ drawn from −4T up to but not including 4T, as
/// `numpy.random.randint` draws it. The example has T = 20 and 100 waves of 1,000 steps, of which it keeps
/// the first three for testing. T counts the steps of a radian; a period has 2πT of them.
public struct SineWaves: SequenceGenerator {
  /// T, the steps of a radian.
  public let stepsPerRadian: Int

  /// The number of values of a wave.
  public let length: Int

  /// Waves of the example's size unless another is given.
  ///
  /// - Throws: ``CorpusError/parameter(_:expected:found:)`` unless 1 ≤ T ≤ 10,000 and 2 ≤ length ≤ 10,000.
  public init(stepsPerRadian: Int = 20, length: Int = 1000) throws(CorpusError) {
    try check(1...10_000 ~= stepsPerRadian, "stepsPerRadian", "1 to 10,000", found: stepsPerRadian)
    try check(2...10_000 ~= length, "length", "2 to 10,000", found: length)
    self.stepsPerRadian = stepsPerRadian
    self.length = length
  }

  /// The values of the wave with that phase.
  public func wave(phase: Int) -> [Float] {
    (0..<length).map { Float(sine((Double($0) + Double(phase)) / Double(stepsPerRadian))) }
  }

  /// The values of a wave of random phase.
  public func wave(using random: inout RandomSource) -> [Float] {
    wave(phase: random.int(below: 8 * stepsPerRadian) - 4 * stepsPerRadian)
  }

  /// A wave of random phase, each value's target the next: length − 1 steps of one number each.
  public func example(using random: inout RandomSource) -> SignalSequence {
    .nextStep(wave(using: &random))
  }
}
