/// A review of the IMDB corpus: A. L. Maas and others, "Learning word vectors for sentiment analysis", ACL 2011.
public struct MovieReview: Equatable, Sendable {
  /// The half of the corpus, named as its folder is.
  public enum Part: String, CaseIterable, Sendable {
    /// 25,000 reviews to learn from.
    case train

    /// 25,000 reviews of other films.
    case test
  }

  /// The number in the file's name, from 0; each half has it twice, once for each verdict.
  public let id: Int

  /// The stars, 1 to 10; the corpus has 1 to 4 for its negative reviews and 7 to 10 for its positive ones.
  public let rating: Int

  /// Whether it lay in `pos`, not in `neg`.
  public let isPositive: Bool

  /// The text as the file has it, with `<br />` for line breaks.
  public let text: String

  /// A review.
  public init(id: Int, rating: Int, isPositive: Bool, text: String) {
    self.id = id
    self.rating = rating
    self.isPositive = isPositive
    self.text = text
  }
}

extension MovieReview {
  /// The reviews of one half, from `folder/PART/neg` and `folder/PART/pos`, files named `ID_RATING.txt`.
  ///
  /// They are sorted by id, of one id the negative before the positive, whatever order the system lists them
  /// in. Names that begin with a full stop are passed over.
  ///
  /// - Throws: ``CorpusError`` with the path, for the first folder that is missing or empty, name that has no
  ///   id and rating, or file that cannot be read or is not UTF-8.
  public static func read(_ part: Part, inFolder folder: String) throws(CorpusError) -> [MovieReview] {
    var reviews: [MovieReview] = []
    for (name, isPositive) in [("neg", false), ("pos", true)] {
      let path = "\(folder)/\(part.rawValue)/\(name)"
      let names = try DeclaredFiles.names(inFolder: path)
      if names.isEmpty { throw .emptyFolder(path) }
      for name in names { reviews.append(try read("\(path)/\(name)", name: name, isPositive: isPositive)) }
    }
    return reviews.sorted { left, right in
      (left.id, left.isPositive ? 1 : 0, left.rating) < (right.id, right.isPositive ? 1 : 0, right.rating)
    }
  }

  private static func read(
    _ path: String, name: String, isPositive: Bool
  ) throws(CorpusError) -> MovieReview {
    guard name.hasSuffix(".txt") else { throw .nameWithoutRating(path) }
    let numbers = name.dropLast(4).split(separator: "_", omittingEmptySubsequences: false).map(wholeNumber)
    guard numbers.count == 2, let id = numbers[0], let rating = numbers[1], 1...10 ~= rating else {
      throw .nameWithoutRating(path)
    }
    let bytes = try DeclaredFiles.bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(path, byte: firstNotUTF8(bytes))
    }
    return MovieReview(id: id, rating: rating, isPositive: isPositive, text: text)
  }

  private static func wholeNumber(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(text) : nil
  }

  private static func firstNotUTF8(_ bytes: [UInt8]) -> Int {
    var (decoder, iterator, place) = (UTF8(), bytes.makeIterator(), 0)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { place += UTF8.width(scalar) }
    return place
  }
}
