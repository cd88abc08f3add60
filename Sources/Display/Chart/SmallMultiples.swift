/// Several small charts over the same axes, side by side where there is room and below each other on a phone.
///
///     SmallMultiples(
///       "Loss of five seeds", x: "step", y: .logarithmic("loss"),
///       panels: [.init("GRU", [.line("train", y: …), .line("test", y: …)]), .init("LSTM", […])])
///
/// Series of one name look alike in every panel, and are named once, above them all.
public struct SmallMultiples: Displayable, Sendable {
  /// One chart of several.
  public struct Panel: Sendable {
    /// What stands above it.
    public var title: String
    /// What is drawn.
    public var series: [Series]
    /// Named straight lines across the plot.
    public var annotations: [Chart.Annotation]

    /// A chart of `series`.
    public init(_ title: String, _ series: [Series], annotations: [Chart.Annotation] = []) {
      self.title = title
      self.series = series
      self.annotations = annotations
    }
  }

  /// What stands above all charts.
  public var title: String
  /// The horizontal axis of each.
  public var x: Axis
  /// The vertical axis of each.
  public var y: Axis
  /// The charts, in reading order.
  public var panels: [Panel]
  /// What the charts show together, for those who do not see them.
  public var alternative: String?

  /// Charts of `panels`. With no range an axis spans what all panels need.
  public init(_ title: String, x: Axis, y: Axis, panels: [Panel], description: String? = nil) {
    self.title = title
    self.x = x
    self.y = y
    self.panels = panels
    alternative = description
  }

  /// The charts as one figure: its title, the names of the series, the pictures and the numbers, folded.
  public var html: String {
    let looks = looks
    let pictures = charts.map { chart in
      let own = chart.series.map { looks[Self.key($0)] ?? SeriesLook.looks(of: [$0])[0] }
      let layout = ChartLayout(chart, on: .panel, looks: own)
      let title =
        chart.title.isEmpty
        ? "" : HTML.element("p", ["class": "panel-title"], content: HTML.escape(chart.title)) + "\n"
      return HTML.element(
        "div", ["class": "panel-of"], content: title + layout.drawing(label: chart.words(layout)))
    }
    let tables = charts.flatMap { chart in
      chart.tables.map { table in
        var table = table
        table.title = [title, table.title ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        return table
      }
    }
    let panels = HTML.element(
      "div", ["class": "panels"], content: "\n" + pictures.joined(separator: "\n") + "\n")
    let label = [title, alternative ?? ""].filter { !$0.isEmpty }.map(Figure.sentence).joined(separator: " ")
    return Figure.framed(
      title, kind: "multiples", note: note, tables: tables, label: label,
      picture: legend(looks) + [panels])
  }

  /// Each panel as a chart over the axes that all share.
  var charts: [Chart] {
    var all = Chart(title, x: x, y: y, series: panels.flatMap(\.series))
    all.annotations = panels.flatMap(\.annotations)
    let (across, up) = ChartLayout.fitted(all)
    func shared(_ axis: Axis, _ fitted: FittedAxis) -> Axis {
      var axis = axis
      axis.range = axis.scale.value(at: fitted.lower)...axis.scale.value(at: fitted.upper)
      return axis
    }
    return panels.map { panel in
      Chart(
        panel.title, x: shared(x, across), y: shared(y, up), series: panel.series,
        annotations: panel.annotations)
    }
  }

  private var note: String? {
    let notes = charts.compactMap { chart in
      ChartLayout(chart, on: .panel).leftOutWords.map { chart.title.isEmpty ? $0 : "\(chart.title): \($0)" }
    }
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  /// What makes two series of different panels the same.
  private static func key(_ series: Series) -> String {
    "\(series.kind) \(series.quantity?.rawValue ?? "") \(series.name)"
  }

  /// The first series of each kind and name.
  private var distinct: [Series] {
    var seen: Set<String> = []
    return panels.flatMap(\.series).filter { seen.insert(Self.key($0)).inserted }
  }

  private var looks: [String: SeriesLook] {
    Dictionary(
      zip(distinct.map(Self.key), SeriesLook.looks(of: distinct)), uniquingKeysWith: { first, _ in first })
  }

  private func legend(_ looks: [String: SeriesLook]) -> [String] {
    let entries = distinct.filter { !$0.name.isEmpty }.compactMap { series -> String? in
      guard let look = looks[Self.key(series)] else { return nil }
      let sample =
        "<svg class=\"sample\" viewBox=\"0 0 24 16\" width=\"24\" height=\"16\" aria-hidden=\"true\" fill=\"currentColor\">"
        + "<g class=\"\(look.classes)\">\(ChartLayout.sample(look, series, x: 1, y: 8))</g></svg>"
      return "<li>\(sample) \(HTML.escape(series.name))</li>"
    }
    return entries.isEmpty ? [] : ["<ul class=\"series-names\">" + entries.joined() + "</ul>"]
  }
}

extension SmallMultiples: CustomStringConvertible {
  /// The text alternative: the author's words, or a description of each panel.
  public var description: String {
    let body = alternative ?? charts.map(\.description).joined(separator: " ")
    return [title, body].filter { !$0.isEmpty }.map(Figure.sentence).joined(separator: " ")
  }
}
