import Display
import Recurrent

/// The numbers of one step of a long short-term memory, of the units that a diagram shows.
struct LSTMNumbers: StepNumbers {
  typealias Stage = LSTMStage

  let hasPeepholes: Bool
  let units: ShownUnits
  let input: [Double]
  let previous: [Double]
  let previousCell: [Double]
  let forgetSum: [Double]
  let forget: [Double]
  let inputSum: [Double]
  let inputGate: [Double]
  let candidateSum: [Double]
  let candidate: [Double]
  let kept: [Double]
  let written: [Double]
  let cell: [Double]
  let outputSum: [Double]
  let output: [Double]
  let squashed: [Double]
  let state: [Double]

  init<Element: Scalar>(_ step: LSTMStep<Element>, in cell: LSTMCell<Element>, units: [Int]) {
    let isOwn = cell.hiddenSize == step.state.count && cell.inputSize == step.input.count
    let shown = ShownUnits(units, of: step.state.count, isOwn: isOwn)
    hasPeepholes = cell.peepholes != nil
    self.units = shown
    input = step.input.map { Double($0) }
    previous = shown.numbers(step.previous.hidden)
    previousCell = shown.numbers(step.previous.cell)
    forgetSum = shown.numbers(step.forgetSum)
    forget = shown.numbers(step.forgetGate)
    inputSum = shown.numbers(step.inputSum)
    inputGate = shown.numbers(step.inputGate)
    candidateSum = shown.numbers(step.candidateSum)
    candidate = shown.numbers(step.candidate)
    kept = shown.numbers(step.forgetGate ⊙ step.previous.cell)
    written = shown.numbers(step.inputGate ⊙ step.candidate)
    self.cell = shown.numbers(step.cell)
    outputSum = shown.numbers(step.outputSum)
    output = shown.numbers(step.outputGate)
    squashed = shown.numbers(step.squashedCell)
    state = shown.numbers(step.state)
  }

  var rows: [(String, [Double])] {
    [
      ("h₋, the hidden state before", previous), ("c₋, the cell state before", previousCell),
      ("sum of the forget gate", forgetSum), ("f, the forget gate", forget),
      ("sum of the input gate", inputSum), ("i, the input gate", inputGate),
      ("sum of the candidate", candidateSum), ("g, the candidate", candidate),
      ("f ⊙ c₋, what is kept", kept), ("i ⊙ g, what is written", written), ("c, the cell state after", cell),
      ("sum of the output gate", outputSum), ("o, the output gate", output), ("tanh c", squashed),
      ("h, the hidden state after", state),
    ]
  }

  var words: String {
    let with = hasPeepholes ? " with peepholes" : ""
    let read = hasPeepholes ? "the input and both states before" : "the input and the hidden state before"
    let last = hasPeepholes ? "a fourth map, with the new cell state," : "a fourth map"
    return "Wiring of a long short-term memory\(with)\(whose). "
      + "States before: hidden h₋\(list(previous)), cell c₋\(list(previousCell)). "
      + "Forget gate: a map of \(read) gives the sum\(list(forgetSum)), its sigmoid is f\(list(forget)). "
      + "Input gate: another map gives\(list(inputSum)), its sigmoid is i\(list(inputGate)). "
      + "Candidate: a third map, of the input and the hidden state before, gives\(list(candidateSum)), its tanh "
      + "is g\(list(candidate)). "
      + "Cell state: f times the cell state before\(list(kept)) and i times g\(list(written)) add up to "
      + "c\(list(cell)). "
      + "Output gate: \(last) gives\(list(outputSum)), its sigmoid is o\(list(output)). "
      + "Hidden state: o times the tanh of c\(list(squashed)) is h\(list(state))"
  }

  func draw(on ladder: inout Ladder<LSTMNumbers>) { ladder.drawLSTM() }
}
