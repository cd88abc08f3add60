public import CommonMark

/// The words below a figure: inline Markdown, with numbers as in a sentence.
public struct Caption: Equatable, Sendable {
  /// A number, as the info string of its cell has it.
  struct Number: Equatable, Sendable {
    /// The interpolation, `\(…)`.
    var interpolation: String
    /// How many bytes of the info string stand before it.
    var offset: Int
  }

  /// The text; each number is a code span in it that holds the interpolation.
  public var text: String
  /// The numbers, in their order.
  var numbers: [Number] = []

  /// The text parsed, and the nodes in it that stand for the numbers, in their order.
  public func parsed() -> (document: Document, numbers: [Int]) {
    let document = Document(parsing: text)
    var rest = numbers[...]
    let nodes = document.nodes.indices.filter { index in
      let node = document.nodes[index]
      guard case .code = node.kind, let next = rest.first, node.literal == next.interpolation else {
        return false
      }
      rest.removeFirst()
      return true
    }
    return (document, nodes)
  }

  /// The code span that stands for a number in a text; the author may have written its backticks.
  static func mark(for interpolation: String, behind text: String, before rest: Substring) -> String {
    if text.last == "`", rest.first == "`" { return interpolation }
    let ticks = interpolation.contains("`") ? "``" : "`"
    return ticks + interpolation + ticks
  }
}
