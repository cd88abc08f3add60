import ArgumentParser

/// `build-book serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds the book as 'watch' does, and serves the site to a browser on this machine.",
    discussion: """
      Opened pages load again when the site has changed, and stay at their place. While the book has errors, they are shown \
      over the page. Prints the address first. Ends with Ctrl-C, and then exits with 130.
      """)

  @OptionGroup
  var options: BuildOptions

  @Option(help: "The port of 127.0.0.1 to serve at; without it, one that is free.")
  var port: UInt16 = 0

  func run() async throws {
    try await options.untilInterrupted {
      try await options.preview.serve(port: port) { printLine("http://127.0.0.1:\($0)/") }
    }
  }
}
