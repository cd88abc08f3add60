@testable import Mathematics

/// What is compared of two converters' results: the structure of a formula without attributes, spaces and invisible
/// signs, in the words of make-formulas.py, which does the same to the other converter's.
indirect enum NormalForm: Equatable, CustomStringConvertible {
  case token(String, String)
  case node(String, [NormalForm])

  /// What an element comes to: no form, one, or several for a row.
  static func all(of element: Element) -> [NormalForm] {
    switch element.content {
    case .text(let text):
      guard let kind = tokens[element.name] else { return [] }
      let plain = text.filter { $0 != "\u{2009}" }.map { $0 == "\u{A0}" ? " " : String($0) }.joined()
      let trimmed = String(
        plain.trimmingPrefix { $0 == " " }.reversed().trimmingPrefix { $0 == " " }.reversed())
      return trimmed.isEmpty || trimmed == "\u{2061}" ? [] : [.token(kind, same[trimmed] ?? trimmed)]
    case .children(let elements):
      if element.name == "mspace" { return [] }
      let children = elements.map(all)
      switch element.name {
      case "math", "mrow", "mstyle", "mpadded": return children.flatMap(\.self)
      case "msqrt", "mtd", "mphantom": return [.node(element.name, children.flatMap(\.self))]
      default:
        return [
          .node(
            stacks[element.name] ?? element.name, children.map { $0.count == 1 ? $0[0] : .node("mrow", $0) })
        ]
      }
    }
  }

  /// Reads what make-formulas.py wrote.
  init?(json: Any) {
    guard let list = json as? [Any], let name = list.first as? String else { return nil }
    if list.count == 2, let text = list[1] as? String {
      self = .token(name, text)
    } else {
      let children = list.dropFirst().compactMap(NormalForm.init(json:))
      guard children.count == list.count - 1 else { return nil }
      self = .node(name, children)
    }
  }

  var description: String {
    switch self {
    case .token(_, let text): text
    case .node(let name, let children): "\(name)(\(children.map(\.description).joined(separator: " ")))"
    }
  }

  private static let tokens = ["mi": "sign", "mo": "sign", "mn": "mn", "mtext": "mtext"]
  private static let stacks = ["munder": "msub", "mover": "msup", "munderover": "msubsup"]
  private static let same = [
    "-": "−", "*": "∗", "∥": "‖", "^": "ˆ", "\u{302}": "ˆ", "~": "˜", "∼": "˜", "¯": "‾", "―": "‾", "_": "‾",
    "·": "⋅",
  ]
}
