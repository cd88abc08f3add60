/// Values of a few things side by side, as bars from zero; several series stand beside each other in groups.
///
///     BarChart(
///       "Parameters", names: ["RNN", "GRU", "LSTM"], x: "cell", y: "parameters",
///       bars: [.bars("H = 32", [1_120, 3_360, 4_480])])
///
/// The axis always holds zero, since a bar's length is its value. A value that is not finite has no bar, and
/// the chart says so. Series are told apart by colour and by hatching.
public struct BarChart: Displayable, Sendable {
  /// One bar for each name.
  public struct Bars: Sendable {
    let name: String
    let values: [Double]
    let interval: (lower: [Double], upper: [Double])?
    let quantity: Quantity?

    /// Bars of `values`, in the order of the names.
    public static func bars(
      _ name: String, _ values: some Sequence<some BinaryFloatingPoint>, quantity: Quantity? = nil
    ) -> Bars {
      Bars(name: name, values: values.map { Double($0) }, interval: nil, quantity: quantity)
    }

    /// Bars of whole numbers.
    public static func bars(
      _ name: String, _ values: some Sequence<some BinaryInteger>, quantity: Quantity? = nil
    ) -> Bars {
      Bars(name: name, values: values.map { Double($0) }, interval: nil, quantity: quantity)
    }

    /// Bars with a bar of error each, from `lower` to `upper`.
    public static func bars(
      _ name: String, _ values: some Sequence<some BinaryFloatingPoint>,
      lower: some Sequence<some BinaryFloatingPoint>, upper: some Sequence<some BinaryFloatingPoint>,
      quantity: Quantity? = nil
    ) -> Bars {
      Bars(
        name: name, values: values.map { Double($0) },
        interval: (lower.map { Double($0) }, upper.map { Double($0) }), quantity: quantity)
    }
  }

  /// What stands above the chart.
  public var title: String
  /// The names below the bars, from the left.
  public var names: [String]
  /// What the names are.
  public var x: String
  /// What the bars measure, with its unit.
  public var y: String
  /// What the vertical axis spans; `nil` for zero and all values.
  public var range: ClosedRange<Double>?
  /// The series, in the order of the legend.
  public var bars: [Bars]
  /// Named level lines.
  public var annotations: [Chart.Annotation]
  /// What the chart shows, for those who do not see it; `nil` for a description computed from the values.
  public var alternative: String?

  /// A chart with a group of bars for each of `names`.
  public init(
    _ title: String, names: [String], x: String = "", y: String, range: ClosedRange<Double>? = nil,
    bars: [Bars], annotations: [Chart.Annotation] = [], description: String? = nil
  ) {
    self.title = title
    self.names = names
    self.x = x
    self.y = y
    self.range = range
    self.bars = bars
    self.annotations = annotations
    alternative = description
  }

  /// The chart as a figure: its title, the picture and the numbers, folded.
  public var html: String {
    Figure.html(title, kind: "bar-chart", note: ChartLayout(chart).leftOutWords, tables: [table]) { sheet in
      ChartLayout(chart, on: sheet).drawing(label: description)
    }
  }

  private var count: Int { max(names.count, bars.map(\.values.count).max() ?? 0, 1) }
  private func name(_ index: Int) -> String { index < names.count ? names[index] : "\(index)" }

  /// The chart over an axis on which group i spans i to i + 1.
  var chart: Chart {
    let width = 0.8 / Double(max(bars.count, 1))
    let series = bars.enumerated().map { index, bars in
      Series(
        bars.name, .bars(width: width * 0.94), .automatic, bars.quantity,
        x: bars.values.indices.map { Double($0) + 0.1 + width * (Double(index) + 0.5) }, y: bars.values,
        interval: bars.interval)
    }
    var chart = Chart(
      title, x: Axis(x, range: 0...Double(count)), y: Axis(y, range: range), series: series,
      annotations: annotations.filter { $0.direction == .horizontal })
    chart.categories = (0..<count).map(name)
    return chart
  }

  var table: Table {
    let vectors = bars.flatMap { bars -> [Table.Vector] in
      let name = bars.name.isEmpty ? (y.isEmpty ? "value" : y) : bars.name
      let ends = bars.interval.map {
        [Table.Vector("\(name), lower", $0.lower), Table.Vector("\(name), upper", $0.upper)]
      }
      return [Table.Vector(name, bars.values)] + (ends ?? [])
    }
    return Table(title, vectors: [Table.Vector(x.isEmpty ? "name" : x, (0..<count).map(name))] + vectors)
  }
}

extension BarChart: CustomStringConvertible {
  /// The text alternative.
  public var description: String {
    let body =
      alternative ?? "Bar chart\(y.isEmpty ? "" : " of \(y)"). " + bars.map(words).joined(separator: " ")
    return [Figure.sentence(title), Figure.sentence(body), ChartLayout(chart).leftOutWords ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func words(_ bars: Bars) -> String {
    let style = CellStyle(.automatic, for: bars.values.map { Table.Cell($0) })
    let values = bars.values.enumerated().filter(\.element.isFinite).map { index, value in
      "\(name(index)) \(style.text(.init(value)))"
    }
    let list = values.isEmpty ? "no values" : values.joined(separator: ", ")
    return bars.name.isEmpty ? "\(list)." : "\(bars.name): \(list)."
  }
}
