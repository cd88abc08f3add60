import Display

extension Wave: Displayable {
  /// The wave as a chart: a cell whose last expression is a wave draws it.
  public var html: String {
    Chart("One period", x: "sample", y: "value", series: [.line("wave", y: samples)]).html
  }
}
