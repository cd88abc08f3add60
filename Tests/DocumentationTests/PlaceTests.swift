import CompiledSample
import Testing

@testable import Documentation

/// Where symbols are told of, and where names lead.
@Suite struct PlaceTests {
  private func module(_ source: String) throws -> DocumentedModule {
    try DocumentedModule("Sample", reading: CompiledSample(source).graphs)
  }

  @Test func filesDifferInMoreThanCase() throws {
    let module = try module(
      """
      public struct Table {}
      public struct TABLE {}
      public struct Index {}
      public enum ta { public struct ble {} }
      public struct `Ta.Ble` {}
      public struct `a/b` {}
      """)
    let library = Library([module])
    let files = module.types.compactMap { library.place(of: $0.id)?.file }
    #expect(files.count == 7)
    #expect(Set(files.map { $0.lowercased() }).count == 7)
    #expect(!files.contains { $0.lowercased() == "index.html" || $0.contains("/") })
    #expect(files.contains("Table.html") && files.contains("TABLE-2.html") && files.contains("a-b.html"))
  }

  @Test func addressesAreEncoded() throws {
    let module = try module(
      """
      public struct Größe { public static func < (a: Größe, b: Größe) -> Bool { true }; public var `a b` = 1 }
      """)
    let library = Library([module])
    let members = module.types[0].members.compactMap { library.place(of: $0.id) }
    #expect(
      members.map(\.address) == [
        "Sample/Gr%C3%B6%C3%9Fe.html#%3C(_:_:)", "Sample/Gr%C3%B6%C3%9Fe.html#a-b",
      ])
    #expect(members[0].file == "Größe.html" && members[0].anchor == "<(_:_:)")
  }

  @Test func anchorsKeepClearOfThePagesOwn() throws {
    let module = try module("public func page() {}")
    let library = Library([module], taken: ["page()"])
    #expect(library.place(of: module.symbols[0].id)?.anchor == "page()-2")
  }

  @Test func namesLead() throws {
    let module = try module(
      """
      public struct A { public func f() {}; public func f(_ x: Int) {}; public func only() {}; public init() {}
        public var count = 1; public subscript(i: Int) -> Int { i }; public struct Inner {} }
      public struct B { public func f() {} }
      public func g() {}
      public func g(_ x: Int) {}
      public func print() {}
      public func + (a: A, b: A) -> A { a }
      """)
    let library = Library([module])
    let standard = try StandardNames(
      reading: [
        .init(
          #"{"symbols": [{"pathComponents": ["Array", "count"]}, {"pathComponents": ["print(_:)"]}]}"#.utf8)
      ])
    let names = NameAddresses(of: module, in: library, standard: standard)
    for names in [names, NameAddresses(text: names.text)] {
      #expect(names.address(of: "A") == "Sample/A.html")
      #expect(names.address(of: "g") == "Sample/index.html#g()")
      #expect(names.address(of: "print") == nil)
      #expect(names.address(of: "+") == nil)
      #expect(names.address(of: "f") == nil)
      #expect(names.addresses(ofMember: "only") == ["Sample/A.html#only()"])
      #expect(names.addresses(ofMember: "f").sorted() == ["Sample/A.html#f()", "Sample/B.html#f()"])
      #expect(names.addresses(ofMember: "count").sorted() == ["", "Sample/A.html#count"])
      #expect(names.addresses(ofMember: "Inner") == ["Sample/A.Inner.html"])
      #expect(names.addresses(ofMember: "init") == [] && names.addresses(ofMember: "subscript") == [])
      #expect(names.address(of: "count", in: "A") == "Sample/A.html#count")
      #expect(names.address(of: "only", in: "B") == nil)
    }
    #expect(NameAddresses(text: "a\n\nb\t-") == NameAddresses(text: ""))
  }
}
