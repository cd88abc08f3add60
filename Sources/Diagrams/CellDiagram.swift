public import Display

/// The wiring of a recurrent cell, drawn from a step it took, with the step's own numbers on the wires.
///
///     let step = gru.step(x, from: h)
///     CellDiagram(of: step, in: gru, unit: 0, lit: .resetGate)
///
/// The stages stand below each other in an order in which they can be computed. One of them can be lit, as a text
/// explains it; the others are then grey. In a GRU the reset gate stands where the cell has it, before or after
/// the product; an LSTM's peepholes, if it has them, run into the maps from above.
public struct CellDiagram<Stage: CellStage>: Displayable, Sendable {
  /// What stands above the diagram; empty for nothing.
  public var title: String
  /// The stage that is lit; `nil` for all alike.
  public var lit: Stage?
  /// What the diagram shows, for those who do not see it; `nil` for a description computed from the numbers.
  public var alternative: String?
  let numbers: any StepNumbers<Stage>

  init(_ numbers: any StepNumbers<Stage>, lit: Stage?, title: String, description: String?) {
    self.title = title
    self.lit = lit
    alternative = description
    self.numbers = numbers
  }

  /// The diagram as a figure: its title, the picture, whose numbers they are, and the numbers, folded.
  public var html: String {
    let tables = numbers.units.indices.isEmpty ? [] : [table]
    return Figure.html(title, kind: "diagram", note: note, tables: tables) { sheet in
      let (wiring, height) = numbers.drawn(lit: lit, on: sheet)
      return sheet.drawing(height: height, label: description, wiring.groups)
    }
  }

  private var note: String {
    guard !numbers.units.indices.isEmpty else { return "" }
    let order = numbers.units.indices.count > 1 ? ", from above" : ""
    return "Numbers on the wires: \(numbers.units.words)\(order)."
  }

  /// Every quantity of the step, a column for each unit.
  var table: Table {
    let columns = numbers.units.indices.map { Table.Column.number("unit \($0 + 1)", digits: 4) }
    let rows = numbers.rows.map { name, values in [Table.Cell(name)] + values.map { Table.Cell($0) } }
    let name = title.isEmpty ? "The step in numbers" : title
    return Table(name, columns: [.text("quantity")] + columns, rows: rows, rowHeaders: true)
  }
}

extension CellDiagram: CustomStringConvertible {
  /// The text alternative: the wiring in words, with the numbers.
  public var description: String {
    let body = [alternative ?? numbers.words, lit.map { "Lit: the \($0.words)" } ?? ""]
    return ([title] + body).filter { !$0.isEmpty }.map(Figure.sentence).joined(separator: " ")
  }
}
