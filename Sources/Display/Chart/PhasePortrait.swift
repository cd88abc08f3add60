/// Paths in a plane of two states, each with its beginning, its end and its direction, over the arrows of a field.
///
///     PhasePortrait(
///       "Two units settle", x: .linear("h₁", range: -1...1), y: .linear("h₂", range: -1...1),
///       paths: [.path("from (1, 0)", x: first, y: second)],
///       field: { x, y in (next(x, y).0 - x, next(x, y).1 - y) })
///
/// An open circle is where a path begins, a filled one where it ends.
public struct PhasePortrait: Displayable, Sendable {
  /// A path through states.
  public struct Path: Sendable {
    let series: Series

    /// A path through the points (x, y) in the order given. A point that is not finite leaves a gap.
    public static func path(
      _ name: String, x: some Sequence<some BinaryFloatingPoint>, y: some Sequence<some BinaryFloatingPoint>,
      quantity: Quantity? = nil
    ) -> Path {
      Path(
        series: Series(name, .path, .automatic, quantity, x: x.map { Double($0) }, y: y.map { Double($0) }))
    }
  }

  let chart: Chart

  /// A portrait of `paths`.
  ///
  /// `field` gives the direction and the speed at a state; it is asked on a grid of 13 by 11 over both axes,
  /// and an arrow's length grows with the square root of its speed. `points` are states worth naming, such as
  /// fixed points.
  public init(
    _ title: String, x: Axis, y: Axis, paths: [Path], points: [Series] = [],
    annotations: [Chart.Annotation] = [], field: ((Double, Double) -> (Double, Double))? = nil,
    description: String? = nil
  ) {
    var chart = Chart(
      title, x: x, y: y, series: paths.map(\.series) + points, annotations: annotations,
      description: description)
    chart.isPortrait = true
    if let field, x.scale == .linear, y.scale == .linear {
      let (across, up) = ChartLayout.fitted(chart)
      chart.field = VectorField(x: across.lower...across.upper, y: up.lower...up.upper, field)
      // The arrows were asked for within these ends.
      chart.x.range = across.lower...across.upper
      chart.y.range = up.lower...up.upper
    }
    self.chart = chart
  }

  /// The portrait as a figure: its title, the picture, how to read it, and the numbers, folded.
  public var html: String {
    let layout = ChartLayout(chart)
    let hasPaths = layout.plotted.contains { $0.series.kind == .path && $0.lastPoint != nil }
    let reading = hasPaths ? "Open circle: beginning. Filled circle: end." : nil
    let note = [reading, layout.leftOutWords].compactMap(\.self).joined(separator: " ")
    return Figure.html(chart.title, kind: "portrait", note: note, tables: chart.tables) { sheet in
      ChartLayout(chart, on: sheet).drawing(label: description)
    }
  }
}

extension PhasePortrait: CustomStringConvertible {
  /// The text alternative.
  public var description: String { chart.description }
}
