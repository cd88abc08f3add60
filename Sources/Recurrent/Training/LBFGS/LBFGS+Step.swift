extension LBFGS {
  /// Moves the parameters by up to ``iterations`` moves, and says how the loss fared and why the step ended.
  ///
  /// `evaluate` gives the loss at a point and its gradient, which has an element for each parameter; another size
  /// stops the program. Where a loss or a gradient is not finite, or `evaluate` throws, the step ends: the parameters
  /// stay at the last point that a move reached, and the memory is as it was there. A move costs its evaluations
  /// and O(history · parameters).
  public mutating func step<Failure: Error>(
    _ parameters: inout Vector<Element>,
    evaluate: (Vector<Element>) throws(Failure) -> (loss: Element, gradient: Vector<Element>)
  ) throws(Failure) -> Outcome {
    var (moves, evaluated) = (0, 1)
    var (loss, gradient) = try evaluate(parameters)
    requireFit(parameters.count, gradient.count, memory: memory.parameterCount)
    let initialLoss = loss
    func outcome(_ end: End, finalLoss: Element?) -> Outcome {
      Outcome(
        initialLoss: initialLoss, finalLoss: finalLoss, iterations: moves, evaluations: evaluated, end: end)
    }
    guard areFinite(loss, gradient) else { return outcome(.notFinite, finalLoss: loss) }
    if gradient.maxNorm <= gradientTolerance { return outcome(.smallGradient, finalLoss: loss) }

    while true {
      var next = memory
      next.learn(gradient, limit: history)
      let (origin, direction) = (parameters, next.direction(against: gradient))
      let start = LBFGSLinePoint(length: 0, loss: loss, gradient: gradient, along: direction)
      if start.slope > -changeTolerance { return outcome(.smallSlope, finalLoss: loss) }

      func advance(by length: Element) -> Vector<Element> {
        let move = length * direction
        parameters = origin + move
        next.record(move, from: start.gradient)
        memory = next
        moves += 1
        return move
      }
      let length = memory.isEmpty ? rate * Swift.min(1, 1 / abs(gradient).sum) : rate
      if lineSearch == .none && moves + 1 == iterations {
        _ = advance(by: length)
        return outcome(.iterations, finalLoss: nil)
      }
      let search = LBFGSLineSearch(start: start, span: direction.maxNorm, limit: evaluations - evaluated)
      func trial(_ length: Element) throws(Failure) -> LBFGSLinePoint<Element>? {
        evaluated += 1
        let (loss, gradient) = try evaluate(origin + length * direction)
        guard areFinite(loss, gradient) else { return nil }
        return LBFGSLinePoint(length: length, loss: loss, gradient: gradient, along: direction)
      }
      let reached =
        switch lineSearch {
        case .none: try trial(length)
        case .strongWolfe: try search.point(trying: length, at: trial)
        }
      guard let reached else { return outcome(.notFinite, finalLoss: loss) }

      let move = advance(by: reached.length)
      (loss, gradient) = (reached.loss, reached.gradient)
      let end = end(moves, evaluated, gradient, move: move, change: loss - start.loss)
      if let end { return outcome(end, finalLoss: loss) }
    }
  }

  /// Why the step ends behind a move, nil where it goes on.
  private func end(
    _ moves: Int, _ evaluated: Int, _ gradient: Vector<Element>, move: Vector<Element>, change: Element
  ) -> End? {
    if moves == iterations { return .iterations }
    if evaluated >= evaluations { return .evaluations }
    if gradient.maxNorm <= gradientTolerance { return .smallGradient }
    if move.maxNorm <= changeTolerance { return .smallMove }
    if change.magnitude < changeTolerance { return .smallChange }
    return nil
  }

  /// Moves the parameters of a cell or a layer, as the step on flat parameters does.
  ///
  /// `evaluate` gives the loss of a model and its gradient, a model of the same form.
  public mutating func step<Model: Parameterised, Failure: Error>(
    _ model: inout Model, evaluate: (Model) throws(Failure) -> (loss: Element, gradient: Model)
  ) throws(Failure) -> Outcome where Model.Element == Element {
    var (parameters, trial) = (model.parameters, model)
    defer { model.parameters = parameters }
    return try step(&parameters) { (point: Vector<Element>) throws(Failure) in
      trial.parameters = point
      let (loss, gradient) = try evaluate(trial)
      return (loss, gradient.parameters)
    }
  }
}

private func areFinite<Element: Scalar>(_ loss: Element, _ gradient: Vector<Element>) -> Bool {
  loss.isFinite && gradient.allSatisfy { $0.isFinite }
}
