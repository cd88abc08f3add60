/// States something that the build must find true.
///
/// The claim is shown where it is made, with what was measured. Where it is false the build fails and names
/// the line; the cells after it run all the same, so that one build reports every false claim.
///
/// With an `id`, unique in the chapter, the claim can be linked to, and a table of claims can name it.
public func claim(
  _ statement: String, _ holds: Bool, measured: String = "", id: String? = nil, line: Int = #line,
  column: Int = #column
) {
  let record = ClaimRecord(
    statement: statement, measured: measured, holds: holds, id: id, line: line, column: column)
  if Recorder.shared.isListening {
    Recorder.shared.record(.claimed(record))
  } else {
    print(holds ? "holds:" : "does not hold:", statement, measured)
  }
}

/// States that `value` is no greater than `bound`.
///
/// Not a number is no greater than nothing: a claim about it is false.
public func claim<Value: BinaryFloatingPoint>(
  _ statement: String, _ value: Value, atMost bound: Value, id: String? = nil, line: Int = #line,
  column: Int = #column
) {
  let holds = value <= bound
  claim(
    statement, holds, measured: comparison(value, holds ? "≤" : "≰", bound, holds: holds), id: id, line: line,
    column: column)
}

/// States that `value` is no less than `bound`.
public func claim<Value: BinaryFloatingPoint>(
  _ statement: String, _ value: Value, atLeast bound: Value, id: String? = nil, line: Int = #line,
  column: Int = #column
) {
  let holds = value >= bound
  claim(
    statement, holds, measured: comparison(value, holds ? "≥" : "≱", bound, holds: holds), id: id, line: line,
    column: column)
}

/// States that `value` differs from `expected` by no more than `tolerance`.
public func claim<Value: BinaryFloatingPoint>(
  _ statement: String, _ value: Value, near expected: Value, within tolerance: Value, id: String? = nil,
  line: Int = #line,
  column: Int = #column
) {
  let holds = abs(value - expected) <= tolerance
  claim(
    statement, holds,
    measured: comparison(value, holds ? "≈" : "≉", expected, holds: holds)
      + ", within \(significant(tolerance, digits: 2))", id: id, line: line,
    column: column)
}

/// States that two values are equal: floating-point numbers to the bit, but for the sign of zero.
public func claim<Value: Equatable>(
  _ statement: String, _ value: Value, equals expected: Value, id: String? = nil, line: Int = #line,
  column: Int = #column
) {
  let holds = value == expected
  let (found, wanted) = (describe(value), describe(expected))
  // A long vector says no more than that it is the same; where it is not, every digit helps.
  let agreement = wanted.utf8.count <= 40 ? "= \(wanted)" : "equal"
  claim(
    statement, holds, measured: holds ? agreement : "\(found) ≠ \(wanted)", id: id, line: line, column: column
  )
}

/// Both sides to four digits; to the last digit where the claim is false, since there the digits matter.
private func comparison<Value: BinaryFloatingPoint>(
  _ value: Value, _ relation: String, _ bound: Value, holds: Bool
) -> String {
  holds
    ? "\(significant(value, digits: 4)) \(relation) \(significant(bound, digits: 4))"
    : "\(value) \(relation) \(bound)"
}
