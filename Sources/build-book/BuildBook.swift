import ArgumentParser

@main
struct BuildBook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-book",
    abstract: "Makes books of Markdown chapters whose Swift cells are run.",
    subcommands: [
      Build.self, Watch.self, Serve.self, Check.self, List.self, New.self, Explain.self, Clean.self,
    ], defaultSubcommand: Build.self)
}
