import Recurrent

/// The mutual information of two properties, in bits, as the pairs' own frequencies have it.
///
/// Σ p(a, b) log₂(p(a, b)/(p(a) p(b))): 0 if and only if the properties are independent in these pairs, and never
/// more than either entropy; 0 for no pairs. In a sample of independent properties it is a little above 0,
/// on average (A − 1)(B − 1)/(2n ln 2) for A and B values and n pairs. Source: C. E. Shannon, "A mathematical
/// theory of communication", 1948.
public func mutualInformation(_ pairs: [(Int, Int)]) -> Double {
  var counts: [Int: [Int: Int]] = [:]
  var lefts: [Int: Int] = [:]
  var rights: [Int: Int] = [:]
  for (left, right) in pairs {
    counts[left, default: [:]][right, default: 0] += 1
    lefts[left, default: 0] += 1
    rights[right, default: 0] += 1
  }
  let total = Double(pairs.count)
  var sum = 0.0
  // Sorted, since a dictionary's order differs from run to run and the order of a sum is part of its result.
  for left in counts.keys.sorted() {
    for right in (counts[left] ?? [:]).keys.sorted() {
      let joint = Double(counts[left]?[right] ?? 0)
      let apart = Double(lefts[left] ?? 0) * Double(rights[right] ?? 0)
      sum += joint / total * log(joint * total / apart) / log(2.0)
    }
  }
  return sum
}
