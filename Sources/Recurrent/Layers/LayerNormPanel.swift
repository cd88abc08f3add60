/// As many steps of a layer normalisation as there are lanes: a row for each feature, a lane for each step.
struct LayerNormPanel<Element: Scalar> {
  typealias Wide = Element.Wide

  let norm: LayerNorm<Element>

  /// c, then n, then y or δx.
  let normal: UnsafeMutablePointer<Element>

  /// δy, then δy ⊙ n.
  let slope: UnsafeMutablePointer<Element>

  private let buffer: Buffer<Element>

  init(_ norm: LayerNorm<Element>) {
    self.norm = norm
    let block = norm.features * Wide.laneCount
    var buffer = Buffer<Element>(zeros: 2 * block)
    normal = buffer.writable()
    slope = normal + block
    self.buffer = buffer
  }

  func keepAlive() { buffer.keepAlive() }

  /// Reads x, computes n, and returns r.
  @inline(__always)
  func normalise(_ rows: UnsafePointer<Element>, stride: Int, count: Int) -> Wide {
    let (lanes, features) = (Wide.laneCount, norm.features)
    let number = Wide(repeating: Element(features))
    normal.setLanes(rows: rows, stride: stride, count: count, width: features)
    var sum = Wide(repeating: 0)
    for k in 0..<features { sum = sum + normal.wide(k &* lanes) }
    let mean = sum / number
    var squares = Wide(repeating: 0)
    for k in 0..<features {
      let centred = normal.wide(k &* lanes) - mean
      normal.set(k &* lanes, centred)
      squares = squares + centred * centred
    }
    let slope = 1 / squareRoot(lanes: squares / number + norm.epsilon)
    for k in 0..<features { normal.set(k &* lanes, normal.wide(k &* lanes) * slope) }
    return slope
  }

  /// Puts y in place of n.
  @inline(__always)
  func scale() {
    norm.gain.withElements { gain in
      norm.bias.withElements { bias in
        for k in 0..<gain.count {
          let i = k &* Wide.laneCount
          normal.set(i, gain[k] * normal.wide(i) + bias[k])
        }
      }
    }
  }

  /// Puts δx in place of n, and δy ⊙ n in place of δy.
  @inline(__always)
  func backward(_ slopes: Wide) {
    norm.gain.withElements { gain in
      let number = Wide(repeating: Element(gain.count))
      var (sum, product) = (Wide(repeating: 0), Wide(repeating: 0))
      for k in 0..<gain.count {
        let i = k &* Wide.laneCount
        let dn = gain[k] * slope.wide(i)
        sum = sum + dn
        product = product + dn * normal.wide(i)
      }
      let (mean, meanProduct) = (sum / number, product / number)
      for k in 0..<gain.count {
        let i = k &* Wide.laneCount
        let (n, dy) = (normal.wide(i), slope.wide(i))
        slope.set(i, dy * n)
        normal.set(i, (slopes * (gain[k] * dy - mean - n * meanProduct)).flushed)
      }
    }
  }
}
