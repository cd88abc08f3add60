/// Shows something below the cell: a table, a chart or another `Displayable` as a figure, anything else as text,
/// a string in quotes and a value by its description.
public func show<Value>(_ value: Value) {
  if let figure = value as? any Displayable {
    emit(.figure(html: figure.html), text: "\(value)")
  } else {
    let text = describe(value)
    emit(.value(text), text: text)
  }
}

func describe<Value>(_ value: Value) -> String {
  value is String || value is Substring || value is Character
    ? String(reflecting: value) : String(describing: value)
}

private func emit(_ output: Output, text: String) {
  if Recorder.shared.isListening {
    Recorder.shared.record(.shown(output))
  } else {
    print(text)
  }
}
