import CompiledSample
import Foundation
import Testing

@testable import Documentation

/// What is read of the compiler's symbol graphs.
@Suite struct ReadingTests {
  private func module(_ source: String) throws -> DocumentedModule {
    try DocumentedModule("Sample", reading: CompiledSample(source).graphs)
  }

  private func names(_ symbols: [Symbol]) -> [String] { symbols.map(\.name) }

  @Test func oddNamesAndSymbolsWithoutWords() throws {
    let module = try module(
      """
      public struct A { public var `in`: Int; public static func == (a: A, b: A) -> Bool { true } }
      public func `func`(_ x: Int...) {}
      prefix operator √
      public prefix func √ (x: Int) -> Int { x }
      public let π = 3.0
      public struct Größe {}
      public struct `raw name` {}
      """)
    #expect(module.types.map(\.name).sorted() == ["A", "Größe", "raw name"])
    let a = try #require(module.types.first { $0.name == "A" })
    #expect(names(a.members) == ["in", "==(_:_:)"])
    #expect(names(module.symbols) == ["func(_:)", "√(_:)", "π"])
    #expect(module.symbols.map(\.kind) == [.function, .operator, .variable])
    #expect(module.symbols.map(\.baseName) == ["func", "√", "π"])
    #expect(module.symbols.allSatisfy { $0.comment.isEmpty })
    #expect(a.members[0].declaration.text == "var `in`: Int")
  }

  @Test func overloadsStandInTheOrderOfTheSources() throws {
    let sample = try CompiledSample(
      "Sample",
      [
        "A.swift": "extension Z { public func f(_ x: Int) {} }",
        "Z.swift": """
        public struct Z {
          /// Of a string.
          public func f(_ x: String) {}
          /// Of a number.
          public func f(_ x: Double) {}
        }
        """,
      ])
    let module = try DocumentedModule("Sample", reading: sample.graphs)
    let declarations = module.types.first?.members.map(\.declaration.text)
    #expect(declarations == ["func f(_ x: String)", "func f(_ x: Double)", "func f(_ x: Int)"])
    let library = Library([module])
    let anchors = module.types[0].members.map { library.place(of: $0.id)?.anchor }
    #expect(anchors == ["f(_:)", "f(_:)-2", "f(_:)-3"])
    #expect(library.place(named: "f", in: ["Z"])?.anchor == "f(_:)")
  }

  @Test func nestedTypesHaveTheirPlaces() throws {
    let module = try module(
      """
      public enum Outer { public struct Inner { public enum Deep { case only }; public var x = 1 }; case one }
      extension Outer.Inner { public struct Late {} }
      """)
    #expect(module.types.map(\.name) == ["Outer", "Outer.Inner", "Outer.Inner.Deep", "Outer.Inner.Late"])
    #expect(module.types(in: module.types[0]).map(\.name) == ["Outer.Inner"])
    #expect(names(module.types[0].members) == ["one"])
    let library = Library([module])
    #expect(library.place(of: module.types[2].id)?.address == "Sample/Outer.Inner.Deep.html")
    #expect(library.place(named: "Late", in: ["Outer", "Inner"])?.file == "Outer.Inner.Late.html")
    #expect(library.place(named: "Outer/Inner/x", in: [])?.anchor == "x")
    #expect(library.place(named: "Sample/Outer", in: [])?.file == "Outer.html")
    #expect(library.place(named: "Other/Outer", in: []) == nil)
    #expect(library.place(named: "", in: []) == nil)
  }

  @Test func constraintsOfExtensionsAreTold() throws {
    let module = try module(
      """
      public protocol P {}
      public struct Box<Element: P> { public var all: [Element] }
      extension Box where Element: Equatable { public func has(_ x: Element) -> Bool { true } }
      extension Box: Equatable where Element: Equatable {}
      extension Array where Element == Int { public var total: Int { 0 } }
      extension P { public func here() {} }
      """)
    let box = try #require(module.types.first { $0.name == "Box" })
    #expect(box.symbol?.declaration.text == "struct Box<Element> where Element: P")
    #expect(box.members.map(\.constraints) == [[], ["Element: Equatable"]])
    #expect(box.conformances.map(\.name) == ["Equatable"])
    #expect(box.conformances.map(\.conditions) == [["Element: Equatable"]])
    let array = try #require(module.types.last)
    #expect(array.symbol == nil && array.name == "Array")
    #expect(array.members.map(\.constraints) == [["Element == Int"]])
    let p = try #require(module.types.first { $0.name == "P" })
    #expect(p.members.map(\.constraints) == [[]])
  }

  @Test func whatIsNotMeantForOthersIsLeftOut() throws {
    let module = try module(
      """
      public struct _Hidden { public var x = 1 }
      public struct Shown: Hashable, CustomStringConvertible {
        public var _x = 1
        var y = 2
        public var description: String { "" }
        /// Says more.
        public func hash(into hasher: inout Hasher) {}
      }
      public enum Raw: String, Codable, CaseIterable { case a }
      """)
    #expect(module.types.map(\.name) == ["Shown", "Raw"])
    #expect(names(module.types[0].members) == ["hash(into:)"])
    #expect(names(module.types[1].members) == ["a"])
    #expect(module.types[0].conformances.map(\.name).contains("Hashable"))
    #expect(!module.types[0].conformances.map(\.name).contains("Copyable"))
  }

  @Test func longDeclarationsHaveALineForEachParameter() throws {
    let module = try module(
      """
      public struct T { public init() {} }
      public func long(of first: T, _ second: [(Int, T)] = [(1, T())], then body: (Int, T) -> T, x: String = ")") throws -> T { T() }
      public func short(a: T) {}
      """)
    let long = module.symbols[0].declaration
    #expect(
      long.text.hasPrefix("func long(\n  of first: T,\n  _ second: [(Int, T)]")
        && long.text.contains("\n  then body: (Int, T) -> T,\n  x: String = "), "\(long.text)")
    #expect(module.symbols[1].declaration.text == "func short(a: T)")
    for offset in long.targets.keys {
      let start = long.text.utf8.index(long.text.startIndex, offsetBy: offset)
      let name = long.text[start...].prefix { $0.isLetter }
      #expect(["T", "Int", "String"].contains(String(name)), "\(name)")
    }
    #expect(long.targets.values.filter { $0 == module.types[0].id }.count == 5)
  }

  @Test func whatIsNoGraphIsAnError() {
    #expect(throws: (any Error).self) { try DocumentedModule("X", reading: [Data("{".utf8)]) }
    #expect(throws: (any Error).self) { try StandardNames(reading: [Data("[]".utf8)]) }
    #expect(throws: Never.self) { try DocumentedModule("X", reading: []) }
  }
}
