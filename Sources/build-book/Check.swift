import ArgumentParser

/// `build-book check`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs all chapters and compares what they give with the site that stands.",
    discussion: """
      Each cell, sentence, table or picture that differs is named with its line. Exits with 0 where nothing differs, \
      with 1 where something does or the book has errors. Writes no page.
      """)

  @OptionGroup
  var options: BuildOptions

  @Flag(help: "Take what is known of chapters that have not changed, and run only the others.")
  var cached = false

  func run() async throws {
    var build = options.build(isCacheRead: cached)
    build.isCheck = true
    try await options.perform(build)
  }
}
