extension Chart {
  /// The text alternative: the title, then the author's words or a description of the data, then what is missing.
  func words(_ layout: ChartLayout) -> String {
    let body =
      alternative
      ?? ([axisWords(layout)] + series.map(seriesWords) + annotationWords(layout)).joined(separator: " ")
    return [Figure.sentence(title), Figure.sentence(body), layout.leftOutWords].compactMap(\.self).filter {
      !$0.isEmpty
    }
    .joined(separator: " ")
  }

  private func axisWords(_ layout: ChartLayout) -> String {
    func words(_ name: String, _ fitted: FittedAxis) -> String {
      let scale = fitted.axis.scale
      let title = fitted.axis.title.isEmpty ? "" : ": \(fitted.axis.title)"
      let ends = "from \(figure(scale.value(at: fitted.lower))) to \(figure(scale.value(at: fitted.upper)))"
      return "\(name) axis\(title), \(scale == .linear ? "" : "logarithmic, ")\(ends)."
    }
    return words("Horizontal", layout.x) + " " + words("Vertical", layout.y)
  }

  private func seriesWords(_ series: Series) -> String {
    if series.kind == .path { return pathWords(series) }
    let kind = series.kind == .line ? "Line" : series.isBars ? "Bars" : "Points"
    let name = series.name.isEmpty ? kind : "\(kind) “\(series.name)”"
    let drawn = zip(series.x, series.y).filter {
      x.scale.place(of: $0) != nil && y.scale.place(of: $1) != nil
    }
    guard let first = drawn.first, let last = drawn.last,
      let least = drawn.min(by: { $0.1 < $1.1 }), let greatest = drawn.max(by: { $0.1 < $1.1 })
    else { return "\(name): no points." }
    if drawn.count == 1 { return "\(name): one point, \(figure(first.1)) at \(figure(first.0))." }
    let ends = "\(figure(first.1)) at \(figure(first.0)) to \(figure(last.1)) at \(figure(last.0))"
    return
      "\(name): \(drawn.count) points, from \(ends); least \(figure(least.1)), greatest \(figure(greatest.1))."
      + intervalWords(series)
  }

  /// How far the band or the bars reach, at the ends and where they are widest.
  private func intervalWords(_ series: Series) -> String {
    guard let interval = series.interval else { return "" }
    let drawn = zip(series.x, zip(interval.lower, interval.upper)).filter { x, ends in
      self.x.scale.place(of: x) != nil && y.scale.place(of: ends.1) != nil && ends.0 <= ends.1
    }
    guard let last = drawn.last, let widest = drawn.max(by: { $0.1.1 - $0.1.0 < $1.1.1 - $1.1.0 }) else {
      return ""
    }
    func words(_ place: (Double, (Double, Double))) -> String {
      "from \(figure(place.1.0)) to \(figure(place.1.1)) at \(figure(place.0))"
    }
    let kind = series.isJoined ? "Band" : "Bars of error"
    return " \(kind): widest \(words(widest)); at the end \(words(last))."
  }

  private func pathWords(_ series: Series) -> String {
    let name = series.name.isEmpty ? "Path" : "Path “\(series.name)”"
    let drawn = zip(series.x, series.y).filter {
      x.scale.place(of: $0) != nil && y.scale.place(of: $1) != nil
    }
    guard let first = drawn.first, let last = drawn.last else { return "\(name): no points." }
    func place(_ point: (Double, Double)) -> String { "(\(figure(point.0)), \(figure(point.1)))" }
    return "\(name): \(drawn.count) points, from \(place(first)) to \(place(last))."
  }

  private func annotationWords(_ layout: ChartLayout) -> [String] {
    layout.annotations.map { annotation in
      let name = annotation.direction == .horizontal ? "Level line" : "Upright line"
      return
        "\(name) at \(figure(annotation.value))\(annotation.label.isEmpty ? "" : ": \(annotation.label)")."
    }
  }

  private func figure(_ x: Double) -> String {
    abs(x - x.rounded()) <= abs(x) * 1e-12 && abs(x) < 1e6 ? fixed(x, digits: 0) : significant(x, digits: 3)
  }
}

extension ChartLayout {
  /// How many points are not in the picture, and why; `nil` where all of them are.
  var leftOutWords: String? {
    func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
    let isLogarithmic = x.axis.scale == .logarithmic || y.axis.scale == .logarithmic
    let reason = isLogarithmic ? "not finite, or not positive on a logarithmic axis" : "not finite"
    let sentences = [
      leftOut > 0 ? "\(points(leftOut)) left out: \(reason)." : nil,
      beyond > 0 ? "\(points(beyond)) beyond the axes." : nil,
    ].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
