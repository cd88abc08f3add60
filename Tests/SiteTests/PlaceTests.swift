import Foundation
import Notebook
import Site
import Testing

/// A fault is reported at its own line and column, wherever it stands.
@Suite struct PlaceTests {
  /// A chapter in which a statement may be put before any line of code, to be run there.
  private static let chapter = """
    # Título

    ```swift
    let a = [1, 2]
    func f(_ x: Int) {
      let y = x
      _ = y
    }
    f(a[0])
    ```

    - An item with `\\(a[1])` in it

      ```swift hidden
      var sum = 0
      for x in a {
        sum += x
      }
      ```

      > ~~~swift
      > let é = "😀"
      > print(é)
      > ~~~

    1. > 2. ```swift solution
       >    if sum > 0 {
       >      sum -= 1
       >    }
       >    sum
       >    ```
    """

  /// The lines of code, by number, with what stands before the code.
  private static let places: [(line: Int, indent: String)] = {
    var places: [(Int, String)] = []
    var margin: String?
    for (index, line) in chapter.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let fence = line.firstRange(of: "```")?.lowerBound ?? line.firstRange(of: "~~~")?.lowerBound {
        margin = margin == nil ? String(line[..<fence].map { $0 == ">" ? ">" : " " }) : nil
      } else if let margin {
        let code = line.dropFirst(margin.count)
        places.append((index + 1, margin + code.prefix { $0 == " " }))
      }
    }
    return places
  }()

  /// Every second place, one chapter for each, with a statement put there.
  private static func book(with statement: String) throws -> (
    book: TemporaryBook, places: [(line: Int, indent: String)]
  ) {
    let chosen = places.indices.filter { $0 % 2 == 0 }.map { places[$0] }
    let book = try TemporaryBook([:])
    var summary = ""
    for (number, place) in chosen.enumerated() {
      var lines = chapter.components(separatedBy: "\n")
      // A list's mark stands on the line of the fence alone.
      lines.insert(place.indent + statement, at: place.line - 1)
      let name = String(UnicodeScalar(UInt8(97 + number)))
      try book.write(lines.joined(separator: "\n"), to: "book/\(name).md")
      summary += "- [\(name)](\(name).md)\n"
    }
    try book.write(summary, to: "book/SUMMARY.md")
    return (book, chosen)
  }

  @Test func typeErrorIsReportedWhereItStands() async throws {
    let (book, places) = try PlaceTests.book(with: "let ü: Int = \"wrong\"")
    let report = try await book.build()
    let expected = places.enumerated().map { number, place in
      "\(UnicodeScalar(UInt8(97 + number))).md:\(place.line):\(place.indent.utf8.count + 15): error: "
        + "cannot convert value of type 'String' to specified type 'Int' [compiler]\n"
    }
    #expect(places.count > 7)
    #expect(book.headlines(of: report.diagnostics) == expected.joined())
  }

  @Test func trapIsReportedWhereItStands() async throws {
    let (book, places) = try PlaceTests.book(with: "print(\"é\", [0][Int(\"9\") ?? 0])")
    let report = try await book.build()
    let expected = places.enumerated().map { number, place in
      "\(UnicodeScalar(UInt8(97 + number))).md:\(place.line):\(place.indent.utf8.count + 16): error: "
        + "Fatal error: Index out of range [trap]"
    }
    #expect(
      book.headlines(of: report.diagnostics).split(separator: "\n").filter { !$0.contains("note:") }.map(
        String.init) == expected)
  }

  @Test func falseClaimIsReportedWhereItStands() async throws {
    let (book, places) = try PlaceTests.book(with: "claim(\"é\", [1].isEmpty)")
    let report = try await book.build()
    let expected = places.enumerated().map { number, place in
      "\(UnicodeScalar(UInt8(97 + number))).md:\(place.line):\(place.indent.utf8.count + 6): error: this claim is false: é [false-claim]\n"
    }
    // A claim in a loop or in a function is made as often as it is reached, and told once.
    #expect(book.headlines(of: report.diagnostics) == expected.joined())
  }
}
