extension Table {
  /// A table with a label and a vector of numbers in each row.
  ///
  /// The first column is the labels'; a row whose vector is shorter than the others shows what is missing as a
  /// dash.
  public init<Values: Sequence>(
    _ title: String? = nil, columns: [Column], rows: KeyValuePairs<String, Values>
  ) where Values.Element: BinaryFloatingPoint {
    self.init(
      title, columns: columns, rows: rows.map { label, values in [Cell(label)] + values.map { Cell($0) } },
      rowHeaders: true)
  }
}
