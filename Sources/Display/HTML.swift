/// The little that is needed to write HTML safely; a type of the author's own that is `Displayable` may use it.
public enum HTML {
  /// `text` with `&`, `<`, `>` and `"` as references, fit for an element's content and for a quoted attribute.
  ///
  /// Characters that HTML forbids (control characters, noncharacters) become U+FFFD.
  public static func escape(_ text: some StringProtocol) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }

  /// An element with its attributes in the order given and `content`, which is markup already.
  ///
  /// Attribute values are escaped here.
  public static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], content: String
  ) -> String {
    "<\(name)\(written(attributes))>\(content)</\(name)>"
  }

  private static func written(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escape($0.value))\"" }.joined()
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C: true
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
