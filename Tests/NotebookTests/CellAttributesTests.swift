import Testing

@testable import Notebook

@Suite struct CellAttributesTests {
  @Test(arguments: [
    ("", CellAttributes()),
    ("hidden", CellAttributes(kind: .hidden)),
    ("\t static  ", CellAttributes(kind: .static)),
    ("id=a fails", CellAttributes(kind: .fails, id: "a")),
    (
      #"caption="A \"b\" \\ c" traps id="x=y""#,
      CellAttributes(kind: .traps, id: "x=y", caption: Caption(text: #"A "b" \ c"#))
    ),
    ("solution caption=word", CellAttributes(kind: .solution, caption: Caption(text: "word"))),
    (#"id=a"b"#, CellAttributes(id: #"a"b"#)),
    (
      #"caption="of \(f(1, (2))) & \(a[\"b\"])""#,
      CellAttributes(
        caption: Caption(
          text: #"of `\(f(1, (2)))` & `\(a["b"])`"#,
          numbers: [
            Caption.Number(interpolation: #"\(f(1, (2)))"#, offset: 12),
            Caption.Number(interpolation: #"\(a["b"])"#, offset: 27),
          ]))
    ),
    (
      #"caption="`\(n)` \\(n)""#,
      CellAttributes(
        caption: Caption(
          text: #"`\(n)` \(n)"#, numbers: [Caption.Number(interpolation: #"\(n)"#, offset: 10)]))
    ),
    (#"caption="é 😀" id=😀"#, CellAttributes(id: "😀", caption: Caption(text: "é 😀"))),
  ])
  func understood(words: String, attributes: CellAttributes) {
    let (read, faults) = CellAttributes.parse(words)
    #expect(faults == [])
    #expect(read == attributes)
  }

  @Test(arguments: refusedWords)
  func refused(words: String, range: Range<Int>, identifier: Diagnostic.Identifier, message: String) throws {
    let fault = try #require(CellAttributes.parse(words).faults.last)
    #expect((fault.range, fault.identifier, fault.message) == (range, identifier, message))
  }

  @Test func everyFaultIsFound() {
    #expect(
      CellAttributes.parse("one id= two hidden hidden").faults.map(\.range.lowerBound) == [0, 4, 8, 19])
  }

  @Test func whatMayHaveBeenMeantMendsTheWord() {
    #expect(CellAttributes.parse(#"captoin="captoin b""#).faults.map(\.likely) == [#"caption="captoin b""#])
    #expect(CellAttributes.parse("id=a hiden").faults.map(\.likely) == ["hidden"])
    #expect(CellAttributes.parse("colour").faults.map(\.likely) == [nil])
  }
}

/// Words that cannot be, with the bytes that are at fault and what is said of them.
private let refusedWords: [(String, Range<Int>, Diagnostic.Identifier, String)] = [
  ("hiden", 0..<5, .unknownAttribute, "unknown attribute 'hiden'; did you mean 'hidden'?"),
  ("solutoin", 0..<8, .unknownAttribute, "unknown attribute 'solutoin'; did you mean 'solution'?"),
  ("captoin=\"x y\"", 0..<13, .unknownAttribute, "unknown attribute 'captoin'; did you mean 'caption'?"),
  ("é  color=red", 4..<13, .unknownAttribute, "unknown attribute 'color'"),
  ("=x", 0..<2, .unknownAttribute, "unknown attribute ''"),
  ("hidden hidden", 7..<13, .attributeTwice, "attribute 'hidden' stands here twice"),
  ("id=a id=b", 5..<9, .attributeTwice, "attribute 'id' stands here twice"),
  ("hidden fails", 7..<12, .twoKinds, "a cell cannot be both 'hidden' and 'fails'"),
  (#"id=a caption="open"#, 5..<18, .attributeValue, "the quotation of attribute 'caption' is not closed"),
  (#"caption="open\""#, 0..<15, .attributeValue, "the quotation of attribute 'caption' is not closed"),
  (#"caption="of \(n"#, 0..<15, .attributeValue, "a number in attribute 'caption' is not closed"),
  (#"caption="of \(n" id=a)"#, 0..<16, .attributeValue, "a number in attribute 'caption' is not closed"),
  (#"id="\(n)""#, 0..<9, .attributeValue, "attribute 'id' holds no numbers; a caption does"),
  (#"reads="\(n).csv""#, 0..<16, .attributeValue, "attribute 'reads' holds no numbers; a caption does"),
  ("id=", 0..<3, .attributeValue, "attribute 'id' is empty"),
  ("caption=\"\"", 0..<10, .attributeValue, "attribute 'caption' is empty"),
  ("id", 0..<2, .attributeValue, "attribute 'id' needs a value, as in id=\"…\""),
  ("id=\"a b\"", 0..<8, .attributeValue, "an id holds no spaces"),
  ("hidden=true", 0..<11, .unknownAttribute, "unknown attribute 'hidden'"),
]
