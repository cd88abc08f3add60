import Recurrent

extension LayerCase {
  init(_ item: Fixture.Case) throws {
    let lengths = try item.remark("lengths").split(separator: " ").compactMap { Int($0) }
    let direction: LayerDirection = try item.remark("direction")
    let reader = LayerCaseReader<Cell>(
      item: item, lengths: lengths, direction: direction, kind: try item.remark("cell"))
    name = item.name
    framework = try item.remark("framework")
    kind = reader.kind
    self.direction = direction
    self.lengths = lengths
    isDouble = try item.remark("type") == "float64"
    cells = try reader.cells("weights/")
    x = try reader.sequences("x")
    initial = try reader.states("", "0")
    outputs = try reader.sequences("y")
    final = try reader.states("", "")
    gradient =
      item.tensors["gradient/x"] == nil
      ? nil
      : Gradient(
        byOutputs: try reader.sequences("loss/y"), byFinal: try reader.states("loss/", ""),
        weights: try reader.cells("gradient/weights/", areGradients: true),
        x: try reader.sequences("gradient/x"), initial: try reader.states("gradient/", "0"))
  }
}

/// Takes the tensors of a case apart, by layer, direction and sequence.
struct LayerCaseReader<Cell: LayerCell> {
  typealias Element = Cell.Element

  let item: Fixture.Case
  let lengths: [Int]
  let direction: LayerDirection
  let kind: LayerKind

  /// The vectors of a tensor (B, T, n), without those past a sequence's length.
  func sequences(_ key: String) throws -> [[Vector<Element>]] {
    let tensor: PackedTensor<Element> = try item.tensor(key)
    return zip(tensor.parts, lengths).map { Array($0.rows.prefix($1)) }
  }

  /// The states of the tensors h and, for an LSTM, c, of shape (L·D, B, H).
  func states(_ prefix: String, _ suffix: String) throws -> [[[Cell.State]]] {
    let names = ["h", "c"].prefix(kind == .lstm || kind == .lstmPeepholes ? 2 : 1)
    let parts: [[[Vector<Element>]]] = try names.map { name in
      try item.tensor(prefix + name + suffix).parts.map(\.rows)
    }
    let states = parts[0].indices.map { place in
      parts[0][place].indices.map { sequence in Cell.state(of: parts.map { $0[place][sequence] }) }
    }
    return stride(from: 0, to: states.count, by: direction.count).map { first in
      Array(states[first..<first + direction.count])
    }
  }

  /// The cells of the tensors under a prefix, by layer and direction; or gradients of such tensors.
  func cells(_ prefix: String, areGradients: Bool = false) throws -> [[Cell]] {
    let name = try item.remark("framework").prefix { $0 != " " }
    guard let framework = LayerFramework(rawValue: String(name)), let layers = Int(try item.remark("layers"))
    else { throw Fixture.Failure.unknown(String(name), in: item.name) }
    let tensors: [PackedTensor<Element>] = try item.tensors(under: prefix)
    return try (0..<layers).map { layer in
      try (0..<direction.count).map { place in
        var own = tensors.compactMap { part(of: $0, framework, layer: layer, place: place) }
        if areGradients {
          own = try own.map { try withoutSecondBias($0, beside: own) }
        }
        return try Cell(own, by: framework, kind: kind)
      }
    }
  }

  /// What a tensor holds of one layer and direction, named as in a single forward layer; nil if nothing.
  private func part(
    of tensor: PackedTensor<Element>, _ framework: LayerFramework, layer: Int, place: Int
  ) -> PackedTensor<Element>? {
    var tensor = tensor
    switch framework {
    case .torch:
      // weight_ih_l1_reverse
      let suffix = "_l\(layer)" + (place == 1 ? "_reverse" : "")
      guard tensor.name.hasSuffix(suffix) else { return nil }
      tensor.name = tensor.name.dropLast(suffix.count) + "_l0"
    case .keras:
      // layer1/backward_gru/gru_cell/kernel
      let path = tensor.name.split(separator: "/")
      let isOfPlace = path[1].hasPrefix("backward_") == (place == 1)
      guard path[0] == "layer\(layer)", isOfPlace else { return nil }
      tensor.name = String(path[path.count - 1])
    case .onnxruntime:
      // layer1/W, of shape (D, …)
      let prefix = "layer\(layer)/"
      guard tensor.name.hasPrefix(prefix) else { return nil }
      let part = tensor[part: place]
      tensor = PackedTensor(
        name: String(tensor.name.dropFirst(prefix.count)), shape: [1] + part.shape, values: part.values)
    }
    return tensor
  }

  /// The gradient by a bias, with zeros where the cell sums it with another.
  ///
  /// Of a sum b + b′, the gradients by b, by b′ and by the sum are equal, but to read them would add the first
  /// two. b_hn alone, the last third of a GRU's second bias in the after form, is a parameter of the cell's own.
  private func withoutSecondBias(
    _ tensor: PackedTensor<Element>, beside others: [PackedTensor<Element>]
  ) throws -> PackedTensor<Element> {
    let isPair = tensor.name == "bias" && tensor.shape.count == 2
    guard isPair || tensor.name == "bias_hh_l0" else { return tensor }
    let first = isPair ? tensor[part: 0].values : others.first { $0.name == "bias_ih_l0" }?.values ?? []
    let second = isPair ? tensor[part: 1].values : tensor.values
    let summed = kind == .gruAfter ? second.count / 3 * 2 : second.count
    let largest = Vector(first).maxNorm
    let differences = Vector(first.prefix(summed)) - Vector(second.prefix(summed))
    guard differences.maxNorm <= 1e-12 * largest else {
      throw Fixture.Failure.unequalBiasGradients(in: item.name)
    }
    var result = tensor
    for i in 0..<summed { result.values[(isPair ? first.count : 0) + i] = 0 }
    return result
  }
}
