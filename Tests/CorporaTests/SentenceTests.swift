import Recurrent
import Testing

@testable import Corpora

struct SentenceTests {
  func sentences(_ grammar: AgreementGrammar, _ count: Int) -> [AgreementGrammar.Sentence] {
    var random = RandomSource(seed: 12)
    return (0..<count).map { _ in grammar.sentence(using: &random) }
  }

  func nouns(_ clause: ArraySlice<String>, plural: Bool) -> Int {
    clause.count { word in AgreementGrammar.nouns.contains { (plural ? $0.plural : $0.singular) == word } }
  }

  @Test func clausesHaveTheirLengthAndNouns() throws {
    let grammar = try AgreementGrammar(clauseLength: 12...15, attractors: 1...2, companions: 0...1)
    var seen: Set<[Int]> = []
    for sentence in sentences(grammar, 500) {
      #expect(sentence.words[0] == "the" && sentence.words[2] == "," && sentence.words.last == ",")
      let clause = sentence.words[3..<sentence.words.count - 1]
      #expect(clause.starts(with: ["which", "already"]) && !clause.contains(","))
      let others = nouns(clause, plural: !sentence.isPlural)
      let alike = nouns(clause, plural: sentence.isPlural)
      #expect(12...15 ~= clause.count && 1...2 ~= others && 0...1 ~= alike)
      #expect(sentence.verb == (sentence.isPlural ? "were" : "was"))
      #expect(nouns(sentence.words[1...1], plural: sentence.isPlural) == 1)
      seen.insert([clause.count, others, alike])
    }
    #expect(seen.count == 16)
  }

  @Test func theVerbSharesABitWithTheNumberOrNone() throws {
    func bits(_ choice: AgreementGrammar.Choice) throws -> Double {
      let sentences = sentences(try AgreementGrammar(choice: choice), 20_000)
      return mutualInformation(sentences.map { ($0.isPlural ? 1 : 0, $0.answer) })
    }
    #expect(abs(try bits(.wasOrWere) - 1) < 0.001)
    #expect(try bits(.isOrWas) == 0)
    #expect(try bits(.presentOrPast) < 0.001)
  }

  @Test func verbs() throws {
    for choice in AgreementGrammar.Choice.allCases {
      let grammar = try AgreementGrammar(choice: choice)
      var found: [String: Int] = [:]
      for sentence in sentences(grammar, 4000) {
        found[sentence.verb, default: 0] += 1
        let isClass = grammar.classes[sentence.answer] == sentence.verb
        #expect(isClass || choice == .presentOrPast)
        #expect(!sentence.isPlural || choice != .isOrWas)
      }
      let expected: [String] =
        switch choice {
        case .wasOrWere: ["was", "were"]
        case .isOrWas: ["is", "was"]
        case .presentOrPast: ["are", "is", "was", "were"]
        }
      #expect(found.keys.sorted() == expected)
      #expect(found.values.allSatisfy { abs($0 - 4000 / expected.count) < 200 })
    }
  }

  /// Companions as many as attractors, on average, leave the last noun without a trace of the answer.
  @Test func theLastNounTellsTheAnswerUnlessCompanionsForbidIt() throws {
    func bits(companions: ClosedRange<Int>) throws -> Double {
      let grammar = try AgreementGrammar(
        clauseLength: 15...15, attractors: companions.upperBound == 0 ? 1...2 : 0...2, companions: companions)
      return mutualInformation(
        sentences(grammar, 20_000).map { sentence in
          let clause = sentence.words[3...]
          let last = clause.last { nouns([$0], plural: true) + nouns([$0], plural: false) > 0 }
          return (last.map { nouns([$0], plural: true) } ?? 2, sentence.answer)
        })
    }
    #expect(try bits(companions: 0...0) > 0.99)
    #expect(try bits(companions: 0...2) < 0.001)
  }

  @Test func examplesAreSentencesUpToTheVerb() throws {
    let grammar = try AgreementGrammar(clauseLength: 9...9, attractors: 2...2)
    let sentence = sentences(grammar, 1)[0]
    let example = grammar.examples(1, seed: 12)[0]
    #expect(example.tokens == (try AgreementGrammar.vocabulary.tokens(sentence.words)))
    #expect(example.target == .whole(sentence.answer))
    #expect(example.count == 13)
    let short = AgreementGrammar.Sentence(
      words: ["the", "cat", ",", "which", "already", "ate", ","], verb: "was", isPlural: false, answer: 0)
    #expect(short.text == "the cat, which already ate, was full.")
  }

  @Test func clausesNeedRoom() {
    #expect(throws: CorpusError.self) { try AgreementGrammar(clauseLength: 2...9) }
    #expect(throws: CorpusError.self) { try AgreementGrammar(clauseLength: 8...9, attractors: 0...2) }
    #expect(throws: CorpusError.self) {
      try AgreementGrammar(clauseLength: 8...9, attractors: 0...1, companions: 1...1)
    }
    #expect(throws: CorpusError.self) { try AgreementGrammar(attractors: -1...0) }
    #expect(throws: CorpusError.self) { try AgreementGrammar(companions: -1...0) }
    #expect(throws: CorpusError.self) { try AgreementGrammar(attractors: 0 ... .max, companions: 0 ... .max) }
    #expect(throws: Never.self) { try AgreementGrammar(clauseLength: 9...9, attractors: 2...2) }
  }

  func verdict(_ sentence: ArraySlice<String>) -> Int? {
    if sentence.contains(where: BookReviews.praise.contains) { return 1 }
    return sentence.contains(where: BookReviews.blame.contains) ? 0 : nil
  }

  @Test(arguments: BookReviews.Place.allCases)
  func oneSentenceDecides(place: BookReviews.Place) throws {
    let reviews = try BookReviews(place: place, fillers: 2...4, distractors: 0...1)
    var random = RandomSource(seed: 7)
    var (verdicts, others): ([Int], [(Int, Int)]) = ([], [])
    for _ in 0..<4000 {
      let (words, verdict) = reviews.review(using: &random)
      var sentences = words.split(separator: ".").map(self.verdict)
      #expect(words.last == "." && 3...6 ~= sentences.count)
      #expect((place == .first ? sentences.removeFirst() : sentences.removeLast()) == verdict)
      let distractor = sentences.compactMap { $0 }
      #expect(distractor.count <= 1 && 2...4 ~= sentences.count - distractor.count)
      verdicts.append(verdict)
      if let other = distractor.first { others.append((other, verdict)) }
    }
    #expect(abs(verdicts.reduce(0, +) - 2000) < 150)
    #expect(abs(others.count - 2000) < 150)
    #expect(mutualInformation(others) < 0.005)
  }

  @Test func reviewsAreEncodedWhole() throws {
    let reviews = try BookReviews(place: .last, distractors: 2...2)
    var random = RandomSource(seed: 3)
    let (words, verdict) = reviews.review(using: &random)
    let example = reviews.examples(1, seed: 3)[0]
    #expect(example.tokens == (try BookReviews.vocabulary.tokens(words)))
    #expect(example.target == .whole(verdict))
    #expect(Set(BookReviews.praise).isDisjoint(with: BookReviews.blame))
    #expect(throws: CorpusError.self) { try BookReviews(place: .first, fillers: -1...0) }
    #expect(throws: CorpusError.self) { try BookReviews(place: .first, distractors: -1...0) }
  }
}
