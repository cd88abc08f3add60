/// Lines and points over two axes, drawn as SVG, with a text alternative and the table of its numbers.
///
///     Chart(
///       "Saturation", x: "x", y: "σ(x)",
///       series: [.function("σ", over: -8...8) { 1 / (1 + exp(-$0)) }],
///       annotations: [.horizontal(0.5, "half open")])
///
/// Any data may be given: what cannot stand on an axis is left out, and the chart says how many points that were.
public struct Chart: Displayable, Sendable {
  /// What stands above the drawing.
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn, in the order of the legend.
  public var series: [Series]
  /// Named straight lines across the plot.
  public var annotations: [Annotation]
  /// What the drawing shows, for those who do not see it; `nil` for a description computed from the data.
  public var alternative: String?

  /// The names of bars, which stand at 0.5, 1.5 and so on.
  var categories: [String]?
  /// Arrows beneath the paths.
  var field: VectorField?
  /// Whether the plot is nearly square, as both axes are states.
  var isPortrait = false

  /// A chart of `series`.
  ///
  /// `description` is the text alternative: say what there is to see, as the author meant it.
  public init(
    _ title: String, x: Axis, y: Axis, series: [Series], annotations: [Annotation] = [],
    description: String? = nil
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.annotations = annotations
    alternative = description
  }

  /// The drawing as a figure: its title, the picture, a note on what is left out, and the numbers, folded.
  public var html: String {
    Figure.html(title, note: ChartLayout(self).leftOutWords, tables: tables) { sheet in
      ChartLayout(self, on: sheet).drawing(label: description)
    }
  }
}

extension Chart: CustomStringConvertible {
  /// The text alternative.
  public var description: String { words(ChartLayout(self)) }
}
