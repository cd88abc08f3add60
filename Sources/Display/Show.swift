/// Shows a table, a chart or another figure below the cell.
public func show(_ figure: some Displayable) {
  emit(.figure(html: figure.html), text: "\(figure)")
}

/// Shows a value below the cell, as text: a string in quotes, anything else by its description.
public func show<Value>(_ value: Value) {
  if let figure = value as? any Displayable {
    emit(.figure(html: figure.html), text: "\(value)")
  } else {
    let text = describe(value)
    emit(.value(text), text: text)
  }
}

func describe<Value>(_ value: Value) -> String {
  value is String || value is Substring || value is Character ? String(reflecting: value) : String(describing: value)
}

private func emit(_ output: Output, text: String) {
  if Recorder.shared.isListening {
    Recorder.shared.record(.shown(output))
  } else {
    print(text)
  }
}
