/// What an author may have meant by a name that there is none of.
public enum NearMiss {
  /// The candidate nearest to a name; none where none is so near that it is likely to be meant.
  ///
  /// One slip is allowed in a name of up to four characters, two to eight, three beyond, and always in less than half of it; a letter left out, put in, exchanged
  /// for another or with its neighbour is one slip. Of several as near, the first in alphabetical order.
  public static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    let allowed = name.count <= 4 ? 1 : name.count <= 8 ? 2 : 3
    return candidates.lazy.filter { abs($0.count - name.count) <= allowed }
      .map { (slips(from: Array(name.lowercased()), to: Array($0.lowercased())), $0) }
      .filter { $0.0 <= allowed && 2 * $0.0 < name.count }.min { $0 < $1 }?.1
  }

  /// How many slips lead from one word to another: the optimal string alignment distance (Boytsov, "Indexing methods
  /// for approximate dictionary searching", 2011, section 2.1).
  ///
  /// - Complexity: O(*mn*).
  private static func slips(from a: [Character], to b: [Character]) -> Int {
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
