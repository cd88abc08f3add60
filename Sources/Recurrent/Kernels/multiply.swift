// A product C = A B is cut into tiles of 8 rows and 2 panels, 16 sums that stay in registers while the depth runs.
//
// 1. Each sum has one lane for one element of C, starts at 0 (or at C), and takes its products in the order of
//    the depth: the order of `Matrix * Vector`. So no choice of tile, lanes or threads moves a bit.
// 2. Products are rounded before they are added. A fused multiply-add would be faster, but not every machine
//    has one, and those that do not would need ten times as long for the same bits.
// 3. Sixteen sums, because an addition takes four cycles and one can begin in each: more sums are of no use, and
//    fewer rows or panels load more than they compute.

/// C ← A B, or C ← C + A B: `rows` × `columns`, over `depth`.
///
/// `columns` is a multiple of the lanes; the row i of C begins at i · `stride`. With `backwards`, the last panels come
/// first: whoever multiplies by the same B again and again finds in the cache what was used last. O(rows · columns · depth).
@inline(never)
func multiply<Element: Scalar>(
  _ a: LeftFactor<Element>, _ b: RightFactor<Element>, rows: Int, columns: Int, depth: Int,
  into c: UnsafeMutablePointer<Element>, stride: Int, adding: Bool = false, backwards: Bool = false
) {
  let lanes = Element.Wide.laneCount
  let panels = columns / lanes
  // So many rows of A are read again for each pair of panels: they should stay in the nearest cache.
  let block = 32
  var i = 0
  while i < rows {
    let end = min(rows, i &+ block)
    let full = i &+ (end &- i) / 8 * 8
    var p = 0
    while p < panels {
      let pair = p &+ 1 < panels
      var row = i
      while row < full {
        let tile = Tile(a, row, b, p, depth, c + (row &* stride &+ p &* lanes), stride, adding)
        if pair { tile.eightByTwo() } else { tile.eightByOne() }
        row &+= 8
      }
      p &+= 2
    }
    for row in full..<end {
      let groups = (panels &+ 5) / 6
      for group in 0..<groups {
        var p = (backwards ? groups &- 1 &- group : group) &* 6
        let last = min(panels, p &+ 6)
        while p < last {
          let tile = Tile(a, row, b, p, depth, c + (row &* stride &+ p &* lanes), stride, adding)
          switch last &- p {
          case 6: tile.oneBySix()
          case 3...5: tile.oneByThree()
          default: tile.oneByOne()
          }
          p &+= last &- p == 6 ? 6 : last &- p >= 3 ? 3 : 1
        }
      }
    }
    i = end
  }
}
