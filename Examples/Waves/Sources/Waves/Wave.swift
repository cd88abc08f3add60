import Display
import Foundation

/// A sine wave of one period: what it is at each of its samples.
public struct Wave: Sendable {
  /// The samples, evenly spaced over the period.
  public let samples: [Double]

  /// A wave of `count` samples whose largest value is `height`.
  public init(count: Int, height: Double = 1) {
    samples = (0..<count).map { height * sin(2 * .pi * Double($0) / Double(count)) }
  }

  private init(samples: [Double]) { self.samples = samples }

  /// The sum of two waves of the same length, sample by sample.
  public static func + (left: Wave, right: Wave) -> Wave {
    Wave(samples: zip(left.samples, right.samples).map(+))
  }

  /// The root of the mean square, which a meter shows.
  public var effectiveHeight: Double {
    (samples.reduce(0) { $0 + $1 * $1 } / Double(samples.count)).squareRoot()
  }
}
