import Display

/// Where everything in the diagram of a plain recurrent cell stands: a map of the state and one of the input, and
/// below them what they make. No wire must cross another but a rail.
extension Ladder<RNNNumbers> {
  mutating func drawRNN() {
    let first = top + 48
    let right = columns.function + 70
    let second = first + max(below + 24, 2 * box + 12)
    let sumEnd = second + max(below, sign + upright)
    region("Weighted sum", of: .sum, top: top, right: right, bottom: sumEnd)
    tap(.state, y: first, [.sum])
    wiring.node(.map(["U h₋"]), x: columns.map, y: first, halfWidth: columns.halfMap, .state, [.sum])
    let start = columns.map + columns.halfMap
    wiring.wire(
      [
        Point(x: start, y: first), Point(x: columns.function, y: first),
        Point(x: columns.function, y: second - sign),
      ], .state, [.sum])
    wiring.label(
      "", numbers.fromState, overX: (start + columns.function - sign) / 2 - 2, y: first, .state, [.sum])

    let y = sumEnd + 10 + 14 + disc
    addInput(numbers.fromInput, .input, sum: numbers.sum, y: second, to: y - disc, .sum, [.sum, .state])
    let end = y + disc + upright
    region("New state h", of: .state, top: sumEnd + 10, right: right, bottom: end + 8)
    wiring.node(.function("tanh"), x: columns.function, y: y, .state, [.state])
    leave("h", numbers.state, x: columns.function, from: y + disc, to: end, .state)
    stateRail(numbers.previous, to: first, [.sum])
    inputRail(numbers.input, right: columns.right, to: second, [.sum])
  }
}
