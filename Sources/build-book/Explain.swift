import ArgumentParser
import Notebook
import Spelling

/// `build-book explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says more of an identifier that stands in brackets behind an error or a warning.")

  @Argument(help: "The identifier; without it, all are listed.")
  var identifier: String?

  func run() throws {
    let all = Diagnostic.Identifier.allCases.map(\.rawValue)
    guard let identifier else { return print(all.joined(separator: "\n")) }
    guard let known = Diagnostic.Identifier(rawValue: identifier) else {
      let likely = NearMiss.of(identifier, in: all).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no identifier '\(identifier)'\(likely)")
    }
    print(known.explanation)
  }
}
