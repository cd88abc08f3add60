import ArgumentParser
import Foundation
import Notebook

/// `build-book list`.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Lists the chapters of a book: cells, claims, how long each took, and whether it will be run anew.",
    discussion: """
      Claims and times are those of the last run. A chapter is 'unchanged' where the next build takes what is known, \
      'changed' where it will be run again, 'new' where it was never run without errors. Nothing is built.
      """)

  @OptionGroup
  var options: BuildOptions

  func run() throws {
    do throws(Failure) {
      let book = try Book(readingAt: options.book.folder)
      let place = try BookPlace(of: book.path, package: options.book.package, settings: book.settings)
      let statuses = ChapterStatus.all(of: book, at: place, limits: options.limits)
      let rows = zip(book.chapters, statuses).map { chapter, status in
        [
          chapter.path, String(chapter.cells.count), status.claims.map { String($0) } ?? "",
          status.seconds.map { String(format: "%.1f s", $0) } ?? "", status.state.rawValue,
        ]
      }
      print(columns([["chapter", "cells", "claims", "time", "state"]] + rows))
    } catch {
      options.format.tell(error.diagnostics)
      throw ExitCode(1)
    }
  }
}

/// Rows below one another: words to the left, the numbers in between to the right.
private func columns(_ rows: [[String]]) -> String {
  let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return column == row.count - 1 ? cell : column == 0 ? cell + space : space + cell
    }
    return cells.joined(separator: "  ")
  }.joined(separator: "\n")
}
