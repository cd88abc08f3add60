extension Float: Lanes {
  /// The type of a lane.
  public typealias Number = Float

  /// One.
  @inlinable @inline(__always)
  public static var laneCount: Int { 1 }

  /// The value itself.
  @inlinable @inline(__always)
  public init(repeating value: Float) { self = value }

  /// The magnitude of this number with the sign of another.
  @inlinable @inline(__always)
  public func signed(like other: Float) -> Float { Float(signOf: other, magnitudeOf: self) }

  /// `yes` where a < b, else `no`.
  @inlinable @inline(__always)
  public static func choose(_ yes: Float, else no: Float, where a: Float, isBelow b: Float) -> Float {
    a < b ? yes : no
  }

  /// 2ⁿ in two factors, n from −252 to 254.
  @inlinable @inline(__always)
  public static func powersOfTwo(_ shifted: Float, above shifter: Float) -> (Float, Float) {
    let n = Int32(bitPattern: shifted.bitPattern &- shifter.bitPattern)
    let half = n &>> 1
    return (powerOfTwo(half), powerOfTwo(n &- half))
  }

  @inlinable @inline(__always)
  static func powerOfTwo(_ exponent: Int32) -> Float {
    Float(bitPattern: UInt32(bitPattern: (exponent &+ 127) &<< 23))
  }

  /// The number whose bits lie halfway between its own and those of 1.
  @inlinable @inline(__always)
  public var halfwayToOne: Float { Float(bitPattern: (bitPattern &+ 0x3F80_0000) &>> 1) }
}

extension SIMD16: Lanes where Scalar == Float {
  /// The type of a lane.
  public typealias Number = Float

  /// Sixteen: a cache line, and the widest register of today's processors.
  @inlinable @inline(__always)
  public static var laneCount: Int { 16 }

  @inlinable @inline(__always)
  init(_ bits: SIMD16<UInt32>) { self = unsafeBitCast(bits, to: Self.self) }

  @inlinable @inline(__always)
  var bits: SIMD16<UInt32> { unsafeBitCast(self, to: SIMD16<UInt32>.self) }

  /// The lanes without their signs.
  @inlinable @inline(__always)
  public var magnitude: Self { Self(bits & 0x7FFF_FFFF) }

  /// The magnitudes of these lanes with the signs of others.
  @inlinable @inline(__always)
  public func signed(like other: Self) -> Self {
    Self((bits & 0x7FFF_FFFF) | (other.bits & 0x8000_0000))
  }

  /// `yes` in the lanes where a < b, else `no`.
  @inlinable @inline(__always)
  public static func choose(_ yes: Self, else no: Self, where a: Self, isBelow b: Self) -> Self {
    no.replacing(with: yes, where: a .< b)
  }

  /// 2ⁿ in two factors, n from −252 to 254.
  @inlinable @inline(__always)
  public static func powersOfTwo(_ shifted: Self, above shifter: Float) -> (Self, Self) {
    let n = unsafeBitCast(shifted.bits &- shifter.bitPattern, to: SIMD16<Int32>.self)
    let half = n &>> 1
    return (powerOfTwo(half), powerOfTwo(n &- half))
  }

  @inlinable @inline(__always)
  static func powerOfTwo(_ exponent: SIMD16<Int32>) -> Self {
    unsafeBitCast((exponent &+ 127) &<< 23, to: Self.self)
  }

  /// The numbers whose bits lie halfway between those of the lanes and of 1.
  @inlinable @inline(__always)
  public var halfwayToOne: Self { Self((bits &+ 0x3F80_0000) &>> 1) }
}
