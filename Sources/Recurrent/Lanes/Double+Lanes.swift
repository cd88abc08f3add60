extension Double: Lanes {
  /// The type of a lane.
  public typealias Number = Double

  /// One.
  @inlinable @inline(__always)
  public static var laneCount: Int { 1 }

  /// The value itself.
  @inlinable @inline(__always)
  public init(repeating value: Double) { self = value }

  /// The magnitude of this number with the sign of another.
  @inlinable @inline(__always)
  public func signed(like other: Double) -> Double { Double(signOf: other, magnitudeOf: self) }

  /// `yes` where a < b, else `no`.
  @inlinable @inline(__always)
  public static func choose(_ yes: Double, else no: Double, where a: Double, isBelow b: Double) -> Double {
    a < b ? yes : no
  }

  /// 2ⁿ in two factors, n from −2044 to 2046.
  @inlinable @inline(__always)
  public static func powersOfTwo(_ shifted: Double, above shifter: Double) -> (Double, Double) {
    let n = Int64(bitPattern: shifted.bitPattern &- shifter.bitPattern)
    let half = n &>> 1
    return (powerOfTwo(half), powerOfTwo(n &- half))
  }

  @inlinable @inline(__always)
  static func powerOfTwo(_ exponent: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) &<< 52))
  }

  /// The number whose bits lie halfway between its own and those of 1.
  @inlinable @inline(__always)
  public var halfwayToOne: Double { Double(bitPattern: (bitPattern &+ 0x3FF0_0000_0000_0000) &>> 1) }
}

extension SIMD8: Lanes where Scalar == Double {
  /// The type of a lane.
  public typealias Number = Double

  /// Eight: a cache line.
  @inlinable @inline(__always)
  public static var laneCount: Int { 8 }

  @inlinable @inline(__always)
  init(_ bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }

  @inlinable @inline(__always)
  var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  /// The lanes without their signs.
  @inlinable @inline(__always)
  public var magnitude: Self { Self(bits & 0x7FFF_FFFF_FFFF_FFFF) }

  /// The magnitudes of these lanes with the signs of others.
  @inlinable @inline(__always)
  public func signed(like other: Self) -> Self {
    Self((bits & 0x7FFF_FFFF_FFFF_FFFF) | (other.bits & 0x8000_0000_0000_0000))
  }

  /// `yes` in the lanes where a < b, else `no`.
  @inlinable @inline(__always)
  public static func choose(_ yes: Self, else no: Self, where a: Self, isBelow b: Self) -> Self {
    no.replacing(with: yes, where: a .< b)
  }

  /// 2ⁿ in two factors, n from −2044 to 2046.
  @inlinable @inline(__always)
  public static func powersOfTwo(_ shifted: Self, above shifter: Double) -> (Self, Self) {
    let n = unsafeBitCast(shifted.bits &- shifter.bitPattern, to: SIMD8<Int64>.self)
    let half = n &>> 1
    return (powerOfTwo(half), powerOfTwo(n &- half))
  }

  @inlinable @inline(__always)
  static func powerOfTwo(_ exponent: SIMD8<Int64>) -> Self {
    unsafeBitCast((exponent &+ 1023) &<< 52, to: Self.self)
  }

  /// The numbers whose bits lie halfway between those of the lanes and of 1.
  @inlinable @inline(__always)
  public var halfwayToOne: Self { Self((bits &+ 0x3FF0_0000_0000_0000) &>> 1) }
}
