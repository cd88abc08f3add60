extension Series {
  /// A line with a shaded band around it, such as a mean and what several runs spread over.
  ///
  /// The band reaches from `lower` to `upper` at each x. Where either is not finite it has a gap, while the
  /// line goes on; on a logarithmic axis a lower end that is not positive reaches down to the axis. Say in the
  /// caption what the band is.
  public static func band(
    _ name: String, x: some Sequence<some BinaryFloatingPoint>, y: some Sequence<some BinaryFloatingPoint>,
    lower: some Sequence<some BinaryFloatingPoint>, upper: some Sequence<some BinaryFloatingPoint>,
    style: Style = .automatic, quantity: Quantity? = nil
  ) -> Series {
    Series(
      name, .line, style, quantity, x: x.map { Double($0) }, y: y.map { Double($0) },
      interval: (lower.map { Double($0) }, upper.map { Double($0) }))
  }

  /// A line with a band whose x are whole numbers, such as steps.
  public static func band(
    _ name: String, x: some Sequence<some BinaryInteger>, y: some Sequence<some BinaryFloatingPoint>,
    lower: some Sequence<some BinaryFloatingPoint>, upper: some Sequence<some BinaryFloatingPoint>,
    style: Style = .automatic, quantity: Quantity? = nil
  ) -> Series {
    band(
      name, x: x.map { Double($0) }, y: y, lower: lower, upper: upper, style: style, quantity: quantity)
  }

  /// Points with an upright bar each, from `lower` to `upper`: what a measurement leaves open.
  public static func points(
    _ name: String, x: some Sequence<some BinaryFloatingPoint>, y: some Sequence<some BinaryFloatingPoint>,
    lower: some Sequence<some BinaryFloatingPoint>, upper: some Sequence<some BinaryFloatingPoint>,
    quantity: Quantity? = nil
  ) -> Series {
    Series(
      name, .points, .automatic, quantity, x: x.map { Double($0) }, y: y.map { Double($0) },
      interval: (lower.map { Double($0) }, upper.map { Double($0) }))
  }

  /// Points with bars whose x are whole numbers.
  public static func points(
    _ name: String, x: some Sequence<some BinaryInteger>, y: some Sequence<some BinaryFloatingPoint>,
    lower: some Sequence<some BinaryFloatingPoint>, upper: some Sequence<some BinaryFloatingPoint>,
    quantity: Quantity? = nil
  ) -> Series {
    points(name, x: x.map { Double($0) }, y: y, lower: lower, upper: upper, quantity: quantity)
  }
}
