/// The contents of a safetensors file: tensors by name, and remarks.
///
/// The format is that of github.com/huggingface/safetensors: eight bytes with the length of the header,
/// little-endian; the header, a JSON object that maps each name to a type, a shape and a range of bytes; then
/// the data, which the ranges cover without gap or overlap. Bytes go in and out; files are opened elsewhere.
public struct TensorFile: Equatable, Sendable {
  /// The name under which a header keeps the metadata.
  static let metadataName = "__metadata__"

  /// A remark that travels with the tensors.
  public struct Remark: Equatable, Sendable {
    /// What the remark is about, once a file: `format`.
    public let name: String
    /// The remark.
    public let text: String

    /// A remark under a name.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The tensors in the order of the encoded file: by type, the widest first, then by the bytes of the name.
  public let tensors: [StoredTensor]

  /// The remarks, by the bytes of the name; nil where a file has no `__metadata__` at all.
  public let metadata: [Remark]?

  /// The contents of a file, in any order.
  ///
  /// - Throws: ``TensorFileError`` if two tensors or two remarks have one name. O(n log n).
  public init(_ tensors: [StoredTensor], metadata: [Remark]? = nil) throws(TensorFileError) {
    if let name = Self.firstRepeat(tensors.map { $0.name }) { throw .duplicateName(name) }
    if let metadata, let name = Self.firstRepeat(metadata.map { $0.name }) { throw .duplicateMetadata(name) }
    self.tensors = tensors.sorted { left, right in
      left.type == right.type
        ? Self.precedes(left.name, right.name) : left.type.rawValue > right.type.rawValue
    }
    self.metadata = metadata?.sorted { Self.precedes($0.name, $1.name) }
  }

  /// The tensor of that name, or nil; O(n).
  public subscript(name: String) -> StoredTensor? {
    tensors.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The vector of that name and size.
  ///
  /// - Throws: ``TensorFileError`` if there is none, its shape is not `[count]`, or it holds no numbers that
  ///   ``StoredTensor/doubles()`` can give; those are rounded to `Element`.
  public func vector<Element: Scalar>(
    _ name: String, count: Int, of type: Element.Type = Element.self
  ) throws(TensorFileError) -> Vector<Element> {
    Vector(try values(name, shape: [count]))
  }

  /// The matrix of that name and size.
  ///
  /// - Throws: ``TensorFileError`` if there is none, its shape is not `[rows, columns]`, or it holds no numbers
  ///   that ``StoredTensor/doubles()`` can give; those are rounded to `Element`.
  public func matrix<Element: Scalar>(
    _ name: String, rows: Int, columns: Int, of type: Element.Type = Element.self
  ) throws(TensorFileError) -> Matrix<Element> {
    let values: [Element] = try values(name, shape: [rows, columns])
    var result = Matrix<Element>.zeros(rows: rows, columns: columns)
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] = values[i * columns + j] }
    }
    return result
  }

  private func values<Element: Scalar>(
    _ name: String, shape: [Int]
  ) throws(TensorFileError) -> [Element] {
    guard let tensor = self[name] else { throw .missingTensor(name) }
    if tensor.shape != shape {
      throw .shapeMismatch(tensor: name, expected: shape, found: tensor.shape)
    }
    return try tensor.doubles().map { Element($0) }
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func firstRepeat(_ names: [String]) -> String? {
    let names = names.sorted(by: precedes)
    return zip(names, names.dropFirst()).first { $0.utf8.elementsEqual($1.utf8) }?.0
  }
}

extension StoredTensor {
  /// The vector, of shape `[count]`: as `F32` if its numbers are `Float`, as `F64` if they are wider.
  ///
  /// - Throws: ``TensorFileError/reservedName``.
  public init<Element: Scalar>(name: String, _ vector: Vector<Element>) throws(TensorFileError) {
    try self.init(name: name, shape: [vector.count], values: Array(vector))
  }

  /// The matrix, of shape `[rows, columns]`: as `F32` if its numbers are `Float`, as `F64` if they are wider.
  ///
  /// - Throws: ``TensorFileError/reservedName``.
  public init<Element: Scalar>(name: String, _ matrix: Matrix<Element>) throws(TensorFileError) {
    try self.init(name: name, shape: [matrix.rows, matrix.columns], values: matrix.elements)
  }

  private init<Element: Scalar>(
    name: String, shape: [Int], values: [Element]
  ) throws(TensorFileError) {
    if Element.significandBitCount <= Float.significandBitCount {
      try self.init(name: name, shape: shape, floats: values.map { Float($0) })
    } else {
      try self.init(name: name, shape: shape, doubles: values.map { Double($0) })
    }
  }
}
