import Display
import Recurrent

/// The numbers of one step of a GRU, of the units that a diagram shows.
struct StepNumbers: Sendable {
  let placement: ResetPlacement
  let units: [Int]
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
    let hidden = step.state.count
    // A step of another cell has no product with this cell's weights.
    let isOwn = cell.hiddenSize == hidden && cell.inputSize == step.input.count
    let units = isOwn ? Array(units.filter { (0..<hidden).contains($0) }.prefix(3)) : []
    func chosen(_ vector: @autoclosure () -> Vector<Element>) -> [Double] {
      if units.isEmpty { return [] }
      let vector = vector()
      return units.map { Double(vector[$0]) }
    }
    let (h, z, r) = (step.previous, step.updateGate, step.resetGate)
    let map = cell.candidate
    placement = cell.reset
    self.units = units
    input = step.input.map { Double($0) }
    previous = chosen(h)
    updateSum = chosen(step.updateSum)
    update = chosen(z)
    resetSum = chosen(step.resetSum)
    reset = chosen(r)
    read = chosen(r ⊙ h)
    product = chosen(map.recurrent * h + cell.recurrentBias)
    gatedProduct = chosen(r ⊙ (map.recurrent * h + cell.recurrentBias))
    fromInput = chosen(map.input * step.input + map.bias)
    candidateSum = chosen(step.candidateSum)
    candidate = chosen(step.candidate)
    kept = chosen(z ⊙ h)
    complement = chosen(1 - z)
    written = chosen((1 - z) ⊙ step.candidate)
    state = chosen(step.state)
  }

  var unitWords: String {
    let names = units.map { "\($0 + 1)" }
    guard let last = names.last else { return "no unit" }
    return names.count == 1
      ? "unit \(last)" : "units " + names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Every quantity with its numbers, in the order in which they are computed.
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

  /// The wiring in words.
  var words: String {
    func list(_ values: [Double]) -> String {
      values.isEmpty ? "" : " " + values.map { fixed($0, digits: 3) }.joined(separator: ", ")
    }
    let read =
      switch placement {
      case .before:
        "r multiplies the state before\(list(self.read)), and a map of that and of the input gives the sum"
      case .after:
        "a map of the state before gives\(list(product)), r multiplies it\(list(gatedProduct)), and with the "
          + "input's\(list(fromInput)) it makes the sum"
      }
    let whose = units.isEmpty ? "" : ", with the numbers of \(unitWords)"
    let place = placement == .before ? "before" : "after"
    return "Wiring of a gated recurrent unit with the reset gate \(place) the product\(whose). "
      + "State before: h₋\(list(previous)). "
      + "Update gate: a map of the input and the state before gives the sum\(list(updateSum)), its sigmoid is "
      + "z\(list(update)). Reset gate: another map gives\(list(resetSum)), its sigmoid is r\(list(reset)). "
      + "Candidate: \(read)\(list(candidateSum)), its tanh is n\(list(candidate)). "
      + "New state: z times the state before\(list(kept)) and one minus z\(list(complement)) times "
      + "n\(list(written)) add up to h\(list(state))"
  }
}
