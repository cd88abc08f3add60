import ArgumentParser

@main
struct BuildBook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-book",
    abstract: "Makes books of Markdown chapters whose Swift cells are run.",
    subcommands: [Build.self, Check.self, Clean.self, Explain.self], defaultSubcommand: Build.self)
}
