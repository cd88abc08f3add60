/// An element of markup that was written as strictly as XML: every element closed, every attribute quoted, every
/// `&` and `<` of a text written as a reference.
package final class Markup {
  package let name: String
  package let attributes: [String: String]
  package private(set) var children: [Markup] = []
  /// The text within, references resolved.
  package private(set) var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  /// Reads one element with all that it holds.
  package init(parsing source: String) throws(Fault) {
    var stack: [Markup] = []
    var root: Markup?
    var rest = Substring(source)
    while !rest.isEmpty {
      guard rest.first == "<" else {
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        let text = try Markup.resolved(rest[..<end])
        rest = rest[end...]
        if let open = stack.last {
          open.text += text
        } else if !text.allSatisfy(\.isWhitespace) {
          throw Fault(description: "text outside the root: \(text)")
        }
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { throw Fault(description: "unclosed tag") }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard let open = stack.popLast(), open.name == tag.dropFirst() else {
          throw Fault(description: "</\(tag.dropFirst())> closes nothing")
        }
        continue
      }
      let isEmpty = tag.last == "/"
      let element = try Markup.element(isEmpty ? tag.dropLast() : tag)
      if let open = stack.last {
        open.children.append(element)
      } else if root == nil {
        root = element
      } else {
        throw Fault(description: "a second root")
      }
      if !isEmpty { stack.append(element) }
    }
    guard let root, stack.isEmpty else { throw Fault(description: "unclosed \(stack.map(\.name))") }
    name = root.name
    attributes = root.attributes
    children = root.children
    text = root.text
  }

  private static func element(_ tag: Substring) throws(Fault) -> Markup {
    let name = tag.prefix { $0.isLetter || $0.isNumber }
    guard !name.isEmpty else { throw Fault(description: "a tag without a name: <\(tag)>") }
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty {
      guard rest.first == " " else { throw Fault(description: "no space before an attribute: <\(tag)>") }
      rest = rest.dropFirst()
      let key = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(key.count + 1)
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        throw Fault(description: "an attribute without quotes: <\(tag)>")
      }
      let value = try resolved(rest.dropFirst()[..<end])
      guard attributes.updateValue(value, forKey: String(key)) == nil else {
        throw Fault(description: "\(key) twice: <\(tag)>")
      }
      rest = rest[rest.index(after: end)...]
    }
    return Markup(String(name), attributes)
  }

  private static func resolved(_ text: Substring) throws(Fault) -> String {
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)
    let first = parts.removeFirst()
    let names = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\""]
    var result = String(first)
    for part in parts {
      guard let name = names.keys.first(where: { part.hasPrefix($0) }), let sign = names[name] else {
        throw Fault(description: "a bare &: \(text)")
      }
      result += sign + part.dropFirst(name.count)
    }
    return result
  }

  /// Every element of this name below, in order.
  package func all(_ name: String) -> [Markup] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// Every element below that has this class.
  package func all(class name: String) -> [Markup] {
    children.flatMap { ($0.classes.contains(name) ? [$0] : []) + $0.all(class: name) }
  }

  package var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

  package func number(_ name: String) -> Double? { attributes[name].flatMap { Double($0) } }

  /// The structure below: for each kind of element that has a class of its own, how many there are, in alphabetical order.
  package var outline: String {
    var counts: [String: Int] = [:]
    func count(_ element: Markup) {
      for child in element.children {
        if let name = child.classes.first { counts["\(child.name).\(name)", default: 0] += 1 }
        count(child)
      }
    }
    count(self)
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
