/// A part of a formula: what the LaTeX says, before anything is known of how it is shown.
indirect enum MathNode: Hashable, Sendable {
  /// A variable, or a word in letters of one alphabet.
  case identifier(String, Alphabet)
  case number(String, Alphabet)
  /// A sign, with its part in the formula.
  case symbol(String, MathClass)
  /// A sum, a product, an integral.
  case largeOperator(String, Limits)
  /// A named function, such as sin or max.
  case function(MathNode, Limits)
  /// What stands in braces.
  case row([MathNode])
  case scripts(Scripts)
  case fraction(Fraction)
  case root(MathNode, degree: MathNode?)
  /// Delimiters as tall as what they enclose; an empty one is not shown.
  case fenced(left: String, [MathNode], right: String)
  /// A delimiter as tall as the fence it stands in.
  case middle(String)
  /// A delimiter of a given height.
  case delimiter(String, DelimiterSize, MathClass)
  case table(Table)
  case accent(Accent, MathNode)
  /// Something with smaller things above and below it.
  case stack(MathNode, above: MathNode?, below: MathNode?)
  /// An arrow as long as its labels.
  case arrow(String, above: MathNode?, below: MathNode?)
  case text([TextPiece])
  case space(MathLength)
  case phantom(MathNode, PhantomExtent)
  case boxed(MathNode)
  /// Something in a colour, by its CSS class.
  case coloured([MathNode], String)
  /// What follows `\displaystyle` and its like.
  case styled([MathNode], MathStyle)
  /// Something with the part in the formula that `\mathbin` and its like give it.
  case classed(MathNode, MathClass)

  /// Nothing, with a place: `{}`.
  static let nothing = MathNode.row([])
}

/// Where the limits of an operator stand.
enum Limits: Hashable, Sendable {
  /// Beside it, as scripts.
  case beside
  /// Above and below it where there is room, in a display; else beside it.
  case aboveInDisplay
  /// Above and below it.
  case above
}

/// A base with scripts.
struct Scripts: Hashable, Sendable {
  var base: MathNode
  var sub: MathNode?
  var sup: MathNode?
  /// How many primes come before the superscript.
  var primes = 0
}

/// One thing above another, with or without a line between them.
struct Fraction: Hashable, Sendable {
  var numerator: MathNode
  var denominator: MathNode
  /// The style it asks for; none takes that of its surroundings.
  var style: MathStyle?
  /// Whether it is a binomial: in parentheses, without a line.
  var isBinomial = false
}

/// The heights of `\big` and its larger siblings.
enum DelimiterSize: Int, Hashable, Sendable {
  case big = 1
  case Big, bigg, Bigg
}

/// What of a phantom takes up room.
enum PhantomExtent: Hashable, Sendable {
  case all, width, height
  /// What is shown takes no height.
  case smash
}

/// A part of a text within a formula.
enum TextPiece: Hashable, Sendable {
  case words(String, TextStyle)
  case math([MathNode])
}

/// The style of a text, by the name of its CSS class.
enum TextStyle: String, Hashable, Sendable {
  case upright, bold, italic, sans, typewriter
}
