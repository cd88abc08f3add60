import CommonMark

/// The compiler's messages, from the file that it writes them to for other programs.
///
/// That is Clang's format of serialized diagnostics, version 2 (clang-c/Diagnostic documents its reading), in an LLVM
/// bitstream. Unlike the printed form it tells each range and each fix-it by line and column.
struct SerializedDiagnostics {
  /// The messages, each with its notes.
  private(set) var messages: [CompilerMessage] = []
  private var files: [Int: String] = [:]

  private enum BlockKind { static let message = 9 }
  private enum RecordKind { static let (message, range, file, fixIt) = (2, 3, 6, 7) }

  /// Reads the file's content; of damaged content, what can be read.
  ///
  /// - Parameter program: the source that was compiled.
  init(_ content: [UInt8], of program: [UInt8]) {
    for block in Bitstream.blocks(of: content, magic: "DIAG") where block.identifier == BlockKind.message {
      if let message = message(block, program) { messages.append(message) }
    }
  }

  private mutating func message(_ block: Bitstream.Block, _ program: [UInt8]) -> CompilerMessage? {
    var message: CompilerMessage?
    for item in block.items {
      switch item {
      case .block(let note):
        if let note = self.message(note, program) { message?.notes.append(note) }
      case .record(let record):
        let numbers = record.numbers
        let words = String(decoding: record.bytes, as: UTF8.self)
        switch record.code {
        case RecordKind.file: if let file = numbers.first { files[file] = words }
        case RecordKind.message where numbers.count >= 5:
          guard let severity = CompilerMessage.Severity(rawValue: numbers[0]) else { return nil }
          message = CompilerMessage(
            file: files[numbers[1]] ?? "", position: position(numbers[2...]), severity: severity, text: words,
            isOfCall: line(at: numbers[4], of: program).starts(with: Program.valueCall.utf8))
        case RecordKind.range: if let range = range(numbers) { message?.ranges.append(range) }
        case RecordKind.fixIt:
          if let range = range(numbers) { message?.repairs.append(.init(range, to: words)) }
        default: break
        }
      }
    }
    return message
  }

  private func line(at offset: Int, of program: [UInt8]) -> ArraySlice<UInt8> {
    let start = program.prefix(offset).lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return program[start...]
  }

  private func position(_ numbers: ArraySlice<Int>) -> SourcePosition {
    let (line, column) = (numbers.first ?? 1, numbers.dropFirst().first ?? 1)
    return SourcePosition(line: max(line, 1), column: max(column, 1))
  }

  /// Two places of file, line, column and offset.
  private func range(_ numbers: [Int]) -> Range<SourcePosition>? {
    guard numbers.count >= 8 else { return nil }
    let (start, end) = (position(numbers[1...]), position(numbers[5...]))
    return start <= end ? start..<end : nil
  }
}
