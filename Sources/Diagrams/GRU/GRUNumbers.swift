import Display
import Recurrent

/// The numbers of one step of a GRU, of the units that a diagram shows.
struct GRUNumbers: StepNumbers {
  typealias Stage = GRUStage

  let placement: ResetPlacement
  let units: ShownUnits
  let input: [Double]
  let previous: [Double]
  let updateSum: [Double]
  let update: [Double]
  let resetSum: [Double]
  let reset: [Double]
  /// r ⊙ h₋, which the before form has.
  let read: [Double]
  /// U h₋ + b_hn, which the after form has.
  let product: [Double]
  /// r ⊙ (U h₋ + b_hn).
  let gatedProduct: [Double]
  /// W x + b, which the after form adds it to.
  let fromInput: [Double]
  let candidateSum: [Double]
  let candidate: [Double]
  let kept: [Double]
  let complement: [Double]
  let written: [Double]
  let state: [Double]

  init<Element: Scalar>(_ step: GRUStep<Element>, in cell: GRUCell<Element>, units: [Int]) {
    let isOwn = cell.hiddenSize == step.state.count && cell.inputSize == step.input.count
    let shown = ShownUnits(units, of: step.state.count, isOwn: isOwn)
    let (h, z, r) = (step.previous, step.updateGate, step.resetGate)
    let map = cell.candidate
    placement = cell.reset
    self.units = shown
    input = step.input.map { Double($0) }
    previous = shown.numbers(h)
    updateSum = shown.numbers(step.updateSum)
    update = shown.numbers(z)
    resetSum = shown.numbers(step.resetSum)
    reset = shown.numbers(r)
    read = shown.numbers(r ⊙ h)
    product = shown.numbers(map.recurrent * h + cell.recurrentBias)
    gatedProduct = shown.numbers(r ⊙ (map.recurrent * h + cell.recurrentBias))
    fromInput = shown.numbers(map.input * step.input + map.bias)
    candidateSum = shown.numbers(step.candidateSum)
    candidate = shown.numbers(step.candidate)
    kept = shown.numbers(z ⊙ h)
    complement = shown.numbers(1 - z)
    written = shown.numbers((1 - z) ⊙ step.candidate)
    state = shown.numbers(step.state)
  }

  var rows: [(String, [Double])] {
    let candidateRows =
      switch placement {
      case .before: [("r ⊙ h₋, what is read", read)]
      case .after:
        [
          ("U h₋ + b_hn", product), ("r ⊙ (U h₋ + b_hn)", gatedProduct),
          ("W x + b, from the input", fromInput),
        ]
      }
    return [
      ("h₋, the state before", previous), ("sum of the update gate", updateSum),
      ("z, the update gate", update),
      ("sum of the reset gate", resetSum), ("r, the reset gate", reset),
    ] + candidateRows + [
      ("sum of the candidate", candidateSum), ("n, the candidate", candidate), ("z ⊙ h₋, what is kept", kept),
      ("1 − z", complement), ("(1 − z) ⊙ n, what is written", written), ("h, the state after", state),
    ]
  }

  var words: String {
    let read =
      switch placement {
      case .before:
        "r multiplies the state before\(list(self.read)), and a map of that and of the input gives the sum"
      case .after:
        "a map of the state before gives\(list(product)), r multiplies it\(list(gatedProduct)), and with the "
          + "input's\(list(fromInput)) it makes the sum"
      }
    let place = placement == .before ? "before" : "after"
    return "Wiring of a gated recurrent unit with the reset gate \(place) the product\(whose). "
      + "State before: h₋\(list(previous)). "
      + "Update gate: a map of the input and the state before gives the sum\(list(updateSum)), its sigmoid is "
      + "z\(list(update)). Reset gate: another map gives\(list(resetSum)), its sigmoid is r\(list(reset)). "
      + "Candidate: \(read)\(list(candidateSum)), its tanh is n\(list(candidate)). "
      + "New state: z times the state before\(list(kept)) and one minus z\(list(complement)) times "
      + "n\(list(written)) add up to h\(list(state))"
  }

  func draw(on ladder: inout Ladder<GRUNumbers>) { ladder.drawGRU() }
}
