extension BookReviews {
  /// Padding and all words of the reviews.
  public static let vocabulary = Vocabulary(
    [Vocabulary.paddingWord, ".", "it", "a"] + openings.flatMap { $0 } + praise + blame + tellings + people
      + links + places)

  static let openings = [
    ["i", "found", "this", "book"],
    ["the", "whole", "story", "is"],
    ["to", "me", "the", "novel", "was"],
    ["every", "page", "seemed"],
  ]

  static let praise = ["gripping", "delightful", "moving", "brilliant", "charming", "wise", "superb"]

  static let blame = ["tedious", "clumsy", "shallow", "dreary", "confused", "bloated", "dull"]

  static let tellings = ["follows", "describes", "introduces", "mentions", "portrays", "remembers"]

  static let people = ["sailor", "teacher", "widow", "painter", "judge", "gardener", "twin", "clerk"]

  static let links = ["from", "near", "leaving", "behind", "inside"]

  static let places = ["harbour", "village", "castle", "library", "desert", "hospital", "mill"]
}
