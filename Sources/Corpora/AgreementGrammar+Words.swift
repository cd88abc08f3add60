extension AgreementGrammar {
  /// Padding and all words of the grammar, those of the verbs in question included.
  public static let vocabulary = Vocabulary(
    [Vocabulary.paddingWord, "the", ",", "which", "already", "is", "are", "was", "were"]
      + nouns.flatMap { [$0.singular, $0.plural] } + pastVerbs + prepositions + adverbs)

  static let nouns: [(singular: String, plural: String)] = [
    ("cat", "cats"), ("dog", "dogs"), ("bird", "birds"), ("horse", "horses"), ("goose", "geese"),
    ("mouse", "mice"), ("fox", "foxes"), ("pony", "ponies"), ("calf", "calves"), ("ox", "oxen"),
  ]

  /// Verbs of the clause: in the past, where both numbers share a form.
  static let pastVerbs = ["ate", "drank", "hunted", "grazed", "fed", "feasted"]

  static let prepositions = ["beside", "behind", "near", "before", "without", "among"]

  static let adverbs = ["quietly", "slowly", "there", "again", "outside", "today", "happily", "alone"]
}
