import Display
public import Recurrent

extension CellDiagram where Stage == LSTMStage {
  /// The diagram of `step`, which `cell` took, with the numbers of one unit, counted from 0.
  ///
  /// A unit that the step does not have leaves the wires without numbers.
  public init<Element: Scalar>(
    of step: LSTMStep<Element>, in cell: LSTMCell<Element>, unit: Int = 0, lit: Stage? = nil,
    title: String = "", description: String? = nil
  ) {
    self.init(of: step, in: cell, units: [unit], lit: lit, title: title, description: description)
  }

  /// The diagram of `step` with the numbers of up to three units, counted from 0; further ones are left out.
  public init<Element: Scalar>(
    of step: LSTMStep<Element>, in cell: LSTMCell<Element>, units: [Int], lit: Stage? = nil,
    title: String = "",
    description: String? = nil
  ) {
    let numbers = LSTMNumbers(step, in: cell, units: units)
    self.init(numbers, lit: lit, title: title, description: description)
  }
}
