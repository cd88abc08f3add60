/// An element of MathML with its attributes and content.
struct Element: Hashable {
  enum Content: Hashable {
    case text(String)
    case children([Element])
  }

  struct Attribute: Hashable {
    let name: String
    let value: String
  }

  var name: String
  var attributes: [Attribute] = []
  var content: Content

  /// An element with text in it.
  init(_ name: String, _ attributes: [Attribute] = [], text: String) {
    self.name = name
    self.attributes = attributes
    content = .text(text)
  }

  /// An element with elements in it.
  init(_ name: String, _ attributes: [Attribute] = [], _ children: [Element] = []) {
    self.name = name
    self.attributes = attributes
    content = .children(children)
  }

  /// Elements as one: a row where they are several or none.
  static func row(_ elements: [Element]) -> Element {
    elements.count == 1 ? elements[0] : Element("mrow", elements)
  }

  init(_ name: String, _ children: [Element]) { self.init(name, [], children) }

  /// The element with one more attribute, or with one more class.
  func with(_ name: String, _ value: String) -> Element {
    var copy = self
    if name == "class", let index = attributes.firstIndex(where: { $0.name == name }) {
      copy.attributes[index] = Attribute(name: name, value: attributes[index].value + " " + value)
    } else {
      copy.attributes.append(Attribute(name: name, value: value))
    }
    return copy
  }

  /// Writes the element without white space between its tags.
  func write(to html: inout String) {
    html += "<\(name)"
    for attribute in attributes {
      html += " \(attribute.name)=\""
      Element.escape(attribute.value, to: &html)
      html += "\""
    }
    html += ">"
    switch content {
    case .text(let text): Element.escape(text, to: &html)
    case .children(let children): for child in children { child.write(to: &html) }
    }
    html += "</\(name)>"
  }

  /// Text as HTML and XML have it, characters that cannot be seen by themselves as numbers.
  private static func escape(_ text: String, to html: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "\u{A0}", "\u{2009}", "\u{2061}", "\u{302}":
        html += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }
}
