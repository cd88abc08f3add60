import CommonMark
import Foundation

extension ConsoleForm {
  /// A form that shows lines of the Markdown files that the diagnostics name, as they stand now.
  public init(readingFiles diagnostics: [Diagnostic]) {
    let named = Set(diagnostics.flatMap { [$0.path] + $0.notes.map(\.path) })
    var sources: [String: SourceLines] = [:]
    for path in named where path.hasSuffix(".md") {
      sources[path] = FileManager.default.contents(atPath: path).map { SourceLines(Array($0)) }
    }
    self.init { [sources] path in sources[path] }
  }
}
