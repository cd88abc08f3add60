/// Packed tensors by name, each to be read once and checked on the way.
@frozen
@usableFromInline
struct PackedReader<Element: Scalar> {
  @usableFromInline var left: [PackedTensor<Element>]

  @inlinable
  init(_ tensors: [PackedTensor<Element>]) {
    left = tensors
  }

  @inlinable
  func contains(_ name: String) -> Bool {
    position(name) != nil
  }

  // Byte by byte: the equality of strings would bring Unicode's tables into a WebAssembly module.
  @inlinable
  func position(_ name: String) -> Int? {
    for i in left.indices where left[i].name.utf8.elementsEqual(name.utf8) { return i }
    return nil
  }

  /// The length of an axis of a tensor that has so many axes and fills them, so that no length is absurd.
  @inlinable
  func size(_ name: String, axis: Int, of axes: Int) throws(ConventionError) -> Int {
    guard let i = position(name) else { throw .missing(tensor: name) }
    guard left[i].shape.count == axes else {
      throw .axes(tensor: name, expected: axes, shape: left[i].shape)
    }
    try left[i].checkFullness()
    let size = left[i].shape[axis]
    guard size <= left[i].values.count else {
      throw .values(tensor: name, shape: left[i].shape, found: left[i].values.count)
    }
    return size
  }

  /// The values of a tensor of exactly that shape.
  @inlinable
  mutating func values(_ name: String, _ shape: [Int]) throws(ConventionError) -> [Element] {
    guard let i = position(name) else { throw .missing(tensor: name) }
    let tensor = left.remove(at: i)
    guard tensor.shape == shape else {
      throw .shape(.mismatch(tensor: name, expected: shape, found: tensor.shape))
    }
    try tensor.checkFullness()
    return tensor.values
  }

  /// A vector; zeros if it is optional and not there.
  @inlinable
  mutating func vector(
    _ name: String, _ shape: [Int], isOptional: Bool = false
  ) throws(ConventionError) -> Vector<Element> {
    if isOptional && !contains(name) { return .zeros(shape.reduce(1, *)) }
    return Vector(try values(name, shape))
  }

  /// A matrix whose rows and columns are the last two axes; axes before them have length 1.
  @inlinable
  mutating func matrix(_ name: String, _ shape: [Int]) throws(ConventionError) -> Matrix<Element> {
    let values = try values(name, shape)
    var result = Matrix<Element>.zeros(rows: shape[shape.count - 2], columns: shape[shape.count - 1])
    result.elements = values
    return result
  }

  /// Throws if a tensor was not read.
  @inlinable
  func finish() throws(ConventionError) {
    if let tensor = left.first { throw .unexpected(tensor: tensor.name) }
  }
}

extension PackedTensor {
  /// Throws unless the values fill the shape.
  @inlinable
  func checkFullness() throws(ConventionError) {
    var product = 1
    for size in shape {
      let (next, overflows) = product.multipliedReportingOverflow(by: size)
      product = overflows || size < 0 ? -1 : next
      if product < 0 { break }
    }
    if product != values.count { throw .values(tensor: name, shape: shape, found: values.count) }
  }
}
