/// A GRU's weights with both biases of each gate, in Cho's form: what every convention is read into.
///
/// ``GRUCell`` keeps one bias a gate. Between two conventions that keep two, this keeps both.
@frozen
@usableFromInline
struct GRUTensors<Element: Scalar>: Equatable, Sendable {
  @usableFromInline var update: GateStack<Element>
  @usableFromInline var reset: GateStack<Element>
  @usableFromInline var candidate: GateStack<Element>
  @usableFromInline var placement: ResetPlacement

  @inlinable
  init(
    update: GateStack<Element>, reset: GateStack<Element>, candidate: GateStack<Element>,
    placement: ResetPlacement
  ) {
    self.update = update
    self.reset = reset
    self.candidate = candidate
    self.placement = placement
  }

  @inlinable
  init(_ cell: GRUCell<Element>) {
    update = GateStack(cell.updateGate)
    reset = GateStack(cell.resetGate)
    candidate = GateStack(cell.candidate, recurrentBias: cell.reset == .after ? cell.recurrentBias : nil)
    placement = cell.reset
  }

  /// The cell of these weights; a gate's two biases are summed, and the candidate's too if the reset comes
  /// before.
  @inlinable
  func cell() throws(ConventionError) -> GRUCell<Element> {
    var map = candidate.map
    if placement == .after { map.bias = candidate.inputBias }
    do throws(ShapeError) {
      return try GRUCell(
        updateGate: update.map, resetGate: reset.map, candidate: map,
        recurrentBias: placement == .after ? candidate.recurrentBias : nil, reset: placement)
    } catch {
      throw .shape(error)
    }
  }
}
