extension Diagnostic {
  /// The kinds of things that an author is told of. `Explanations.md` says more of each.
  public enum Identifier: String, CaseIterable, Codable, Sendable {
    // The book's folder and its summary.
    case noBook = "no-book"
    case unreadableFile = "unreadable-file"
    case noChapters = "no-chapters"
    case missingChapter = "missing-chapter"
    case notAChapter = "not-a-chapter"
    case chapterTwice = "chapter-twice"
    case outsideBook = "outside-book"
    case deadLink = "dead-link"
    case bookSettings = "book-settings"

    // The text of a chapter.
    case notUTF8 = "not-utf8"
    case noTitle = "no-title"
    case unclosedFence = "unclosed-fence"
    case backtickInFence = "backtick-in-fence"
    case almostSwift = "almost-swift"
    case unknownAttribute = "unknown-attribute"
    case attributeValue = "attribute-value"
    case attributeTwice = "attribute-twice"
    case twoKinds = "two-kinds"
    case duplicateID = "duplicate-id"
    case lineDirective = "line-directive"
    case missingFile = "missing-file"
    case mathematics
    case ledger

    // Cells that are compiled.
    case compiler
    case compilerFailed = "compiler-failed"
    case unknownCompiler = "unknown-compiler"
    case cellNotEnded = "cell-not-ended"
    case usedBeforeDeclaration = "used-before-declaration"
    case cellCompiles = "cell-compiles"

    // Cells that run.
    case trap
    case endedEarly = "ended-early"
    case killed
    case timeLimit = "time-limit"
    case memoryLimit = "memory-limit"
    case outputLimit = "output-limit"
    case cellDoesNotTrap = "cell-does-not-trap"
    case falseClaim = "false-claim"

    // The library that cells import.
    case noPackage = "no-package"
    case libraryDoesNotBuild = "library-does-not-build"
    case noLibraryPages = "no-library-pages"

    // The site.
    case notASite = "not-a-site"
    case unwritableSite = "unwritable-site"
    case noSite = "no-site"
    case siteDiffers = "site-differs"
    case siteFile = "site-file"
  }
}
