import CommonMark
public import Display

/// What the program of a chapter showed, by piece.
public struct Transcript: Sendable {
  /// What each piece showed, in order, by the piece's index in the chapter.
  public internal(set) var outputs: [Int: [Shown]] = [:]
  /// The pieces that began, in order.
  var begun: [Int] = []
  /// The last top-level statement of the current piece that was reached.
  var lastReached: SourcePosition?

  /// Something that stands below a cell.
  public enum Shown: Equatable, Sendable {
    /// Text, a value or a figure.
    case output(Output)
    /// A claim, with what was found.
    case claim(ClaimRecord)
  }

  /// A transcript with nothing in it.
  public static let empty = Transcript()

  private init() {}

  /// Puts printed text and events in order again.
  ///
  /// Bytes that are not UTF-8 are shown as U+FFFD.
  init(events: [TimedEvent], printed: [UInt8]) {
    var taken = 0
    func takePrinted(upTo end: Int) {
      let end = min(max(end, taken), printed.count)
      guard let piece = begun.last, end > taken else { return }
      let text = String(decoding: printed[taken..<end], as: UTF8.self)
      taken = end
      outputs[piece, default: []].append(printed: text)
    }
    for timed in events {
      takePrinted(upTo: timed.printedBytes)
      switch timed.event {
      case .began(let piece):
        begun.append(piece)
        lastReached = nil
      case .reached(let line, let column): lastReached = SourcePosition(line: line, column: column)
      case .shown(let output):
        if let piece = begun.last { outputs[piece, default: []].append(.output(output)) }
      case .claimed(let claim):
        if let piece = begun.last { outputs[piece, default: []].append(.claim(claim)) }
      case .finished: break
      }
    }
    takePrinted(upTo: printed.count)
  }

  /// The claims, in the order they were made.
  public var claims: [ClaimRecord] {
    outputs.sorted { $0.key < $1.key }.flatMap(\.value).compactMap { shown in
      if case .claim(let claim) = shown { claim } else { nil }
    }
  }
}

extension [Transcript.Shown] {
  fileprivate mutating func append(printed text: String) {
    guard case .output(.printed(let before))? = last else { return append(.output(.printed(text))) }
    self[count - 1] = .output(.printed(before + text))
  }
}
