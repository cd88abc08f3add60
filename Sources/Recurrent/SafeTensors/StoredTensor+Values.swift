extension StoredTensor {
  /// The elements as `Float`, in row-major order.
  ///
  /// `F32`, `F16` and `BF16` convert exactly, `F64` to the nearest `Float`, ties to even, larger ones to ±∞.
  ///
  /// - Throws: ``TensorFileError/typeMismatch(tensor:expected:found:)`` for the other types.
  public func floats() throws(TensorFileError) -> [Float] {
    switch type {
    case .f64: words(of: UInt64.self).map { Float(Double(bitPattern: $0)) }
    case .f32: words(of: UInt32.self).map { Float(bitPattern: $0) }
    case .f16: words(of: UInt16.self).map { Float(halfBits: $0) }
    case .bf16: words(of: UInt16.self).map { Float(bitPattern: UInt32($0) &<< 16) }
    default: throw .typeMismatch(tensor: name, expected: "F64, F32, F16 or BF16", found: type)
    }
  }

  /// The elements as `Double`, in row-major order; every number converts exactly.
  ///
  /// - Throws: ``TensorFileError/typeMismatch(tensor:expected:found:)`` unless they are `F64`, `F32`, `F16`
  ///   or `BF16`.
  public func doubles() throws(TensorFileError) -> [Double] {
    if type == .f64 { return words(of: UInt64.self).map { Double(bitPattern: $0) } }
    return try floats().map { Double($0) }
  }

  /// The elements as `Int`, in row-major order, with 0 and 1 for `BOOL`.
  ///
  /// - Throws: ``TensorFileError/typeMismatch(tensor:expected:found:)`` unless they are integers, and
  ///   ``TensorFileError/integerTooLarge(tensor:position:)`` for one that no `Int` holds.
  public func integers() throws(TensorFileError) -> [Int] {
    switch type {
    case .bool, .u8: bytes.map { Int($0) }
    case .i8: bytes.map { Int(Int8(bitPattern: $0)) }
    case .u16: words(of: UInt16.self).map { Int($0) }
    case .i16: words(of: UInt16.self).map { Int(Int16(bitPattern: $0)) }
    case .u32: try fitting(words(of: UInt32.self))
    case .i32: words(of: UInt32.self).map { Int(Int32(bitPattern: $0)) }
    case .u64: try fitting(words(of: UInt64.self))
    case .i64: try fitting(words(of: UInt64.self).map { Int64(bitPattern: $0) })
    default: throw .typeMismatch(tensor: name, expected: "BOOL or integers of 1 to 8 bytes", found: type)
    }
  }

  private func fitting<Integer: BinaryInteger>(_ integers: [Integer]) throws(TensorFileError) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(integers.count)
    for (position, integer) in integers.enumerated() {
      guard let value = Int(exactly: integer) else {
        throw .integerTooLarge(tensor: name, position: position)
      }
      result.append(value)
    }
    return result
  }

  private func words<Word: FixedWidthInteger & UnsignedInteger>(of: Word.Type) -> [Word] {
    let width = Word.bitWidth / 8
    var words: [Word] = []
    words.reserveCapacity(bytes.count / width)
    for start in stride(from: 0, to: bytes.count, by: width) {
      var word: Word = 0
      for i in 0..<width { word |= Word(bytes[start + i]) &<< Word(8 * i) }
      words.append(word)
    }
    return words
  }
}

extension Float {
  /// The number of a half precision pattern; not by way of `Float16`, which not every machine has.
  init(halfBits bits: UInt16) {
    let sign: FloatingPointSign = bits & 0x8000 == 0 ? .plus : .minus
    let exponent = Int(bits &>> 10) & 0x1F
    let fraction = UInt32(bits & 0x3FF)
    let magnitude: Float
    switch exponent {
    case 0: magnitude = Float(fraction) * 0x1p-24
    case 31: magnitude = Float(bitPattern: 0x7F80_0000 | fraction &<< 13)
    default: magnitude = Float(bitPattern: UInt32(exponent + 112) &<< 23 | fraction &<< 13)
    }
    self = sign == .minus ? -magnitude : magnitude
  }
}
