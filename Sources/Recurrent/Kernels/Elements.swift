extension Matrix {
  /// Calls `body` with the elements, row after row.
  func withElements(_ body: (UnsafeBufferPointer<Element>) -> Void) {
    elements.withUnsafeBufferPointer(body)
  }

  /// Calls `body` with the elements, row after row, to be written.
  mutating func withMutableElements(_ body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    elements.withUnsafeMutableBufferPointer { body($0) }
  }
}

extension Vector {
  /// Calls `body` with the elements.
  func withElements(_ body: (UnsafeBufferPointer<Element>) -> Void) {
    elements.withUnsafeBufferPointer(body)
  }

  /// Calls `body` with the elements, to be written.
  mutating func withMutableElements(_ body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    elements.withUnsafeMutableBufferPointer { body($0) }
  }
}
