import Display
import Recurrent

/// The numbers of one step of a plain recurrent cell, of the units that a diagram shows.
struct RNNNumbers: StepNumbers {
  typealias Stage = RNNStage

  let units: ShownUnits
  let input: [Double]
  let previous: [Double]
  /// U h₋.
  let fromState: [Double]
  /// W x + b.
  let fromInput: [Double]
  let sum: [Double]
  let state: [Double]

  init<Element: Scalar>(_ step: RNNStep<Element>, in cell: RNNCell<Element>, units: [Int]) {
    let isOwn = cell.hiddenSize == step.state.count && cell.inputSize == step.input.count
    let shown = ShownUnits(units, of: step.state.count, isOwn: isOwn)
    let map = cell.weights
    self.units = shown
    input = step.input.map { Double($0) }
    previous = shown.numbers(step.previous)
    fromState = shown.numbers(map.recurrent * step.previous)
    fromInput = shown.numbers(map.input * step.input + map.bias)
    sum = shown.numbers(step.sum)
    state = shown.numbers(step.state)
  }

  var rows: [(String, [Double])] {
    [
      ("h₋, the state before", previous), ("U h₋, from the state before", fromState),
      ("W x + b, from the input", fromInput), ("the sum", sum), ("h, the state after", state),
    ]
  }

  var words: String {
    "Wiring of a plain recurrent cell\(whose). State before: h₋\(list(previous)). "
      + "Weighted sum: a map of the state before gives\(list(fromState)), a map of the input "
      + "gives\(list(fromInput)), and they add up to the sum\(list(sum)). "
      + "New state: the tanh of the sum is h\(list(state))"
  }

  func draw(on ladder: inout Ladder<RNNNumbers>) { ladder.drawRNN() }
}
