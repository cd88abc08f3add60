extension RNNCell: RecurrentCell {
  /// What a step hands on.
  public typealias State = Vector<Element>

  /// The equations and the weights.
  public var maps: CellMaps<Element> { CellMaps(.rnn, [weights]) }

  /// The same cell with other weights.
  public func with(_ maps: CellMaps<Element>) -> RNNCell {
    var cell = self
    cell.weights = maps.map(0)
    return cell
  }
}

extension GRUCell: RecurrentCell {
  /// What a step hands on.
  public typealias State = Vector<Element>

  /// The equations and the weights.
  public var maps: CellMaps<Element> {
    switch reset {
    case .before: CellMaps(.gru(.before), [updateGate, resetGate, candidate])
    case .after: CellMaps(.gru(.after), [candidate, updateGate, resetGate], extras: [recurrentBias])
    }
  }

  /// The same cell with other weights.
  public func with(_ maps: CellMaps<Element>) -> GRUCell {
    var cell = self
    switch reset {
    case .before:
      (cell.updateGate, cell.resetGate, cell.candidate) = (maps.map(0), maps.map(1), maps.map(2))
    case .after:
      (cell.candidate, cell.updateGate, cell.resetGate) = (maps.map(0), maps.map(1), maps.map(2))
      cell.recurrentBias = maps.extras[0]
    }
    return cell
  }
}

extension LSTMCell: RecurrentCell {
  /// What a step hands on.
  public typealias State = LSTMState<Element>

  /// The equations and the weights.
  public var maps: CellMaps<Element> {
    let seen = peepholes.map { [$0.inputGate, $0.forgetGate, $0.outputGate] }
    return CellMaps(.lstm, [inputGate, forgetGate, candidate, outputGate], extras: seen ?? [])
  }

  /// The same cell with other weights.
  public func with(_ maps: CellMaps<Element>) -> LSTMCell {
    var cell = self
    (cell.inputGate, cell.forgetGate) = (maps.map(0), maps.map(1))
    (cell.candidate, cell.outputGate) = (maps.map(2), maps.map(3))
    if peepholes != nil {
      cell.peepholes?.inputGate = maps.extras[0]
      cell.peepholes?.forgetGate = maps.extras[1]
      cell.peepholes?.outputGate = maps.extras[2]
    }
    return cell
  }

  /// h and c.
  public static func vectors(of state: LSTMState<Element>) -> [Vector<Element>] {
    [state.hidden, state.cell]
  }

  /// The state of h and c.
  public static func state(of vectors: [Vector<Element>]) -> LSTMState<Element> {
    LSTMState(hidden: vectors[0], cell: vectors[1])
  }
}

extension MGUCell: RecurrentCell {
  /// What a step hands on.
  public typealias State = Vector<Element>

  /// The equations and the weights.
  public var maps: CellMaps<Element> { CellMaps(.mgu, [forgetGate, candidate]) }

  /// The same cell with other weights.
  public func with(_ maps: CellMaps<Element>) -> MGUCell {
    var cell = self
    (cell.forgetGate, cell.candidate) = (maps.map(0), maps.map(1))
    return cell
  }
}

extension NoResetGRUCell: RecurrentCell {
  /// What a step hands on.
  public typealias State = Vector<Element>

  /// I, the number of inputs.
  public var inputSize: Int { candidate.inputSize }

  /// H, the number of hidden units.
  public var hiddenSize: Int { candidate.hiddenSize }

  /// The equations and the weights.
  public var maps: CellMaps<Element> { CellMaps(.noReset, [updateGate, candidate]) }

  /// The same cell with other weights.
  public func with(_ maps: CellMaps<Element>) -> NoResetGRUCell {
    var cell = self
    (cell.updateGate, cell.candidate) = (maps.map(0), maps.map(1))
    return cell
  }
}

extension NoUpdateGRUCell: RecurrentCell {
  /// What a step hands on.
  public typealias State = Vector<Element>

  /// I, the number of inputs.
  public var inputSize: Int { candidate.inputSize }

  /// H, the number of hidden units.
  public var hiddenSize: Int { candidate.hiddenSize }

  /// The equations and the weights.
  public var maps: CellMaps<Element> {
    switch reset {
    case .before: CellMaps(.noUpdate(.before), [resetGate, candidate])
    case .after: CellMaps(.noUpdate(.after), [candidate, resetGate], extras: [recurrentBias])
    }
  }

  /// The same cell with other weights.
  public func with(_ maps: CellMaps<Element>) -> NoUpdateGRUCell {
    var cell = self
    switch reset {
    case .before: (cell.resetGate, cell.candidate) = (maps.map(0), maps.map(1))
    case .after:
      (cell.candidate, cell.resetGate) = (maps.map(0), maps.map(1))
      cell.recurrentBias = maps.extras[0]
    }
    return cell
  }
}

extension MinGRUCell: RecurrentCell {
  /// What a step hands on.
  public typealias State = Vector<Element>

  /// The equations and the weights.
  public var maps: CellMaps<Element> {
    CellMaps(.minGRU(positive: activation == .positive), [updateGate, candidate])
  }

  /// The same cell with other weights.
  public func with(_ maps: CellMaps<Element>) -> MinGRUCell {
    var cell = self
    cell.updateGate = InputMap(weights: maps.inputs[0], bias: maps.biases[0])
    cell.candidate = InputMap(weights: maps.inputs[1], bias: maps.biases[1])
    return cell
  }
}
