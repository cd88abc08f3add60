import Testing

@testable import Display

@Suite struct TableTests {
  @Test func theWholeOfATable() {
    let table = Table(
      "One step, by hand", columns: ["quantity", .number("value", digits: 4)],
      rows: [["z", 0.62245933], ["h < \"n\" & 🐈", -1]])
    #expect(
      table.html == """
        <div class="table-scroll" tabindex="0" role="group" aria-label="One step, by hand">
        <table>
        <caption>One step, by hand</caption>
        <thead>
        <tr><th scope="col">quantity</th><th scope="col" class="number">value</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">z</th><td class="number">0.6225</td></tr>
        <tr><th scope="row">h &lt; &quot;n&quot; &amp; 🐈</th><td class="number">−1.0000</td></tr>
        </tbody>
        </table>
        </div>
        """)
    #expect(table.html == table.html)
  }

  @Test func rowsOfUnequalLength() {
    let html = Table(columns: ["a", "b"], rows: [["x"], ["y", 1, 2], []]).html
    #expect(html.contains("aria-label=\"Table: a, b, —\""))
    #expect(html.contains("<th scope=\"row\">x</th><td class=\"number\">—</td><td class=\"number\">—</td>"))
    #expect(html.contains("<th scope=\"row\">—</th><td class=\"number\">—</td>"))
    #expect(html.contains("<th scope=\"col\" class=\"number\">—</th>"))
  }

  @Test func nothingAtAll() {
    #expect(Table(columns: [], rows: []).html.contains("<tr><th scope=\"col\">—</th></tr>"))
    #expect(Table(vectors: []).html.contains("<tbody>\n</tbody>"))
  }

  @Test func aColumnOfNumbersSuitsThem() {
    func cells(_ values: [Double]) -> [String] {
      let style = CellStyle(.automatic, for: values.map { .init($0) })
      return values.map { style.text(.init($0)) }
    }
    #expect(cells([0.5, 0.25, 1]) == ["0.50", "0.25", "1.00"])
    #expect(cells([0, 1, 100_000]) == ["0", "1", "100000"])
    #expect(cells([1.0 / 3, -12]) == ["0.3333", "−12.0000"])
    #expect(cells([0.5, 1e-9]) == ["0.5000", "1.000\u{A0}×\u{A0}10⁻⁹"])
    #expect(cells([.nan, .infinity, 0.5]) == ["NaN", "∞", "0.5"])
    #expect(cells([]) == [])
  }

  @Test func alignmentFollowsTheCells() {
    func isNumeric(_ format: Table.Format, _ cells: [Table.Cell]) -> Bool {
      CellStyle(format, for: cells).isNumeric
    }
    #expect(isNumeric(.automatic, [1, 0.5, .missing]))
    #expect(!isNumeric(.automatic, [1, "a"]))
    #expect(!isNumeric(.automatic, [.missing]))
    #expect(!isNumeric(.text, [1, 2]))
    #expect(isNumeric(.fixed(2), ["about 1"]))
  }

  @Test func everyFormatWritesWholeNumbers() {
    let large: UInt64 = .max
    func text(_ format: Table.Format) -> String { CellStyle(format, for: []).text(.init(large)) }
    #expect(text(.automatic) == "18446744073709551615")
    #expect(text(.fixed(0)) == "18446744073709551615")
    #expect(text(.fixed(2)) == "18446744073709551615.00")
    #expect(text(.scientific(3)) == "1.84\u{A0}×\u{A0}10¹⁹")
    #expect(CellStyle(.automatic, for: []).text(-5) == "−5")
  }

  @Test func numbersInTheFirstColumnNameNoRow() {
    #expect(!Table(columns: ["t", "z"], rows: [[0, 0.5]]).html.contains("scope=\"row\""))
    #expect(Table(columns: ["t", "z"], rows: [[0, 0.5]], rowHeaders: true).html.contains("scope=\"row\""))
    #expect(!Table(columns: ["t"], rows: [["a"]]).html.contains("scope=\"row\""))
  }

  @Test func fromVectorsOfUnequalLength() {
    let table = Table(
      vectors: [
        .init("t", 0..<3), .init("z", [0.5, 0.25] as [Float], format: .fixed(1)),
        .init("token", ["a", "b", "c"]),
      ])
    #expect(table.rows.count == 3)
    #expect(table.description == "t\tz\ttoken\n0\t0.5\ta\n1\t0.2\tb\n2\t—\tc")
  }

  @Test func cellsFromVariables() {
    let (x, n, name) = (Float(0.5), 3, "h"[...])
    let cells: [Table.Cell] = [.init(x), .init(n), .init(name), "\(x, digits: 3) of \(n)"]
    #expect(cells == [0.5, 3, "h", "0.500 of 3"])
  }

  @Test func labelledRowsHoldAVectorEach() {
    let short = Table(columns: ["term", "a", "b"], rows: ["x": [0.5, -0.25], "y": [1.0]])
    let same = Table(
      columns: ["term", "a", "b"], rows: [["x", 0.5, -0.25], ["y", 1.0]], rowHeaders: true)
    #expect(short.html == same.html)
  }
}
