// What the engine writes into the program of a chapter. An author never calls these.

/// Begins the program of a chapter.
public func _bookBegin() {
  Recorder.shared.limitProcess()
}

/// Begins a piece of the chapter.
public func _bookPiece(_ index: Int) {
  Recorder.shared.record(.began(piece: index))
}

/// Tells which top-level statement begins.
public func _bookReached(_ line: Int, _ column: Int) {
  Recorder.shared.record(.reached(line: line, column: column))
}

/// Shows the value of a cell's last expression, where it has one.
public func _bookValue<Value>(_ value: Value) {
  if value is Void { return }
  show(value)
}

/// Shows that a cell's last expression is a value that cannot be copied, by its type's name.
public func _bookValue<Value: ~Copyable>(_ value: borrowing Value) {
  Recorder.shared.record(.shown(.value("\(Value.self)")))
}

/// Shows a number in a sentence.
public func _bookNumber(_ text: String) {
  Recorder.shared.record(.shown(.value(text)))
}

/// Ends the program of a chapter.
public func _bookEnd() {
  Recorder.shared.record(.finished)
}
