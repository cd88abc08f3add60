import Foundation
import Testing

@testable import Display

/// The colours of the style sheet, held to what they promise.
@Suite struct ColourTests {
  let light: [String: String]
  let dark: [String: String]
  /// The colour of numbers on each step of a heat map.
  let inks: [String: String]

  init() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Site/Resources").standardized
    let sheets = try ["style.css", "colours.css", "figures.css"].map {
      try String(contentsOf: sources.appending(path: $0), encoding: .utf8)
    }.joined()
    inks = Dictionary(
      sheets.matches(of: #/((?:\.ink-[a-z]+-\d+[,\s]*)+)\{ fill: ([^;]+);/#).flatMap { match in
        match.1.matches(of: #/ink-([a-z]+-\d+)/#).map { (String($0.1), String(match.2)) }
      }
    ) { $1 }
    /// The variables of all, in one of the two themes.
    func variables(_ theme: KeyPath<(Substring, Substring), Substring>) -> [String: String] {
      let pattern =
        #/--([a-z0-9-]+):\s*(?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(var\(--[a-z0-9-]+\)))/#
      let found = sheets.matches(of: pattern).map { match in
        (String(match.1), String(match.4 ?? (match.2 ?? "", match.3 ?? "")[keyPath: theme]))
      }
      return Dictionary(found) { $1 }
    }
    light = variables(\.0)
    dark = variables(\.1)
  }

  private func colour(_ name: String, _ theme: [String: String]) throws -> Colour {
    let value = try #require(theme[name], "\(name)")
    if value.hasPrefix("var(--") { return try colour(String(value.dropFirst(6).dropLast()), theme) }
    return Colour(value)
  }

  @Test func everyQuantityCanBeReadOnThePageAndOnASurface() throws {
    for theme in [light, dark] {
      for quantity in Quantity.allCases {
        let own = try colour(quantity.rawValue, theme)
        #expect(try own.contrast(colour("page", theme)) >= 4.5, "\(quantity)")
        #expect(try own.contrast(colour("surface", theme)) >= 4.5, "\(quantity)")
      }
      // What is not lit stays legible.
      #expect(try colour("muted", theme).contrast(colour("page", theme)) >= 4.5)
    }
  }

  @Test(arguments: Vision.allCases) func quantitiesAreToldApart(vision: Vision) throws {
    for theme in [light, dark] {
      let colours = try Quantity.allCases.map { try colour($0.rawValue, theme).seen(by: vision) }
      for (index, one) in colours.enumerated() {
        for other in colours.dropFirst(index + 1) { #expect(one.distance(other) >= 10) }
      }
    }
  }

  @Test func aNumberCanBeReadOnEachStepOfAHeatMap() throws {
    #expect(inks.count == 22)
    for theme in [light, dark] {
      for (step, ink) in inks {
        let ink =
          ink.hasPrefix("var(--") ? try colour(String(ink.dropFirst(6).dropLast()), theme) : Colour(ink)
        #expect(try ink.contrast(colour(step, theme)) >= 4.5, "\(step)")
      }
    }
  }

  @Test func aNameInCodeTellsOfAQuantity() {
    #expect(Quantity(named: "updateGate") == .updateGate)
    #expect(Quantity(named: "candidates") == .candidate)
    #expect(Quantity(named: "states") == .state)
    for name in ["", "s", "gate", "UpdateGate", "update-gate", "newState", "statess", "input"] {
      #expect(Quantity(named: name) == nil)
    }
  }

  @Test func aQuantityIsTheColourOfItsSeries() throws {
    for quantity in Quantity.allCases {
      #expect(light[quantity.rawValue] == "var(--series-\(quantity.colour))")
    }
  }
}

/// How someone sees colours.
enum Vision: CaseIterable {
  case usual, withoutRed, withoutGreen, withoutBlue

  /// On linear red, green and blue. Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based
  /// model for simulation of color vision deficiency", 2009, severity 1.
  var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .withoutRed:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
      ]
    case .withoutGreen:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
      ]
    case .withoutBlue:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}

/// A colour as linear red, green and blue.
struct Colour {
  let parts: [Double]

  init(_ text: String) {
    let digits = Int(text.dropFirst(), radix: 16) ?? 0
    parts = [digits >> 16, digits >> 8 & 255, digits & 255].map { part in
      let x = Double(part) / 255
      return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
    }
  }

  private init(parts: [Double]) { self.parts = parts }

  func contrast(_ other: Colour) -> Double {
    let light = [luminance, other.luminance].sorted()
    return (light[1] + 0.05) / (light[0] + 0.05)
  }

  private var luminance: Double { 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] }

  func seen(by vision: Vision) -> Colour {
    Colour(
      parts: vision.matrix.map { row in
        min(max(zip(row, parts).map(*).reduce(0, +), 0), 1)
      })
  }

  /// Lightness, and the two axes of colour, of CIE 1976 under D65.
  private var lab: (Double, Double, Double) {
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let (r, g, b) = (parts[0], parts[1], parts[2])
    let x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    let y = f(luminance)
    let z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// The difference by the formula CIEDE2000.
  func distance(_ other: Colour) -> Double {
    let (one, two) = (lab, other.lab)
    let mean = (hypot(one.1, one.2) + hypot(two.1, two.2)) / 2
    let g = 0.5 * (1 - (pow(mean, 7) / (pow(mean, 7) + pow(25, 7))).squareRoot())
    let (a1, a2) = (one.1 * (1 + g), two.1 * (1 + g))
    let (c1, c2) = (hypot(a1, one.2), hypot(a2, two.2))
    func hue(_ b: Double, _ a: Double) -> Double {
      a == 0 && b == 0 ? 0 : (atan2(b, a) * 180 / .pi + 360).truncatingRemainder(dividingBy: 360)
    }
    let (h1, h2) = (hue(one.2, a1), hue(two.2, a2))
    var turn = h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let (dl, dc) = (two.0 - one.0, c2 - c1)
    func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let dh = 2 * (c1 * c2).squareRoot() * sine(turn / 2)
    let (l, c) = ((one.0 + two.0) / 2, (c1 + c2) / 2)
    var h = (h1 + h2) / 2
    if abs(h1 - h2) > 180 { h += h1 + h2 < 360 ? 180 : -180 }
    let t =
      1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63)
    let sl = 1 + 0.015 * pow(l - 50, 2) / (20 + pow(l - 50, 2)).squareRoot()
    let (sc, sh) = (1 + 0.045 * c, 1 + 0.015 * c * t)
    let rotation =
      -sine(60 * exp(-pow((h - 275) / 25, 2))) * 2 * (pow(c, 7) / (pow(c, 7) + pow(25, 7))).squareRoot()
    let (x, y, z) = (dl / sl, dc / sc, dh / sh)
    return (x * x + y * y + z * z + rotation * y * z).squareRoot()
  }
}
