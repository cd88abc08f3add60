/// What an author may have meant by a name that there is none of.
public enum NearMiss {
  /// The name nearest to a word; none where none is so near that it is likely to be meant.
  ///
  /// One slip is allowed for every three letters, and always one, in less than half of the word; a letter left out, put in,
  /// exchanged for another or with its neighbour is one slip, another case none. Of names as near, one with the same first letter comes
  /// first, then the first by the alphabet.
  ///
  /// - Complexity: the product of the lengths, for each name of nearly the same length.
  public static func of(_ word: String, in names: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().utf8)
    guard letters.count <= 64 else { return nil }
    let limit = max(1, letters.count / 3)
    func rank(_ name: String) -> (Int, Int, String)? {
      let other = Array(name.lowercased().utf8)
      guard abs(other.count - letters.count) <= limit else { return nil }
      let slips = slips(from: letters, to: other)
      guard slips <= limit, 2 * slips < letters.count else { return nil }
      return (slips, name.first == word.first ? 0 : 1, name)
    }
    return names.lazy.compactMap(rank).min(by: <)?.2
  }

  /// How many slips lead from one word to another: the optimal string alignment distance (Boytsov, "Indexing methods
  /// for approximate dictionary searching", 2011, section 2.1).
  static func slips(from a: [UInt8], to b: [UInt8]) -> Int {
    var (before, row) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var least = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
