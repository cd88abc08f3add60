/// All that is read as a whole: a command or character that stands for one part of a formula.
enum Symbols {
  /// What a command stands for, by its name.
  ///
  /// A name that two tables hold is a mistake in the tables; the tests look for it.
  static let byCommand: [String: MathNode] = Dictionary(
    tables.flatMap { $0.map { ($0.key, $0.value) } }, uniquingKeysWith: { first, _ in first })

  /// The tables behind ``byCommand``.
  static let tables: [[String: MathNode]] = [
    Letters.slanted.mapValues { .identifier($0, .italic) },
    Letters.upright.mapValues { .identifier($0, .upright) },
    Letters.signs.mapValues { .identifier($0, .italic) },
    Operators.binary.mapValues { .symbol($0, .binary) },
    Operators.ordinary.mapValues { .symbol($0, .ordinary) },
    Operators.punctuation.mapValues { .symbol($0.0, $0.1) },
    Operators.large.mapValues { .largeOperator($0, .aboveInDisplay) },
    Operators.integrals.mapValues { .largeOperator($0, .beside) },
    Relations.signs.mapValues { .symbol($0, .relation) },
    Relations.arrows.mapValues { .symbol($0, .relation) },
    Functions.plain.mapValues { .function(.identifier($0, .upright), .beside) },
    Functions.withLimits.mapValues { .function(.identifier($0, .upright), .aboveInDisplay) },
    Spaces.byCommand.mapValues { .space($0) },
    Dictionary(
      uniqueKeysWithValues: Delimiters.byCommand.compactMap { name, text in
        (Delimiters.sidedBars[name] ?? (name.hasSuffix("arrow") ? nil : Delimiters.classes[text])).map {
          (name, .symbol(text, $0))
        }
      }),
  ]

  /// What a character outside ASCII stands for: the same as the command that shows it.
  static let byCharacter: [Unicode.Scalar: MathNode] = {
    var nodes: [Unicode.Scalar: MathNode] = [:]
    for (_, node) in byCommand.sorted(by: { $0.key < $1.key }) {
      let text: String
      switch node {
      case .identifier(let letters, _): text = letters
      case .symbol(let sign, _), .largeOperator(let sign, _): text = sign
      default: continue
      }
      guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1, !scalar.isASCII else {
        continue
      }
      nodes[scalar] = nodes[scalar] ?? node
    }
    return nodes
  }()

  /// The names of all commands.
  static let commands: [String] = (Array(byCommand.keys) + Construct.byCommand.keys).sorted()
}
