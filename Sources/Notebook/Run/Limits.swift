/// What the program of a chapter may use.
public struct Limits: Equatable, Sendable {
  /// How long it may run, in seconds.
  public var seconds: Double
  /// How much private memory it may have, in bytes.
  public var memory: Int
  /// How much it may print or write into any file, in bytes.
  public var output: Int

  /// What the program of a chapter may use.
  public init(seconds: Double = 60, memory: Int = 4 << 30, output: Int = 16 << 20) {
    self.seconds = seconds
    self.memory = memory
    self.output = output
  }
}
