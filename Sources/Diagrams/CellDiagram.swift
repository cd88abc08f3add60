public import Display
public import Recurrent

/// The wiring of a gated recurrent unit, drawn from a step it took, with the step's own numbers on the wires.
///
///     let step = gru.step(x, from: h)
///     CellDiagram(of: step, in: gru, unit: 0, lit: .resetGate)
///
/// The four stages stand below each other in the order in which they are computed: update gate, reset gate,
/// candidate, new state. One of them can be lit, as a text explains it; the others are then grey. The reset
/// gate stands where the cell has it, before or after the product.
public struct CellDiagram: Displayable, Sendable {
  /// A stage of a step.
  public enum Stage: String, CaseIterable, Sendable {
    /// z = σ(W x + U h₋ + b).
    case updateGate
    /// r = σ(W x + U h₋ + b), with weights of its own.
    case resetGate
    /// n, from the input and what the reset gate lets be read.
    case candidate
    /// h = z ⊙ h₋ + (1 − z) ⊙ n.
    case state
  }

  /// What stands above the diagram; empty for nothing.
  public var title: String
  /// The stage that is lit; `nil` for all alike.
  public var lit: Stage?
  /// What the diagram shows, for those who do not see it; `nil` for a description computed from the numbers.
  public var alternative: String?
  let numbers: StepNumbers

  /// The diagram of `step`, which `cell` took, with the numbers of one unit, counted from 0.
  ///
  /// A unit that the step does not have leaves the wires without numbers.
  public init<Element: Scalar>(
    of step: GRUStep<Element>, in cell: GRUCell<Element>, unit: Int = 0, lit: Stage? = nil,
    title: String = "",
    description: String? = nil
  ) {
    self.init(of: step, in: cell, units: [unit], lit: lit, title: title, description: description)
  }

  /// The diagram of `step` with the numbers of up to three units, counted from 0; further ones are left out.
  public init<Element: Scalar>(
    of step: GRUStep<Element>, in cell: GRUCell<Element>, units: [Int], lit: Stage? = nil, title: String = "",
    description: String? = nil
  ) {
    self.title = title
    self.lit = lit
    alternative = description
    numbers = StepNumbers(step, in: cell, units: units)
  }

  /// The diagram as a figure: its title, the picture, whose numbers they are, and the numbers, folded.
  public var html: String {
    Figure.html(title, kind: "diagram", note: note, tables: numbers.units.isEmpty ? [] : [table]) { sheet in
      let layout = GRULadder(numbers, lit: lit, on: sheet)
      return sheet.drawing(height: layout.height, label: description, layout.wiring.groups)
    }
  }

  private var note: String {
    guard !numbers.units.isEmpty else { return "" }
    let order = numbers.units.count > 1 ? ", from above" : ""
    return "Numbers on the wires: \(numbers.unitWords)\(order)."
  }

  /// Every quantity of the step, a column for each unit.
  var table: Table {
    let columns = numbers.units.map { Table.Column.number("unit \($0 + 1)", digits: 4) }
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

extension CellDiagram.Stage {
  var words: String {
    switch self {
    case .updateGate: "update gate"
    case .resetGate: "reset gate"
    case .candidate: "candidate"
    case .state: "new state"
    }
  }

  /// What the stage computes, and so the colour of its part.
  var quantity: Quantity {
    switch self {
    case .updateGate: .updateGate
    case .resetGate: .resetGate
    case .candidate: .candidate
    case .state: .state
    }
  }
}
