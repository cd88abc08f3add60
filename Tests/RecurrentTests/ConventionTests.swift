import Recurrent
import Testing

/// Packed tensors of seven frameworks against the states those frameworks compute: see `ConventionCases.swift`.
struct ConventionTests {
  /// As in `ForwardTests`: both sides compute in Float, and differ by some units of roundoff.
  static let tolerance: Float = 2e-6

  func cell(_ reset: ResetPlacement) -> GRUCell<Float> {
    var random = RandomSource(seed: 30)
    return GRUCell(inputSize: 3, hiddenSize: 4, reset: reset, using: &random)
  }

  func lstm(peepholes: Bool = false) -> LSTMCell<Float> {
    var random = RandomSource(seed: 31)
    return LSTMCell(inputSize: 3, hiddenSize: 4, peepholes: peepholes, using: &random)
  }

  func count(_ tensors: [PackedTensor<Float>]) -> Int {
    tensors.map(\.values.count).reduce(0, +)
  }

  func distance(_ found: [Vector<Float>], _ expected: [[Float]]) -> Float {
    guard found.count == expected.count else { return .infinity }
    return zip(found, expected).map { ($0 - Vector($1)).maxNorm }.reduce(0, max)
  }

  @Test(arguments: ConventionCases.gru.indices)
  func gruGivesTheStatesOfItsFramework(index: Int) throws {
    let item = ConventionCases.gru[index]
    let cell = try GRUCell(item.tensors, packedAs: item.convention)
    let xs = item.x.map { Vector($0) }
    let start = Vector(item.initial[0])
    #expect(distance(cell.states(over: xs, from: start).map(\.state), item.states) < Self.tolerance)
    #expect(item.convention.parameterCount(inputSize: 3, hiddenSize: 4) == count(item.tensors))
    // Every other reading of the same weights is far away.
    var swapped = cell
    (swapped.updateGate, swapped.resetGate) = (cell.resetGate, cell.updateGate)
    let other = cell.with(reset: cell.reset == .before ? .after : .before)
    for wrong in [swapped, other] {
      #expect(distance(wrong.states(over: xs, from: start).map(\.state), item.states) > 0.01)
    }
  }

  @Test(arguments: ConventionCases.lstm.indices)
  func lstmGivesTheStatesOfItsFramework(index: Int) throws {
    let item = ConventionCases.lstm[index]
    let cell = try LSTMCell(item.tensors, packedAs: item.convention)
    let start = LSTMState(hidden: Vector(item.initial[0]), cell: Vector(item.initial[1]))
    let steps = cell.states(over: item.x.map { Vector($0) }, from: start)
    #expect(distance(steps.map(\.state), item.states) < Self.tolerance)
    let peepholes = cell.peepholes?.parameterCount ?? 0
    #expect(
      item.convention.parameterCount(inputSize: 3, hiddenSize: 4) + peepholes == count(item.tensors))
  }

  @Test(arguments: ConventionCases.gru.indices)
  func namesAndShapesAreTheFrameworks(index: Int) throws {
    let item = ConventionCases.gru[index]
    let packed = try GRUCell(item.tensors, packedAs: item.convention).packed(as: item.convention)
    #expect(packed.count == item.tensors.count)
    for tensor in item.tensors {
      let found = try #require(packed.first { $0.name == tensor.name })
      #expect(found.shape == tensor.shape)
      if !tensor.name.lowercased().hasPrefix("b") { #expect(found.values == tensor.values) }
    }
  }

  @Test(arguments: ConventionCases.lstm.indices)
  func lstmNamesAndShapesAreTheFrameworks(index: Int) throws {
    let item = ConventionCases.lstm[index]
    let packed = try LSTMCell(item.tensors, packedAs: item.convention).packed(as: item.convention)
    #expect(packed.map(\.name) == item.tensors.map(\.name))
    #expect(packed.map(\.shape) == item.tensors.map(\.shape))
    #expect(try item.convention.convert(item.tensors, to: item.convention) == item.tensors)
  }

  @Test(arguments: GRUConvention.allCases)
  func packingAndReadingBackGivesTheCell(convention: GRUConvention) throws {
    let cell = cell(convention.reset)
    let tensors = try cell.packed(as: convention)
    #expect(try GRUCell(tensors, packedAs: convention) == cell)
    #expect(try GRUCell(tensors.reversed(), packedAs: convention) == cell)
    #expect(count(tensors) == convention.parameterCount(inputSize: 3, hiddenSize: 4))
  }

  @Test(arguments: ConventionCases.gru.indices)
  func conversionsGiveTheSameStatesOrSayWhyNot(index: Int) throws {
    let item = ConventionCases.gru[index]
    for other in GRUConvention.allCases {
      guard other.reset == item.convention.reset else {
        #expect(throws: ConventionError.resetPlacement(item.convention.reset, other)) {
          try item.convention.convert(item.tensors, to: other)
        }
        continue
      }
      let converted = try item.convention.convert(item.tensors, to: other)
      let cell = try GRUCell(converted, packedAs: other)
      let steps = cell.states(over: item.x.map { Vector($0) }, from: Vector(item.initial[0]))
      #expect(distance(steps.map(\.state), item.states) < Self.tolerance)
      #expect(count(converted) == other.parameterCount(inputSize: 3, hiddenSize: 4))
    }
  }

  @Test func bothBiasesAreKeptBetweenConventionsThatHaveTwo() throws {
    let item = ConventionCases.gru[0]
    let pyTorch = GRUConvention.pyTorch
    #expect(item.convention == pyTorch)
    for other in [GRUConvention.keras(resetAfter: true), .onnx(linearBeforeReset: true)] {
      let there = try pyTorch.convert(item.tensors, to: other)
      #expect(try other.convert(there, to: pyTorch) == item.tensors)
    }
    let through = try GRUConvention.flax.convert(pyTorch.convert(item.tensors, to: .flax), to: pyTorch)
    #expect(through != item.tensors)
  }

  @Test func pyTorchStacksTheResetGateFirst() throws {
    let cell = cell(.after)
    let tensors = try cell.packed(as: .pyTorch)
    #expect(tensors.map(\.name) == ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"])
    #expect(tensors[0].shape == [12, 3])
    #expect(Vector(tensors[0].values.prefix(3)) == cell.resetGate.input.row(0))
    #expect(Vector(tensors[0].values[12..<15]) == cell.updateGate.input.row(0))
    #expect(Vector(tensors[3].values.suffix(4)) == cell.recurrentBias)
  }

  @Test func kerasPutsTheUpdateGateInTheFirstColumns() throws {
    let cell = cell(.before)
    let tensors = try cell.packed(as: .keras(resetAfter: false))
    #expect(tensors[1].shape == [4, 12])
    #expect(tensors[1].values[1] == cell.updateGate.recurrent[1, 0])
    #expect(tensors[1].values[12 + 4] == cell.resetGate.recurrent[0, 1])
    #expect(try self.cell(.after).packed(as: .keras(resetAfter: true))[2].shape == [2, 12])
  }

  @Test func chungNegatesTheUpdateGateAlone() throws {
    let cell = cell(.before)
    var negated = cell
    negated.updateGate.input = -cell.updateGate.input
    negated.updateGate.recurrent = -cell.updateGate.recurrent
    negated.updateGate.bias = -cell.updateGate.bias
    #expect(try cell.packed(as: .chung) == negated.packed(as: .cho))
    #expect(GRUConvention.allCases.filter { !$0.keepsWhereUpdateIsOne } == [.chung])
  }

  @Test func parameterCounts() {
    func gru(_ convention: GRUConvention) -> Int { convention.parameterCount(inputSize: 4, hiddenSize: 5) }
    #expect(gru(.keras(resetAfter: false)) == 150)
    #expect(gru(.keras(resetAfter: true)) == 165)
    #expect(gru(.pyTorch) == 165)
    #expect(gru(.onnx(linearBeforeReset: false)) == 165)
    #expect(gru(.flax) == 155)
    #expect(gru(.tensorFlow1) == 150)
    #expect(gru(.cho) == 150)
    func lstm(_ convention: LSTMConvention) -> Int { convention.parameterCount(inputSize: 4, hiddenSize: 5) }
    #expect(lstm(.keras) == 200)
    #expect(lstm(.pyTorch) == 220)
    #expect(lstm(.onnx) == 220)
  }

  @Test func missingBiasesAreZeros() throws {
    var without = cell(.after)
    without.recurrentBias = .zeros(4)
    without.updateGate.bias = .zeros(4)
    without.resetGate.bias = .zeros(4)
    without.candidate.bias = .zeros(4)
    for convention in [
      GRUConvention.pyTorch, .keras(resetAfter: true), .onnx(linearBeforeReset: true),
    ] {
      let tensors = try without.packed(as: convention).filter { !$0.name.lowercased().hasPrefix("b") }
      #expect(tensors.count == 2)
      #expect(try GRUCell(tensors, packedAs: convention) == without)
    }
    let one = try without.packed(as: .pyTorch).dropLast()
    #expect(throws: ConventionError.missing(tensor: "bias_hh_l0")) {
      try GRUCell(Array(one), packedAs: .pyTorch)
    }
  }

  @Test func lstmConvertsWithoutLossWhereItCan() throws {
    let plain = lstm()
    for convention in LSTMConvention.allCases {
      #expect(try LSTMCell(plain.packed(as: convention), packedAs: convention) == plain)
      #expect(
        try plain.packed(as: convention).map(\.name) != lstm(peepholes: true).packed(as: .onnx).map(\.name))
    }
    let seeing = lstm(peepholes: true)
    #expect(try LSTMCell(seeing.packed(as: .onnx), packedAs: .onnx) == seeing)
    #expect(throws: ConventionError.peepholes(.keras)) { try seeing.packed(as: .keras) }
    #expect(throws: ConventionError.peepholes(.pyTorch)) {
      try LSTMConvention.onnx.convert(seeing.packed(as: .onnx), to: .pyTorch)
    }
  }

  @Test func faultyTensorsAreNamed() throws {
    let tensors = try cell(.after).packed(as: .pyTorch)
    func error(_ change: (inout [PackedTensor<Float>]) -> Void) -> ConventionError? {
      var changed = tensors
      change(&changed)
      do throws(ConventionError) {
        _ = try GRUCell(changed, packedAs: .pyTorch)
        return nil
      } catch {
        return error
      }
    }
    #expect(error { _ in } == nil)
    #expect(error { $0.remove(at: 1) } == .missing(tensor: "weight_hh_l0"))
    #expect(error { $0.append($0[2]) } == .unexpected(tensor: "bias_ih_l0"))
    #expect(
      error { $0.append(PackedTensor(name: "weight_ih_l1", shape: [0], values: [])) }
        == .unexpected(tensor: "weight_ih_l1"))
    #expect(error { $0[0].shape = [36] } == .axes(tensor: "weight_ih_l0", expected: 2, shape: [36]))
    #expect(
      error { $0[0].shape = [9, 4] }
        == .shape(.mismatch(tensor: "weight_ih_l0", expected: [12, 4], found: [9, 4])))
    #expect(
      error { $0[2].shape = [2, 6] }
        == .shape(.mismatch(tensor: "bias_ih_l0", expected: [12], found: [2, 6])))
    #expect(
      error { $0[2].values.removeLast() } == .values(tensor: "bias_ih_l0", shape: [12], found: 11))
    for shape in [[-12, -4], [Int.max, 2], [0, Int.max]] {
      #expect(error { $0[1].shape = shape } == .values(tensor: "weight_hh_l0", shape: shape, found: 48))
    }
    #expect(
      error {
        $0[0].shape = [0, Int.max]
        $0[0].values = []
      } == .values(tensor: "weight_ih_l0", shape: [0, Int.max], found: 0))
  }

  @Test func errorsRead() {
    let texts: [(ConventionError, String)] = [
      (
        .resetPlacement(.before, .pyTorch),
        "PyTorch resets after the recurrent product, these weights before it"
      ),
      (
        .resetPlacement(.after, .keras(resetAfter: false)),
        "Keras (reset_after=False) resets before the recurrent product, these weights after it"
      ),
      (.peepholes(.pyTorch), "PyTorch has no peepholes, this cell does"),
      (.missing(tensor: "R"), "R: no such tensor"),
      (.unexpected(tensor: "P"), "P: not a tensor of this convention, or a second one"),
      (.axes(tensor: "W", expected: 3, shape: [4, 4]), "W: 3 axes expected, 2 found"),
      (
        .shape(.mismatch(tensor: "B", expected: [1, 24], found: [1, 12])), "B: expected 1×24, found 1×12"
      ),
      (.values(tensor: "B", shape: [1, 24], found: 23), "B: 23 values do not fill 1×24"),
    ]
    for (error, text) in texts { #expect(error.description == text) }
  }
}
