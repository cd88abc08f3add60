/// How a shape is drawn, as far as pictures know it.
struct Style: Hashable, Sendable {
  enum Paint: Hashable, Sendable {
    case none, current
    case colour(Colour)
  }

  /// What `currentColor` stands for.
  var colour: Colour
  var fill = Paint.colour(Colour(bits: 0))
  /// In thousandths.
  var fillOpacity = 1000
  var stroke = Paint.none
  var strokeWidth = 1.0
  /// The lengths of dashes and gaps in turn; none for an unbroken line.
  var dashes: [Double] = []
  /// Whether edges are sharp, so that neighbours meet without a seam.
  var isCrisp = false

  init(colour: Colour) { self.colour = colour }

  func colour(of paint: Paint) -> Colour? {
    switch paint {
    case .none: nil
    case .current: colour
    case .colour(let colour): colour
    }
  }

  /// Takes a declaration or a presentation attribute; what is not understood changes nothing.
  mutating func take(_ property: String, _ value: String, from sheet: StyleSheet) {
    func paint() -> Paint? {
      switch value {
      case "none": Paint.none
      case "currentColor": .current
      default: sheet.colour(of: value).map(Paint.colour)
      }
    }
    switch property {
    case "color": colour = sheet.colour(of: value) ?? colour
    case "fill": fill = paint() ?? fill
    case "fill-opacity":
      fillOpacity = Self.numbers(value)?.first.map { Int(min(max($0, 0), 1) * 1000) } ?? fillOpacity
    case "stroke": stroke = paint() ?? stroke
    case "stroke-width": strokeWidth = Self.numbers(value)?.first.map { min($0, 50) } ?? strokeWidth
    case "stroke-dasharray":
      let lengths = value == "none" ? [] : Self.numbers(value) ?? dashes
      // An odd number of lengths is taken twice, and dashes of no length would have no end.
      let whole = lengths.count % 2 == 0 ? lengths : lengths + lengths
      dashes = whole.reduce(0, +) >= 1 ? whole : []
    case "shape-rendering": isCrisp = value == "crispEdges"
    default: break
    }
  }

  /// Numbers of zero or more, parted by blanks or commas; none if there is anything else.
  private static func numbers(_ text: String) -> [Double]? {
    var scanner = NumberScanner(Array(text.utf8)[...])
    var numbers: [Double] = []
    while let number = scanner.number() { numbers.append(number) }
    return scanner.isAtEnd && numbers.allSatisfy { $0 >= 0 } && !numbers.isEmpty ? numbers : nil
  }
}
