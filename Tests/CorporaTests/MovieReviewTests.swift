import Corpora
import Foundation
import Testing

/// The loader, on small folders of its own making.
struct MovieReviewTests {
  /// Calls `body` with a folder of those files, and takes it away afterwards.
  func withFolder(_ files: [String: [UInt8]], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reviews-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    try body(folder.path)
  }

  func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func reviewsAreSortedByTheirNumber() throws {
    let files = [
      "train/neg/10_2.txt": bytes("ten"), "train/neg/9_10.txt": bytes("nine"),
      "train/pos/9_1.txt": bytes("größe"), "train/pos/0_7.txt": bytes(""),
      "train/pos/.hidden": bytes(""),
    ]
    try withFolder(files) { folder in
      let reviews = try MovieReview.read(.train, inFolder: folder)
      #expect(
        reviews == [
          MovieReview(id: 0, rating: 7, isPositive: true, text: ""),
          MovieReview(id: 9, rating: 10, isPositive: false, text: "nine"),
          MovieReview(id: 9, rating: 1, isPositive: true, text: "größe"),
          MovieReview(id: 10, rating: 2, isPositive: false, text: "ten"),
        ])
      #expect(throws: CorpusError.missingFolder("\(folder)/test/neg")) {
        try MovieReview.read(.test, inFolder: folder)
      }
    }
  }

  @Test func foldersMustHoldReviews() throws {
    try withFolder(["train/neg/.keep": [], "train/pos/1_7.txt": []]) { folder in
      #expect(throws: CorpusError.emptyFolder("\(folder)/train/neg")) {
        try MovieReview.read(.train, inFolder: folder)
      }
    }
    try withFolder(["train/neg": [], "x": []]) { folder in
      #expect(throws: CorpusError.missingFolder("\(folder)/train/neg")) {
        try MovieReview.read(.train, inFolder: folder)
      }
    }
    try withFolder(["test/neg/1_1.txt/inner": []]) { folder in
      #expect(throws: CorpusError.unreadable("\(folder)/test/neg/1_1.txt")) {
        try MovieReview.read(.test, inFolder: folder)
      }
    }
  }

  @Test(arguments: [
    "1.txt", "1_.txt", "_1.txt", "1_2_3.txt", "a_2.txt", "1_b.txt", "1_0.txt", "1_11.txt", "1_7", "+1_7.txt",
    "1_7.TXT", "99999999999999999999_7.txt", "-1_7.txt",
  ])
  func namesMustHaveAnIdAndARating(name: String) throws {
    try withFolder(["train/neg/\(name)": []]) { folder in
      #expect(throws: CorpusError.nameWithoutRating("\(folder)/train/neg/\(name)")) {
        try MovieReview.read(.train, inFolder: folder)
      }
    }
  }

  static let notUTF8: [([UInt8], Int)] = [
    ([0x61, 0xFF], 1), ([0xE2, 0x82], 0), ([0x62, 0xEF, 0xBF], 1), ([0xC0, 0x80], 0),
  ]

  @Test(arguments: notUTF8)
  func bytesMustBeUTF8(bytes: [UInt8], place: Int) throws {
    try withFolder(["train/neg/3_4.txt": bytes]) { folder in
      let error = CorpusError.notUTF8("\(folder)/train/neg/3_4.txt", byte: place)
      #expect(throws: error) { try MovieReview.read(.train, inFolder: folder) }
      #expect("\(error)".hasSuffix("3_4.txt: expected UTF-8, found other bytes from byte \(place)"))
    }
  }

  @Test func wordsAreThoseOfKeras() {
    let text = "It's GOOD,<br /><br />really-good!\tIs\nit? ÄRGER\u{A0}x (10/10)"
    let words = ["it's", "good", "br", "br", "really", "good", "is", "it", "ärger\u{A0}x", "10", "10"]
    #expect(KerasText.words(of: text) == words)
    #expect(KerasText.words(of: text, leavingOutLineBreaks: true) == words.filter { $0 != "br" })
    #expect(KerasText.words(of: "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n ").isEmpty)
    #expect(KerasText.words(of: "").isEmpty)
  }

  @Test func tokensAreThoseOfKeras() throws {
    var choices = KerasEncoding.Choices()
    choices.vocabularySize = 6
    choices.length = nil
    let encoding = try KerasEncoding(counting: ["b a c a", "c d"], choices: choices)
    #expect(encoding.vocabulary.words == ["<padding>", "<start>", "<unknown>", "<unused>", "a", "c"])
    #expect(encoding.distinctWords == 4)
    #expect(encoding.tokens(of: "c A b, z") == [1, 5, 4, 2, 2])
    let review = MovieReview(id: 1, rating: 8, isPositive: true, text: "a")
    #expect(encoding.example(review).tokens == [1, 4])
    #expect(encoding.example(review).target == .whole(1))
  }

  @Test func theLastWordsAreKeptUnlessChosenOtherwise() throws {
    var choices = KerasEncoding.Choices()
    #expect(choices.vocabularySize == 20_000 && choices.length == 200)
    choices.length = 3
    let keras = try KerasEncoding(counting: ["a b c d"], choices: choices)
    #expect(keras.tokens(of: "a b c d") == [5, 6, 7])
    #expect(keras.tokens(of: "a") == [0, 1, 4])
    choices.paddingSide = .end
    choices.truncatingSide = .end
    let other = try KerasEncoding(counting: ["a b c d"], choices: choices)
    #expect(other.tokens(of: "a b c d") == [1, 4, 5])
    #expect(other.tokens(of: "a") == [1, 4, 0])
  }

  @Test func equallyFrequentWordsKeepTheirOrder() throws {
    let words = (0..<500).map { "w\($0)" }
    let encoding = try KerasEncoding(counting: [words.joined(separator: " ")])
    #expect(Array(encoding.vocabulary.words.dropFirst(4)) == words)
  }

  @Test func choicesAreChecked() {
    var choices = KerasEncoding.Choices()
    choices.vocabularySize = 3
    #expect(throws: CorpusError.parameter("vocabularySize", expected: "4 or more", found: "3")) {
      try KerasEncoding(counting: [], choices: choices)
    }
    choices.vocabularySize = nil
    choices.length = 0
    #expect(throws: CorpusError.self) { try KerasEncoding(counting: [], choices: choices) }
  }
}
