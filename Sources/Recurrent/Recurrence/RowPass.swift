/// One way through the steps of some sequences, for whatever cell.
protocol RowPass<Element> {
  associatedtype Element: Scalar

  func run<Kernel: RowKernel>(_ kernel: Kernel, _ rows: Range<Int>) where Kernel.Element == Element
}

extension PackedCell {
  /// Runs a pass with the kernel of the cell's form.
  @inline(__always)
  func run<Pass: RowPass>(_ pass: Pass, _ rows: Range<Int>) where Pass.Element == Element {
    switch form {
    case .rnn: pass.run(RNNRows(units: width, bias: bias(0)), rows)
    case .gru(.before): pass.run(GRUBeforeRows(units: width, bias: bias(0)), rows)
    case .gru(.after):
      pass.run(GRUAfterRows(units: width, bias: bias(0), recurrentBias: bias(3)), rows)
    case .lstm:
      let peepholes = biases.count > 4 * width ? bias(4) : nil
      pass.run(LSTMRows(units: width, bias: bias(0), peepholes: peepholes), rows)
    case .mgu: pass.run(MGURows(units: width, bias: bias(0)), rows)
    case .noReset: pass.run(NoResetRows(units: width, bias: bias(0)), rows)
    case .noUpdate(.before): pass.run(NoUpdateBeforeRows(units: width, bias: bias(0)), rows)
    case .noUpdate(.after):
      pass.run(NoUpdateAfterRows(units: width, bias: bias(0), recurrentBias: bias(2)), rows)
    case .minGRU(let positive):
      pass.run(MinGRURows(units: width, bias: bias(0), isPositive: positive), rows)
    }
  }

  /// Keeps the memory of the pointers that a pass has.
  func keepAlive() {
    input.keepAlive()
    early.keepAlive()
    late.keepAlive()
    biases.keepAlive()
  }
}
