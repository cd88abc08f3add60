/// The tags of markup, in order; text, comments and what is broken between them are passed over.
struct Tags: Sequence, IteratorProtocol {
  enum Tag {
    case opening(name: String, attributes: [String: ArraySlice<UInt8>], isEmpty: Bool)
    case closing(name: String)
  }

  private var rest: ArraySlice<UInt8>

  init(_ markup: ArraySlice<UInt8>) { rest = markup }

  mutating func next() -> Tag? {
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      if rest.starts(with: "!--".utf8) {
        skipComment()
        continue
      }
      if rest.first == UInt8(ascii: "/") {
        rest = rest.dropFirst()
        return .closing(name: name())
      }
      let name = name()
      if !name.isEmpty { return opening(name) }
    }
    return nil
  }

  private mutating func skipComment() {
    while let dash = rest.firstIndex(of: UInt8(ascii: "-")) {
      rest = rest[dash...]
      if rest.starts(with: "-->".utf8) { return }
      rest = rest.dropFirst()
    }
    rest = rest.suffix(0)
  }

  private mutating func opening(_ element: String) -> Tag {
    var attributes: [String: ArraySlice<UInt8>] = [:]
    while true {
      rest = rest.drop { $0 <= 0x20 }
      switch rest.first {
      case nil: return .opening(name: element, attributes: attributes, isEmpty: false)
      case UInt8(ascii: ">"):
        rest = rest.dropFirst()
        return .opening(name: element, attributes: attributes, isEmpty: false)
      case UInt8(ascii: "/") where rest.dropFirst().first == UInt8(ascii: ">"):
        rest = rest.dropFirst(2)
        return .opening(name: element, attributes: attributes, isEmpty: true)
      default: break
      }
      let attribute = name()
      guard !attribute.isEmpty, rest.starts(with: "=\"".utf8),
        let end = rest.dropFirst(2).firstIndex(of: UInt8(ascii: "\""))
      else {
        // An attribute without a value, or something that is none.
        if attribute.isEmpty { rest = rest.dropFirst() }
        continue
      }
      attributes[attribute] = rest[(rest.startIndex + 2)..<end]
      rest = rest[(end + 1)...]
    }
  }

  private mutating func name() -> String {
    let name = rest.prefix { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    rest = rest[name.endIndex...]
    return String(decoding: name, as: UTF8.self)
  }
}
