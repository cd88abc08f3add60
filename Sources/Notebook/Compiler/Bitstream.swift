/// A stream of LLVM's bitstream container, read as nested blocks of records.
///
/// The format is described in "LLVM Bitcode File Format" (llvm.org/docs/BitCodeFormat.html). Nothing is assumed of the
/// bytes: where they end too early or do not fit, reading ends with what was read so far.
struct Bitstream {
  /// A block with its records and the blocks inside it, in order.
  struct Block {
    enum Item {
      case record(Record)
      case block(Block)
    }
    let identifier: Int
    var items: [Item] = []
  }

  /// A record: its code, its numbers, and the bytes that may end it.
  struct Record {
    var code: Int
    var numbers: [Int]
    var bytes: ArraySlice<UInt8> = []
  }

  /// How a field of a record is written.
  private enum Field {
    case literal(Int)
    case fixed(Int)
    case variable(Int)
    case array
    case character
    case blob
  }

  private struct Ended: Error {}

  private let bytes: [UInt8]
  /// The next bit.
  private var next = 32
  /// The abbreviations of each kind of block, as the stream's information block defines them.
  private var known: [Int: [[Field]]] = [:]

  /// The blocks at the top of the stream.
  ///
  /// - Parameters:
  ///   - bytes: the stream.
  ///   - magic: the four bytes that it begins with.
  static func blocks(of bytes: [UInt8], magic: String) -> [Block] {
    guard bytes.starts(with: magic.utf8) else { return [] }
    var stream = Bitstream(bytes: bytes)
    var top = Block(identifier: -1)
    try? stream.read(into: &top, width: 2, depth: 0)
    return top.items.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read(into block: inout Block, width: Int, depth: Int) throws(Ended) {
    var abbreviations = known[block.identifier] ?? []
    var described = -1
    while next + width <= bytes.count * 8 {
      let abbreviation = try fixed(width)
      switch abbreviation {
      case 0:
        align()
        return
      case 1:
        let identifier = try variable(8)
        let inner = try variable(4)
        align()
        _ = try fixed(32)
        // Deeper than any diagnostic with its notes.
        guard depth < 8, (1...32).contains(inner) else { throw Ended() }
        var child = Block(identifier: identifier)
        defer { block.items.append(.block(child)) }
        try read(into: &child, width: inner, depth: depth + 1)
      case 2:
        let fields = try definition()
        if block.identifier == 0 {
          known[described, default: []].append(fields)
        } else {
          abbreviations.append(fields)
        }
      case 3:
        var record = Record(code: try variable(6), numbers: [])
        for _ in 0..<(try variable(6)) { record.numbers.append(try variable(6)) }
        if block.identifier == 0, record.code == 1 { described = record.numbers.first ?? -1 }
        block.items.append(.record(record))
      default:
        guard abbreviations.indices.contains(abbreviation - 4) else { throw Ended() }
        block.items.append(.record(try record(abbreviations[abbreviation - 4])))
      }
    }
  }

  private mutating func definition() throws(Ended) -> [Field] {
    var fields: [Field] = []
    for _ in 0..<(try variable(5)) {
      if try fixed(1) == 1 {
        fields.append(.literal(try variable(8)))
        continue
      }
      switch try fixed(3) {
      case 1: fields.append(.fixed(try variable(5)))
      case 2: fields.append(.variable(try variable(5)))
      case 3: fields.append(.array)
      case 4: fields.append(.character)
      case 5: fields.append(.blob)
      default: throw Ended()
      }
    }
    return fields
  }

  private mutating func record(_ fields: [Field]) throws(Ended) -> Record {
    var numbers: [Int] = []
    var blob: ArraySlice<UInt8> = []
    var index = 0
    while index < fields.count {
      switch fields[index] {
      case .blob:
        let count = try variable(6)
        align()
        guard count <= bytes.count - next / 8 else { throw Ended() }
        blob = bytes[next / 8..<next / 8 + count]
        next += count * 8
        align()
      case .array:
        index += 1
        guard index < fields.count else { throw Ended() }
        for _ in 0..<(try variable(6)) { numbers.append(try number(fields[index])) }
      default: numbers.append(try number(fields[index]))
      }
      index += 1
    }
    guard let code = numbers.first else { throw Ended() }
    return Record(code: code, numbers: Array(numbers.dropFirst()), bytes: blob)
  }

  private mutating func number(_ field: Field) throws(Ended) -> Int {
    switch field {
    case .literal(let value): return value
    case .fixed(let width): return try fixed(width)
    case .variable(let width): return try variable(width)
    case .character: return try fixed(6)
    case .array, .blob: throw Ended()
    }
  }

  private mutating func fixed(_ width: Int) throws(Ended) -> Int {
    guard width <= 32, next + width <= bytes.count * 8 else { throw Ended() }
    var value = 0
    for bit in 0..<width where bytes[(next + bit) / 8] >> ((next + bit) % 8) & 1 == 1 { value |= 1 << bit }
    next += width
    return value
  }

  /// A number in groups of bits, the highest of which says whether another follows.
  private mutating func variable(_ width: Int) throws(Ended) -> Int {
    guard (2...32).contains(width) else { throw Ended() }
    var (value, shift) = (0, 0)
    while shift < 62 {
      let group = try fixed(width)
      value |= (group & (1 << (width - 1) - 1)) << shift
      guard group >> (width - 1) == 1 else { return value }
      shift += width - 1
    }
    throw Ended()
  }

  private mutating func align() { next = (next + 31) / 32 * 32 }
}
