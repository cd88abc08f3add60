import ArgumentParser
import CommonMark
import Foundation
import Notebook

/// How the author is told what is wrong.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people, on standard error: each with its line of the source and a caret.
  case text
  /// For editors, on standard output: an object of JSON on a line of its own for each.
  case json

  /// Tells of all diagnostics.
  func tell(_ diagnostics: [Diagnostic]) {
    switch self {
    case .json: for diagnostic in diagnostics { printLine(diagnostic.json) }
    case .text:
      let form = ConsoleForm(readingFiles: diagnostics)
      for diagnostic in diagnostics { printError(form.text(of: diagnostic)) }
    }
  }
}
