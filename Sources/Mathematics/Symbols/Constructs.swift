/// A command with a grammar of its own.
enum Construct: Hashable, Sendable {
  case fraction(MathStyle?, isBinomial: Bool)
  case root
  case left, right, middle
  case sized(DelimiterSize, MathClass?)
  case begin, end
  case alphabet(Alphabet?)
  case bold
  case operatorName
  case text(TextStyle)
  case accent(Accent)
  case overset, underset, stackrel
  case labelledArrow(String)
  case substack
  case not
  case phantom(PhantomExtent)
  case boxed
  case strut
  case colour
  case style(MathStyle)
  case classed(MathClass)
  case modulo(ModuloForm)
  case dots
  case space
  case label, tag
  /// A command that asks for what is so anyway.
  case nothing
  case limits(Limits)
  case line
}

/// The ways to write what a congruence counts by.
enum ModuloForm: Hashable, Sendable {
  case withParentheses, plain, parenthesesAlone
}

extension Construct {
  /// Constructs by command, those of accents and arrows left out.
  private static let ownCommands: [String: Construct] = [
    "frac": .fraction(nil, isBinomial: false), "tfrac": .fraction(.text, isBinomial: false),
    "dfrac": .fraction(.display, isBinomial: false), "binom": .fraction(nil, isBinomial: true),
    "tbinom": .fraction(.text, isBinomial: true), "dbinom": .fraction(.display, isBinomial: true),
    "sqrt": .root, "left": .left, "right": .right, "middle": .middle,
    "big": .sized(.big, nil), "Big": .sized(.Big, nil), "bigg": .sized(.bigg, nil),
    "Bigg": .sized(.Bigg, nil),
    "bigl": .sized(.big, .opening), "Bigl": .sized(.Big, .opening), "biggl": .sized(.bigg, .opening),
    "Biggl": .sized(.Bigg, .opening), "bigr": .sized(.big, .closing), "Bigr": .sized(.Big, .closing),
    "biggr": .sized(.bigg, .closing), "Biggr": .sized(.Bigg, .closing), "bigm": .sized(.big, .relation),
    "Bigm": .sized(.Big, .relation), "biggm": .sized(.bigg, .relation), "Biggm": .sized(.Bigg, .relation),
    "begin": .begin, "end": .end,
    "mathrm": .alphabet(.upright), "mathup": .alphabet(.upright), "mathit": .alphabet(.italic),
    "mathbf": .alphabet(.bold), "mathbb": .alphabet(.blackboard), "mathcal": .alphabet(.script),
    "mathscr": .alphabet(.script), "mathfrak": .alphabet(.fraktur), "mathsf": .alphabet(.sans),
    "mathtt": .alphabet(.typewriter), "mathnormal": .alphabet(nil), "bm": .bold, "boldsymbol": .bold,
    "operatorname": .operatorName,
    "text": .text(.upright), "textrm": .text(.upright), "textnormal": .text(.upright),
    "mbox": .text(.upright),
    "textbf": .text(.bold), "textit": .text(.italic), "emph": .text(.italic), "textsf": .text(.sans),
    "texttt": .text(.typewriter),
    "overset": .overset, "underset": .underset, "stackrel": .stackrel, "substack": .substack, "not": .not,
    "phantom": .phantom(.all), "hphantom": .phantom(.width), "vphantom": .phantom(.height),
    "smash": .phantom(.smash), "mathstrut": .strut, "boxed": .boxed,
    "color": .colour, "textcolor": .colour,
    "displaystyle": .style(.display), "textstyle": .style(.text), "scriptstyle": .style(.script),
    "scriptscriptstyle": .style(.scriptScript),
    "mathord": .classed(.ordinary), "mathop": .classed(.operation), "mathbin": .classed(.binary),
    "mathrel": .classed(.relation), "mathopen": .classed(.opening), "mathclose": .classed(.closing),
    "mathpunct": .classed(.punctuation), "mathinner": .classed(.inner),
    "pmod": .modulo(.withParentheses), "mod": .modulo(.plain), "pod": .modulo(.parenthesesAlone),
    "dots": .dots, "hspace": .space, "mspace": .space, "label": .label, "tag": .tag, "notag": .nothing,
    "nonumber": .nothing, "limits": .limits(.above), "nolimits": .limits(.beside), "hline": .line,
  ]

  /// Constructs by command.
  static let byCommand: [String: Construct] =
    ownCommands
    .merging(Accent.byCommand.mapValues(Construct.accent)) { own, _ in own }
    .merging(Relations.labelled.mapValues(Construct.labelledArrow)) { own, _ in own }
}
