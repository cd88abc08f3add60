/// The type of a stored tensor's elements, one case for each `dtype` of the safetensors format.
///
/// The cases rise in the order by which the format's reference implementation (safetensors 0.8) lays tensors
/// out: the last case comes first in a file, so that wide elements are aligned without gaps.
public enum TensorType: UInt8, CaseIterable, Sendable {
  /// One byte an element, 0 or 1.
  case bool
  /// Four bits an element.
  case f4
  /// Six bits an element, two of them the exponent.
  case f6E2M3
  /// Six bits an element, three of them the exponent.
  case f6E3M2
  /// Unsigned integers of one byte.
  case u8
  /// Signed integers of one byte.
  case i8
  /// Floating point of one byte, five bits of exponent.
  case f8E5M2
  /// Floating point of one byte, four bits of exponent.
  case f8E4M3
  /// Powers of two in one byte.
  case f8E8M0
  /// Floating point of one byte, four bits of exponent, without infinities and −0.
  case f8E4M3FNUZ
  /// Floating point of one byte, five bits of exponent, without infinities and −0.
  case f8E5M2FNUZ
  /// Signed integers of two bytes.
  case i16
  /// Unsigned integers of two bytes.
  case u16
  /// IEEE 754 half precision.
  case f16
  /// The upper half of a 32-bit float.
  case bf16
  /// Signed integers of four bytes.
  case i32
  /// Unsigned integers of four bytes.
  case u32
  /// IEEE 754 single precision, Swift's `Float`.
  case f32
  /// Pairs of 32-bit floats.
  case c64
  /// IEEE 754 double precision, Swift's `Double`.
  case f64
  /// Signed integers of eight bytes.
  case i64
  /// Unsigned integers of eight bytes.
  case u64

  /// The type of that name in a file's header; nil if the format has none such.
  public init?(name: String) {
    for type in Self.allCases where type.name.utf8.elementsEqual(name.utf8) {
      self = type
      return
    }
    return nil
  }

  /// The name in a file's header: `F32`.
  public var name: String {
    switch self {
    case .bool: "BOOL"
    case .f4: "F4"
    case .f6E2M3: "F6_E2M3"
    case .f6E3M2: "F6_E3M2"
    case .u8: "U8"
    case .i8: "I8"
    case .f8E5M2: "F8_E5M2"
    case .f8E4M3: "F8_E4M3"
    case .f8E8M0: "F8_E8M0"
    case .f8E4M3FNUZ: "F8_E4M3FNUZ"
    case .f8E5M2FNUZ: "F8_E5M2FNUZ"
    case .i16: "I16"
    case .u16: "U16"
    case .f16: "F16"
    case .bf16: "BF16"
    case .i32: "I32"
    case .u32: "U32"
    case .f32: "F32"
    case .c64: "C64"
    case .f64: "F64"
    case .i64: "I64"
    case .u64: "U64"
    }
  }

  /// The size of an element in bits.
  public var bitWidth: Int {
    switch self {
    case .f4: 4
    case .f6E2M3, .f6E3M2: 6
    case .bool, .u8, .i8, .f8E5M2, .f8E4M3, .f8E8M0, .f8E4M3FNUZ, .f8E5M2FNUZ: 8
    case .i16, .u16, .f16, .bf16: 16
    case .i32, .u32, .f32: 32
    case .c64, .f64, .i64, .u64: 64
    }
  }

  /// The bytes that a tensor of this type and shape takes; nil if there is no such whole number in an `Int`.
  ///
  /// A shape without dimensions is that of a single number. A dimension of 0 makes the tensor empty.
  public func byteCount(shape: [Int]) -> Int? {
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if size < 0 || overflow { return nil }
      count = product
    }
    let (bits, overflow) = count.multipliedReportingOverflow(by: bitWidth)
    return overflow || bits % 8 != 0 ? nil : bits / 8
  }
}
