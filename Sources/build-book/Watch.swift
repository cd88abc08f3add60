import ArgumentParser

/// `build-book watch`.
struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds the book, and again whenever a file of it has changed.",
    discussion: """
      Files are the book's folder, what its chapters declare to read, and the library that cells import. A change during a \
      build begins it anew. Where the book has errors, they are told and the site that stood is untouched. Ends with \
      Ctrl-C, and then exits with 130.
      """)

  @OptionGroup
  var options: BuildOptions

  func run() async throws { try await options.untilInterrupted { try await options.preview.watch() } }
}
