import Foundation
import Recurrent

/// A safetensors file of the folder Fixtures, whose tensors and remarks are named CASE/….
struct Fixture: Sendable {
  /// The cases in the order of their names.
  let cases: [Case]

  /// The tensors and remarks of one case, by what stands after `CASE/`.
  struct Case: Sendable {
    let name: String
    fileprivate(set) var tensors: [String: StoredTensor] = [:]
    fileprivate(set) var remarks: [String: String] = [:]
  }

  /// What is wrong with a fixture.
  enum Failure: Error {
    case missing(String, in: String)
    case unknown(String, in: String)
    case unequalBiasGradients(in: String)
  }

  init(_ name: String) throws {
    let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/\(name).safetensors")
    let file = try TensorFile(reading: [UInt8](Data(contentsOf: url)))
    var cases: [String: Case] = [:]
    for tensor in file.tensors {
      guard let (name, rest) = Self.split(tensor.name) else { continue }
      cases[name, default: Case(name: name)].tensors[rest] = tensor
    }
    for remark in file.metadata ?? [] {
      guard let (name, rest) = Self.split(remark.name) else { continue }
      cases[name, default: Case(name: name)].remarks[rest] = remark.text
    }
    self.cases = cases.values.sorted { $0.name < $1.name }
  }

  private static func split(_ name: String) -> (String, String)? {
    guard let slash = name.firstIndex(of: "/") else { return nil }
    return (String(name[..<slash]), String(name[name.index(after: slash)...]))
  }

  /// `layers.safetensors`, by Reference/layer_cases.py.
  static let layers = Result { try Fixture("layers") }

  /// `attention.safetensors`, by Reference/attention_cases.py.
  static let attention = Result { try Fixture("attention") }

  /// `onnx-backend.safetensors`, by Reference/onnx_backend.py.
  static let onnxBackend = Result { try Fixture("onnx-backend") }
}

extension Fixture.Case {
  func remark(_ key: String) throws -> String {
    guard let text = remarks[key] else { throw Fixture.Failure.missing(key, in: name) }
    return text
  }

  /// A remark that is one of a type's values.
  func remark<Value: RawRepresentable<String>>(_ key: String) throws -> Value {
    let text = try remark(key)
    guard let value = Value(rawValue: text) else { throw Fixture.Failure.unknown(text, in: name) }
    return value
  }

  func tensor<Element: Scalar>(_ key: String) throws -> PackedTensor<Element> {
    guard let tensor = tensors[key] else { throw Fixture.Failure.missing(key, in: name) }
    return PackedTensor(name: key, shape: tensor.shape, values: try tensor.doubles().map { Element($0) })
  }

  /// The tensors under a prefix, by what follows it.
  func tensors<Element: Scalar>(under prefix: String) throws -> [PackedTensor<Element>] {
    try tensors.keys.filter { $0.hasPrefix(prefix) }.sorted().map { key in
      var tensor: PackedTensor<Element> = try tensor(key)
      tensor.name = String(key.dropFirst(prefix.count))
      return tensor
    }
  }
}

extension PackedTensor {
  /// Part i along the first axis, which is left out.
  subscript(part i: Int) -> PackedTensor {
    let count = values.count / shape[0]
    return PackedTensor(
      name: name, shape: Array(shape.dropFirst()), values: Array(values[i * count..<(i + 1) * count]))
  }

  /// All parts along the first axis.
  var parts: [PackedTensor] { (0..<(shape.first ?? 0)).map { self[part: $0] } }

  /// The tensor with its first two axes in the other order.
  var swapped: PackedTensor {
    let ordered = (0..<shape[1]).flatMap { j in parts.flatMap { $0[part: j].values } }
    return PackedTensor(name: name, shape: [shape[1], shape[0]] + shape.dropFirst(2), values: ordered)
  }

  /// The last axis as vectors, for a tensor of two axes.
  var rows: [Vector<Element>] { parts.map { Vector($0.values) } }

  /// A tensor of two axes, or its transpose, as a matrix.
  func matrix(isTransposed: Bool = false) -> Matrix<Element> {
    let matrix = Matrix(rows: parts.map(\.values))
    return isTransposed ? matrix.transposed : matrix
  }
}
