import Recurrent
import Testing

/// Known answers from `Reference/random_cases.py`. Java's `SplittableRandom(seed).nextLong()` gives the
/// same bits for the three seeds of `knownBits`.
struct RandomSourceTests {
  @Test(
    arguments: [
      (
        seed: 0,
        bits: [
          0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81EC,
          0x1B39_896A_51A8_749B,
        ]
      ),
      (
        seed: 1_234_567,
        bits: [
          0x599E_D017_FB08_FC85, 0x2C73_F084_5854_0FA5, 0x883E_BCE5_A3F2_7C77, 0x3FBE_F740_E917_7B3F,
          0xE3B8_3467_08CB_5ECD,
        ]
      ),
      (
        seed: .max,
        bits: [
          0xE4D9_7177_1B65_2C20, 0xE99F_F867_DBF6_82C9, 0x382F_F84C_B272_81E9, 0x6D1D_B36C_CBA9_82D2,
          0xB4A0_472E_5780_69AE,
        ]
      ),
    ] as [(seed: UInt64, bits: [UInt64])])
  func knownBits(seed: UInt64, bits: [UInt64]) {
    var random = RandomSource(seed: seed)
    for expected in bits { #expect(random.next() == expected) }
  }

  @Test func knownUniformNumbers() {
    var random = RandomSource(seed: 7)
    for expected in [0.3898297483912715, 0.01678829452815611, 0.9007606806068834, 0.5829302930280781] {
      #expect(random.uniform(0, 1) == expected)
    }
    random = RandomSource(seed: 7)
    let floats: [Float] = [0.38982969522476196, 0.016788244247436523, 0.9007606506347656, 0.5829302668571472]
    for expected in floats { #expect(random.uniform(0, 1) == expected) }
  }

  @Test func knownWholeNumbers() {
    var random = RandomSource(seed: 7)
    #expect((0..<12).map { _ in random.int(below: 10) } == [3, 0, 9, 5, 4, 2, 4, 3, 1, 4, 1, 9])
    random = RandomSource(seed: 7)
    let large = [
      2_696_658_600_334_640_432, 116_133_514_723_108_426, 6_231_038_155_055_853_504,
      3_129_779_942_062_771_377, 1_725_449_795_799_580_614, 3_237_078_490_283_576_924,
    ]
    #expect((0..<6).map { _ in random.int(below: 3 << 61) } == large)
  }

  @Test func knownOrder() {
    var random = RandomSource(seed: 7)
    #expect(random.shuffled(Array(0..<10)) == [9, 5, 8, 6, 1, 2, 4, 7, 0, 3])
    #expect(random.shuffled([Int]()).isEmpty)
  }

  @Test func vectorsAndMatricesAreDrawnInOrder() {
    var (one, two) = (RandomSource(seed: 3), RandomSource(seed: 3))
    let v: Vector<Float> = one.vector(3, in: -2...2)
    let m: Matrix<Float> = one.matrix(rows: 2, columns: 3, in: -1...1)
    for x in v { #expect(x == two.uniform(-2, 2)) }
    for i in 0..<2 {
      for j in 0..<3 { #expect(m[i, j] == two.uniform(in: -1...1)) }
    }
  }

  // 20,000 draws: the mean of a uniform number on [-1, 1] has a standard error of 0.0041, that of a normal
  // one 0.0071, and the normal variance one of 0.01. The limits are four of them, and the seed is fixed.
  @Test func momentsAreThoseOfTheDistributions() {
    var random = RandomSource(seed: 11)
    let count = 20_000
    let uniform = Vector<Double>((0..<count).map { _ in random.uniform(-1, 1) })
    #expect(uniform.maxNorm <= 1)
    #expect((uniform.sum / Double(count)).magnitude < 0.017)
    let normal = Vector<Double>((0..<count).map { _ in random.normal() })
    #expect((normal.sum / Double(count)).magnitude < 0.029)
    #expect((normal.dot(normal) / Double(count) - 1).magnitude < 0.04)
  }

  @Test func normalTakesTheFirstOfAPolarPair() {
    var (one, two) = (RandomSource(seed: 5), RandomSource(seed: 5))
    let value = one.normal(Float.self)
    var (u, square): (Float, Float) = (0, 0)
    repeat {
      u = two.uniform(-1, 1)
      let v: Float = two.uniform(-1, 1)
      square = u * u + v * v
    } while square >= 1
    #expect(value == u * squareRoot(-2 * Float.log(square) / square))
  }
}
