import Testing

/// The exact tokens of small texts.
@Suite struct SnippetTests {
  @Test(arguments: Snippets.all) func hasTheseTokens(source: String, expected: String) {
    #expect(marked(source) == expected)
  }
}

/// Source texts and their tokens in the brackets of `marked`; the letter is the first of the kind's name.
enum Snippets {
  static let all: [(String, String)] = [
    ("let x = 1", "⟨k:let⟩ x ⟨o:=⟩ ⟨n:1⟩"),
    ("let `default` = `class`.self", "⟨k:let⟩ `default` ⟨o:=⟩ `class`.⟨k:self⟩"),
    (
      "func move(in x: Int, for: Int) throws -> Float",
      "⟨k:func⟩ ⟨f:move⟩(in x: ⟨t:Int⟩, for: ⟨t:Int⟩) ⟨k:throws⟩ ⟨o:->⟩ ⟨t:Float⟩"
    ),
    ("f(default: 1, in: x, nil)", "⟨f:f⟩(default: ⟨n:1⟩, in: x, ⟨k:nil⟩)"),
    ("[nil: 1, true: 2, a: 3]", "[⟨k:nil⟩: ⟨n:1⟩, ⟨k:true⟩: ⟨n:2⟩, a: ⟨n:3⟩]"),
    ("x.default.init(y).self.Type", "x.default.⟨k:init⟩(y).⟨k:self⟩.⟨t:Type⟩"),
    ("case .default: break", "⟨k:case⟩ .default: ⟨k:break⟩"),
    (
      "private(set) public var a: Int { get set }",
      "⟨k:private⟩(⟨k:set⟩) ⟨k:public⟩ ⟨k:var⟩ a: ⟨t:Int⟩ { ⟨k:get⟩ ⟨k:set⟩ }"
    ),
    (
      "var b: Int { get async throws { 1 } set(new) { set(new) } }",
      "⟨k:var⟩ b: ⟨t:Int⟩ { ⟨k:get⟩ ⟨k:async⟩ ⟨k:throws⟩ { ⟨n:1⟩ } ⟨k:set⟩(new) { ⟨f:set⟩(new) } }"
    ),
    (
      "final class A { lazy var b = 0; override init() {} }",
      "⟨k:final⟩ ⟨k:class⟩ ⟨t:A⟩ { ⟨k:lazy⟩ ⟨k:var⟩ b ⟨o:=⟩ ⟨n:0⟩; ⟨k:override⟩ ⟨k:init⟩() {} }"
    ),
    ("enum E { case open, lazy, weak }", "⟨k:enum⟩ ⟨t:E⟩ { ⟨k:case⟩ open, lazy, weak }"),
    ("let get = 1; let set = get + 1", "⟨k:let⟩ get ⟨o:=⟩ ⟨n:1⟩; ⟨k:let⟩ set ⟨o:=⟩ get ⟨o:+⟩ ⟨n:1⟩"),
    (
      "func f(_ x: some P, y: any P & Q, z: consuming T) async throws",
      "⟨k:func⟩ ⟨f:f⟩(_ x: ⟨k:some⟩ ⟨t:P⟩, y: ⟨k:any⟩ ⟨t:P⟩ ⟨o:&⟩ ⟨t:Q⟩, z: ⟨k:consuming⟩ ⟨t:T⟩) ⟨k:async⟩ ⟨k:throws⟩"
    ),
    ("let any = 1, some = any + 1", "⟨k:let⟩ any ⟨o:=⟩ ⟨n:1⟩, some ⟨o:=⟩ any ⟨o:+⟩ ⟨n:1⟩"),
    (
      "let x = await f(try await g(), any ~Copyable.self)",
      "⟨k:let⟩ x ⟨o:=⟩ ⟨k:await⟩ ⟨f:f⟩(⟨k:try⟩ ⟨k:await⟩ ⟨f:g⟩(), ⟨k:any⟩ ⟨o:~⟩⟨t:Copyable⟩.⟨k:self⟩)"
    ),
    ("nonisolated(unsafe) static var c = 0", "⟨k:nonisolated⟩(⟨k:unsafe⟩) ⟨k:static⟩ ⟨k:var⟩ c ⟨o:=⟩ ⟨n:0⟩"),
    ("[weak self, unowned(safe) x] in", "[⟨k:weak⟩ ⟨k:self⟩, ⟨k:unowned⟩(⟨k:safe⟩) x] ⟨k:in⟩"),
    ("actor A { nonisolated func f() {} }", "⟨k:actor⟩ ⟨t:A⟩ { ⟨k:nonisolated⟩ ⟨k:func⟩ ⟨f:f⟩() {} }"),
    ("let actor = actor(1)", "⟨k:let⟩ actor ⟨o:=⟩ ⟨f:actor⟩(⟨n:1⟩)"),
    ("for await x in xs.filter { $0 > 1 } {}", "⟨k:for⟩ ⟨k:await⟩ x ⟨k:in⟩ xs.filter { $0 ⟨o:>⟩ ⟨n:1⟩ } {}"),
    (
      "if xs.isEmpty { xs.map { $0 } } else { f { 1 } }",
      "⟨k:if⟩ xs.isEmpty { xs.⟨f:map⟩ { $0 } } ⟨k:else⟩ { ⟨f:f⟩ { ⟨n:1⟩ } }"
    ),
    ("repeat each x", "⟨k:repeat⟩ ⟨k:each⟩ x"),
    ("yield &x", "⟨k:yield⟩ ⟨o:&⟩x"),
    ("[3 of Int](repeating: 0)", "[⟨n:3⟩ ⟨k:of⟩ ⟨t:Int⟩](repeating: ⟨n:0⟩)"),
    (
      "struct Matrix<Element: Scalar> { var _Rows: [Int] }",
      "⟨k:struct⟩ ⟨t:Matrix⟩⟨o:<⟩⟨t:Element⟩: ⟨t:Scalar⟩⟨o:>⟩ { ⟨k:var⟩ ⟨t:_Rows⟩: [⟨t:Int⟩] }"
    ),
    ("#if os(Linux) && DEBUG", "⟨a:#if⟩ ⟨f:os⟩(⟨t:Linux⟩) ⟨o:&&⟩ ⟨t:DEBUG⟩"),
    ("#expect(throws: E.self) { try f() }", "⟨a:#expect⟩(throws: ⟨t:E⟩.⟨k:self⟩) { ⟨k:try⟩ ⟨f:f⟩() }"),
    (
      "@Test(arguments: [1]) @MainActor @Foo.Bar func f()",
      "⟨a:@Test⟩(arguments: [⟨n:1⟩]) ⟨a:@MainActor⟩ ⟨a:@Foo.Bar⟩ ⟨k:func⟩ ⟨f:f⟩()"
    ),
    ("@objc(name) dynamic var x", "⟨a:@objc⟩(name) ⟨k:dynamic⟩ ⟨k:var⟩ x"),
    (
      "0x1F 0b01 0o17 1_000 1.5e-3 0x1.8p3 1.max 1...2 t.0.1 0x1.foo 12ab",
      "⟨n:0x1F⟩ ⟨n:0b01⟩ ⟨n:0o17⟩ ⟨n:1_000⟩ ⟨n:1.5e-3⟩ ⟨n:0x1.8p3⟩ ⟨n:1⟩.max ⟨n:1⟩⟨o:...⟩⟨n:2⟩ t.⟨n:0⟩.⟨n:1⟩ ⟨n:0x1⟩.foo ⟨n:12ab⟩"
    ),
    (#""a\n\u{1F600}\"\\\q""#, #"⟨s:"a⟩⟨e:\n\u{1F600}\"\\\⟩⟨s:q"⟩"#),
    (#""a\(x + "b\(y)c")d""#, #"⟨s:"a⟩⟨e:\(⟩x ⟨o:+⟩ ⟨s:"b⟩⟨e:\(⟩y⟨e:)⟩⟨s:c"⟩⟨e:)⟩⟨s:d"⟩"#),
    (#""a\(f(1, (2)))b\("")""#, #"⟨s:"a⟩⟨e:\(⟩⟨f:f⟩(⟨n:1⟩, (⟨n:2⟩))⟨e:)⟩⟨s:b⟩⟨e:\(⟩⟨s:""⟩⟨e:)⟩⟨s:"⟩"#),
    (##"#"a\n\#n\(x)\#(y)"b"#"##, ##"⟨s:#"a\n⟩⟨e:\#n⟩⟨s:\(x)⟩⟨e:\#(⟩y⟨e:)⟩⟨s:"b"#⟩"##),
    (###"##"a"#\#(x)\##(y)"##"###, ###"⟨s:##"a"#\#(x)⟩⟨e:\##(⟩y⟨e:)⟩⟨s:"##⟩"###),
    (##"#"""#"##, ##"⟨s:#"""#⟩"##),
    (##"#""""#"##, ##"⟨s:#""""#⟩"##),
    (
      #""""\#n  a "quoted" \(x)\#n  b \\#n  c\#n  """"#,
      #"⟨s:"""\#n  a "quoted" ⟩⟨e:\(⟩x⟨e:)⟩⟨s:\#n  b ⟩⟨e:\⟩⟨s:\#n  c\#n  """⟩"#
    ),
    (
      ##"#"""\##n  \##n \#(x) """\##n  """# + 1"##,
      ##"⟨s:#"""\##n  \##n ⟩⟨e:\#(⟩x⟨e:)⟩⟨s: """\##n  """#⟩ ⟨o:+⟩ ⟨n:1⟩"##
    ),
    (#""unterminated\#nlet y = 1"#, #"⟨s:"unterminated⟩\#n⟨k:let⟩ y ⟨o:=⟩ ⟨n:1⟩"#),
    (#""a\(x\#nlet y = 1"#, #"⟨s:"a⟩⟨e:\(⟩x\#n⟨k:let⟩ y ⟨o:=⟩ ⟨n:1⟩"#),
    (#""a\("b\#nlet y = 1"#, #"⟨s:"a⟩⟨e:\(⟩⟨s:"b⟩\#n⟨k:let⟩ y ⟨o:=⟩ ⟨n:1⟩"#),
    (#""""\#na\(b\#n+ c)"d\#n"#, #"⟨s:"""\#na⟩⟨e:\(⟩b\#n⟨o:+⟩ c⟨e:)⟩⟨s:"d\#n⟩"#),
    (#"// line\#r\#nlet x // é"#, #"⟨c:// line⟩\#r\#n⟨k:let⟩ x ⟨c:// é⟩"#),
    (
      #"/// doc `x`\#n/** a /* b */ c */let x/* open /* */"#,
      #"⟨c:/// doc `x`⟩\#n⟨c:/** a /* b */ c */⟩⟨k:let⟩ x⟨c:/* open /* */⟩"#
    ),
    (#"let r = /a[/)]b\/(c)/"#, #"⟨k:let⟩ r ⟨o:=⟩ ⟨r:/a[/⟩)]b\⟨o:/⟩(c)⟨o:/⟩"#),
    ("let q = a / b / c + (a/b)/c", "⟨k:let⟩ q ⟨o:=⟩ a ⟨o:/⟩ b ⟨o:/⟩ c ⟨o:+⟩ (a⟨o:/⟩b)⟨o:/⟩c"),
    ("let q = a /b/ c", "⟨k:let⟩ q ⟨o:=⟩ a ⟨r:/b/⟩ c"),
    (#"xs.split(/,\s*/, separator: /;/)"#, #"xs.⟨f:split⟩(⟨r:/,\s*/⟩, separator: ⟨r:/;/⟩)"#),
    ("x = /a b / c", "x ⟨o:=⟩ ⟨o:/⟩a b ⟨o:/⟩ c"),
    ("try? /a+ b/.wholeMatch(in: s)", "⟨k:try⟩⟨o:?⟩ ⟨r:/a+ b/⟩.⟨f:wholeMatch⟩(in: s)"),
    ("!/a/ ?? -/b/", "⟨o:!⟩⟨r:/a/⟩ ⟨o:??⟩ ⟨o:-⟩⟨r:/b/⟩"),
    ("func /(a: Int) { a/b }", "⟨k:func⟩ ⟨o:/⟩(a: ⟨t:Int⟩) { a⟨o:/⟩b }"),
    ("operator /^/", "⟨k:operator⟩ ⟨o:/^/⟩"),
    ("#/a/b/#.x ##/a/#b/## #/open", "⟨r:#/a/b/#⟩.x ⟨r:##/a/#b/##⟩ ⟨r:#/open⟩"),
    (#"let r = #/\#n  a+ # b\#n  \/#\#n/#.x"#, #"⟨k:let⟩ r ⟨o:=⟩ ⟨r:#/\#n  a+ # b\#n  \/#\#n/#⟩.x"#),
    (#"#/\#nlet x = 1"#, #"⟨r:#/⟩\#n⟨k:let⟩ x ⟨o:=⟩ ⟨n:1⟩"#),
    (#"a //b\#na/*b*/ / c"#, #"a ⟨c://b⟩\#na⟨c:/*b*/⟩ ⟨o:/⟩ c"#),
    (
      "a <~> b ∘ c ..< d ... -> &&& π² .+ ⊙x",
      "a ⟨o:<~>⟩ b ⟨o:∘⟩ c ⟨o:..<⟩ d ⟨o:...⟩ ⟨o:->⟩ ⟨o:&&&⟩ π² ⟨o:.+⟩ ⟨o:⊙⟩x"
    ),
    ("x! y? z?.a! !b ~c a! / b", "x⟨o:!⟩ y⟨o:?⟩ z⟨o:?⟩.a⟨o:!⟩ ⟨o:!⟩b ⟨o:~⟩c a⟨o:!⟩ ⟨o:/⟩ b"),
    ("$0 + $1 _ = $foo", "$0 ⟨o:+⟩ $1 _ ⟨o:=⟩ $foo"),
    (
      #"let 🐈‍⬛ = "é", Δx = Éa, ∂ = 1"#,
      #"⟨k:let⟩ 🐈‍⟨o:⬛⟩ ⟨o:=⟩ ⟨s:"é"⟩, ⟨t:Δx⟩ ⟨o:=⟩ ⟨t:Éa⟩, ⟨o:∂⟩ ⟨o:=⟩ ⟨n:1⟩"#
    ),
    ("`raw name`(x) `open", "⟨f:`raw name`⟩(x) `open"),
    (#"\.self \Foo.bar[0]?.baz"#, #"\.⟨k:self⟩ \⟨t:Foo⟩.bar[⟨n:0⟩]⟨o:?⟩.baz"#),
    (#"a\#0b\#u{A0}c\#u{FEFF}"#, #"a\#0b\#u{A0}c\#u{FEFF}"#),
    ("precedencegroup P { associativity: left }", "⟨k:precedencegroup⟩ ⟨t:P⟩ { associativity: left }"),
    (
      "Float(x).squareRoot() + Foo<Int>(1) + foo (x)",
      "⟨t:Float⟩(x).⟨f:squareRoot⟩() ⟨o:+⟩ ⟨t:Foo⟩⟨o:<⟩⟨t:Int⟩⟨o:>⟩(⟨n:1⟩) ⟨o:+⟩ foo (x)"
    ),
    (
      #"macro m(_ x: Int) = #externalMacro(module: "M", type: "T")"#,
      #"⟨k:macro⟩ ⟨f:m⟩(_ x: ⟨t:Int⟩) ⟨o:=⟩ ⟨a:#externalMacro⟩(module: ⟨s:"M"⟩, type: ⟨s:"T"⟩)"#
    ),
    ("a ? self : .init(b: nil)", "a ⟨o:?⟩ ⟨k:self⟩ : .⟨k:init⟩(b: ⟨k:nil⟩)"),
    ("import Recurrent", "⟨k:import⟩ ⟨t:Recurrent⟩"),
    ("let it's = 'a' ", "⟨k:let⟩ it⟨s:'s = '⟩a⟨s:' ⟩"),
    (#"x.map(\.count).reduce(0, +)"#, #"x.⟨f:map⟩(\.count).⟨f:reduce⟩(⟨n:0⟩, ⟨o:+⟩)"#),
    ("{ (x, y) async -> Int in x }", "{ (x, y) ⟨k:async⟩ ⟨o:->⟩ ⟨t:Int⟩ ⟨k:in⟩ x }"),
    (
      "func f(any x: Int, let: Int) { x.some(any); g(for: x) }",
      "⟨k:func⟩ ⟨f:f⟩(any x: ⟨t:Int⟩, let: ⟨t:Int⟩) { x.⟨f:some⟩(any); ⟨f:g⟩(for: x) }"
    ),
    (
      "let (a, b) = (true ? nil : x, [self: 1, Self.b: 2])",
      "⟨k:let⟩ (a, b) ⟨o:=⟩ (⟨k:true⟩ ⟨o:?⟩ ⟨k:nil⟩ : x, [⟨k:self⟩: ⟨n:1⟩, ⟨k:Self⟩.b: ⟨n:2⟩])"
    ),
    (
      "weak var a: A?; open class B { required convenience init() }",
      "⟨k:weak⟩ ⟨k:var⟩ a: ⟨t:A⟩⟨o:?⟩; ⟨k:open⟩ ⟨k:class⟩ ⟨t:B⟩ { ⟨k:required⟩ ⟨k:convenience⟩ ⟨k:init⟩() }"
    ),
    (
      "public nonisolated(nonsending) func f(isolated a: isolated A) async -> sending B",
      "⟨k:public⟩ ⟨k:nonisolated⟩(⟨k:nonsending⟩) ⟨k:func⟩ ⟨f:f⟩(isolated a: ⟨k:isolated⟩ ⟨t:A⟩) ⟨k:async⟩ ⟨o:->⟩ ⟨k:sending⟩ ⟨t:B⟩"
    ),
    (
      "var x = y { didSet { z() } willSet(v) {} }",
      "⟨k:var⟩ x ⟨o:=⟩ y { ⟨k:didSet⟩ { ⟨f:z⟩() } ⟨k:willSet⟩(v) {} }"
    ),
    (
      "switch x { case .Self: a; case is Int where b: c }",
      "⟨k:switch⟩ x { ⟨k:case⟩ .⟨t:Self⟩: a; ⟨k:case⟩ ⟨k:is⟩ ⟨t:Int⟩ ⟨k:where⟩ b: c }"
    ),
    (
      "x as? any P; [any P](); f(x as! (any P)?)",
      "x ⟨k:as⟩⟨o:?⟩ ⟨k:any⟩ ⟨t:P⟩; [⟨k:any⟩ ⟨t:P⟩](); ⟨f:f⟩(x ⟨k:as⟩⟨o:!⟩ (⟨k:any⟩ ⟨t:P⟩)⟨o:?⟩)"
    ),
    (
      #""""\#n\u{1F600}\\#n  "\("""\#nin\#n""")" \\(x)\#n""""#,
      #"⟨s:"""\#n⟩⟨e:\u{1F600}\⟩⟨s:\#n  "⟩⟨e:\(⟩⟨s:"""\#nin\#n"""⟩⟨e:)⟩⟨s:" ⟩⟨e:\\⟩⟨s:(x)\#n"""⟩"#
    ),
    (
      #""\(x, format: .a("\(y)"))" + "é\t""#,
      #"⟨s:"⟩⟨e:\(⟩x, format: .⟨f:a⟩(⟨s:"⟩⟨e:\(⟩y⟨e:)⟩⟨s:"⟩)⟨e:)⟩⟨s:"⟩ ⟨o:+⟩ ⟨s:"é⟩⟨e:\t⟩⟨s:"⟩"#
    ),
    ("a.map/b/c; f(/, x); f(+, /a/)", "a.map⟨o:/⟩b⟨o:/⟩c; ⟨f:f⟩(⟨o:/⟩, x); ⟨f:f⟩(⟨o:+⟩, ⟨r:/a/⟩)"),
    (
      "{ /a/ } [/b/] ; /c/ : /d/ return /e/ 1 /f/ 2",
      "{ ⟨r:/a/⟩ } [⟨r:/b/⟩] ; ⟨r:/c/⟩ : ⟨r:/d/⟩ ⟨k:return⟩ ⟨r:/e/⟩ ⟨n:1⟩ ⟨r:/f/⟩ ⟨n:2⟩"
    ),
    ("x.0.1.2 + 1.0.y", "x.⟨n:0⟩.⟨n:1⟩.⟨n:2⟩ ⟨o:+⟩ ⟨n:1.0⟩.y"),
    (#"#!/usr/bin/swift\#nprint(1)"#, #"⟨c:#!/usr/bin/swift⟩\#n⟨f:print⟩(⟨n:1⟩)"#),
    ("@unknown default: @ x", "⟨a:@unknown⟩ ⟨k:default⟩: @ x"),
    (#""a\(x\#n) + "b""#, #"⟨s:"a⟩⟨e:\(⟩x\#n) ⟨o:+⟩ ⟨s:"b"⟩"#),
    (##"#"""# + 1"##, ##"⟨s:#"""#⟩ ⟨o:+⟩ ⟨n:1⟩"##),
    ("x = try? /^ b/.c", "x ⟨o:=⟩ ⟨k:try⟩⟨o:?⟩ ⟨r:/^ b/⟩.c"),
    ("x? /^ b/.c", "x⟨o:?⟩ ⟨o:/^⟩ b⟨o:/⟩.c"),
    ("f(/, x)/2", "⟨f:f⟩(⟨o:/⟩, x)⟨o:/⟩⟨n:2⟩"),
    ("m[in: 3, default: nil]", "m[in: ⟨n:3⟩, default: ⟨k:nil⟩]"),
  ]
}
