/// A tensor as a file holds it: a name, a type, a shape and the bytes of its elements.
///
/// The elements are little-endian and in row-major order: the last index runs fastest.
public struct StoredTensor: Equatable, Sendable {
  /// The name, which a file has once; names are compared byte by byte.
  public let name: String

  /// The type of the elements.
  public let type: TensorType

  /// The sizes of the dimensions: `[]` for a single number, `[rows, columns]` for a matrix.
  public let shape: [Int]

  /// The elements' bytes, as many as type and shape ask for.
  public let bytes: [UInt8]

  /// A tensor of elements that are bytes already.
  ///
  /// - Throws: ``TensorFileError`` if the name is `__metadata__`, if the shape has a negative dimension or is
  ///   too large, or if there are not as many bytes as type and shape ask for.
  public init(name: String, type: TensorType, shape: [Int], bytes: [UInt8]) throws(TensorFileError) {
    if name.utf8.elementsEqual(TensorFile.metadataName.utf8) { throw .reservedName }
    guard let count = type.byteCount(shape: shape) else {
      throw .impossibleSize(tensor: name, type: type, shape: shape)
    }
    if count != bytes.count { throw .sizeMismatch(tensor: name, expected: count, found: bytes.count) }
    self.name = name
    self.type = type
    self.shape = shape
    self.bytes = bytes
  }

  /// A tensor of `F32`, from its elements in row-major order.
  ///
  /// - Throws: ``TensorFileError`` as ``init(name:type:shape:bytes:)`` does.
  public init(name: String, shape: [Int], floats: [Float]) throws(TensorFileError) {
    let bytes = Self.bytes(floats.map { $0.bitPattern })
    try self.init(name: name, type: .f32, shape: shape, bytes: bytes)
  }

  /// A tensor of `F64`, from its elements in row-major order.
  ///
  /// - Throws: ``TensorFileError`` as ``init(name:type:shape:bytes:)`` does.
  public init(name: String, shape: [Int], doubles: [Double]) throws(TensorFileError) {
    let bytes = Self.bytes(doubles.map { $0.bitPattern })
    try self.init(name: name, type: .f64, shape: shape, bytes: bytes)
  }

  /// A tensor of `I64`, from its elements in row-major order.
  ///
  /// - Throws: ``TensorFileError`` as ``init(name:type:shape:bytes:)`` does.
  public init(name: String, shape: [Int], integers: [Int]) throws(TensorFileError) {
    let bytes = Self.bytes(integers.map { UInt64(bitPattern: Int64($0)) })
    try self.init(name: name, type: .i64, shape: shape, bytes: bytes)
  }

  /// The number of elements.
  public var count: Int {
    shape.reduce(1, *)
  }

  static func bytes<Word: FixedWidthInteger & UnsignedInteger>(_ words: [Word]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.count * Word.bitWidth / 8)
    for word in words {
      for shift in stride(from: 0, to: Word.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word &>> Word(shift)))
      }
    }
    return bytes
  }
}
