/// What a figure is drawn on. Each figure is drawn twice, for a wide column and for a phone, and the style sheet
/// shows the drawing that fits the room there is.
///
/// One drawing that is scaled would be either too small to read on a phone or too large in print; each of the two is
/// shown at about its own width, so its text has the size it was laid out for, and as many ticks and names as fit.
package struct Sheet: Hashable, Sendable {
  /// The class of the drawing.
  package let name: String
  package let width: Double
  /// How high the plot of a chart is.
  let plotHeight: Double
  /// How high the plot of a phase portrait is, which is nearly square.
  let portraitHeight: Double

  /// A column of text.
  package static let wide = Sheet(name: "wide", width: 600, plotHeight: 262, portraitHeight: 420)
  /// A phone.
  package static let narrow = Sheet(name: "narrow", width: 320, plotHeight: 200, portraitHeight: 280)
  /// One of several charts side by side, or below each other on a phone.
  static let panel = Sheet(name: "panel", width: 300, plotHeight: 150, portraitHeight: 260)

  /// The picture of `groups`, with `label` as its text alternative.
  ///
  /// Where there is no style sheet the narrow drawing stays hidden.
  package func drawing(height: Double, label: String, _ groups: [String]) -> String {
    let hidden = self == .narrow ? " display=\"none\"" : ""
    return
      "<svg class=\"\(name)\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\"\(hidden) role=\"img\" "
      + "aria-label=\"\(HTML.escape(label))\" font-size=\"\(SVG.number(SVG.textSize))\" fill=\"currentColor\">\n"
      + groups.joined(separator: "\n") + "\n</svg>"
  }
}
