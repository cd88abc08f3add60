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
      CellAttributes(kind: .traps, id: "x=y", caption: #"A "b" \ c"#)
    ),
    ("solution caption=word", CellAttributes(kind: .solution, caption: "word")),
    (#"id=a"b"#, CellAttributes(id: #"a"b"#)),
    (#"caption="é 😀" id=😀"#, CellAttributes(id: "😀", caption: "é 😀")),
  ])
  func understood(words: String, attributes: CellAttributes) {
    let (read, faults) = CellAttributes.parse(words)
    #expect(faults == [])
    #expect(read == attributes)
  }

  @Test(arguments: [
    ("hiden", 0, "unknown attribute 'hiden'"),
    ("é  color=red", 4, "unknown attribute 'color'"),
    ("=x", 0, "unknown attribute ''"),
    ("hidden hidden", 7, "attribute 'hidden' stands here twice"),
    ("id=a id=b", 5, "attribute 'id' stands here twice"),
    ("hidden fails", 7, "a cell cannot be both 'hidden' and 'fails'"),
    (#"id=a caption="open"#, 5, "the quotation of attribute 'caption' is not closed"),
    (#"caption="open\""#, 0, "the quotation of attribute 'caption' is not closed"),
    ("id=", 0, "attribute 'id' is empty"),
    ("caption=\"\"", 0, "attribute 'caption' is empty"),
    ("id", 0, "attribute 'id' needs a value, as in id=\"…\""),
    ("id=\"a b\"", 0, "an id holds no spaces"),
    ("hidden=true", 0, "unknown attribute 'hidden'"),
  ])
  func refused(words: String, offset: Int, message: String) {
    let faults = CellAttributes.parse(words).faults
    #expect(faults.last == CellAttributes.Fault(offset: offset, message: message))
  }

  @Test func everyFaultIsFound() {
    #expect(CellAttributes.parse("one id= two hidden hidden").faults.map(\.offset) == [0, 4, 8, 19])
  }
}
