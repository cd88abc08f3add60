extension GRUCell {
  /// A cell whose shapes are known to fit.
  @inlinable
  init(
    unchecked updateGate: AffineMap<Element>, _ resetGate: AffineMap<Element>,
    _ candidate: AffineMap<Element>, recurrentBias: Vector<Element>, reset: ResetPlacement
  ) {
    self.updateGate = updateGate
    self.resetGate = resetGate
    self.candidate = candidate
    self.recurrentBias = recurrentBias
    self.reset = reset
  }
}
