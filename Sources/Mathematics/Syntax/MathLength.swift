/// A length along a line of a formula.
struct MathLength: Hashable, Sendable {
  /// In ten-thousandths of an em.
  let units: Int

  /// A length in eighteenths of an em.
  init(mu: Int) { units = (mu * 10_000 + (mu < 0 ? -9 : 9)) / 18 }

  /// A length of whole and half quads, in ten-thousandths of an em.
  init(units: Int) { self.units = units }

  /// Reads a length such as `-2.5pt`, its units those of TeX at 10 pt for an em; none if it is not one or is longer
  /// than 100 em.
  init?(_ text: String) {
    let trimmed = text.filter { $0 != " " }
    let number = trimmed.prefix { "+-.0123456789".contains($0) }
    guard let value = Double(number), let scale = Self.emPerUnit[String(trimmed.dropFirst(number.count))],
      abs(value * scale) <= 100
    else { return nil }
    units = Int((value * scale * 10_000).rounded())
  }

  private static let emPerUnit: [String: Double] = [
    "em": 1, "ex": 0.43, "mu": 1.0 / 18, "pt": 0.1, "px": 0.075, "pc": 1.2, "mm": 0.2845, "cm": 2.845,
    "in": 7.227,
  ]

  /// The length as MathML and CSS write it.
  var css: String {
    if units == 0 { return "0" }
    let whole = units.magnitude / 10_000
    var decimals = String(units.magnitude % 10_000 + 10_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(units < 0 ? "-" : "")\(whole)\(decimals.isEmpty ? "" : ".\(decimals)")em"
  }
}
