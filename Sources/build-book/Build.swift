import ArgumentParser

/// `build-book build`, or `build-book` alone.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the cells of a book's chapters and writes the book as HTML.",
    discussion: """
      Exits with 0 when the site was written, with 1 when the book has errors (the site that stood is untouched), \
      with 130 when it was interrupted.
      """)

  @OptionGroup
  var options: BuildOptions

  func run() async throws { try await options.perform(options.build()) }
}
