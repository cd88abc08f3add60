import ArgumentParser
import Foundation

/// `build-book new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a small book that builds, to begin from.",
    discussion: "Writes FOLDER/chapters. Nothing that is there is written over.")

  @Argument(help: "The folder to make.")
  var folder: String

  func run() throws {
    let chapters = URL(fileURLWithPath: folder, isDirectory: true).appending(path: "chapters")
    guard !FileManager.default.fileExists(atPath: chapters.path) else {
      throw ValidationError("'\(folder)/chapters' is there already; it is left alone.")
    }
    let files = [
      "chapters/SUMMARY.md": PackageResources.SUMMARY_md,
      "chapters/01-falling.md": PackageResources.falling_md,
      "chapters/02-bouncing.md": PackageResources.bouncing_md,
    ]
    try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
    for (path, content) in files {
      try Data(content).write(to: URL(fileURLWithPath: folder, isDirectory: true).appending(path: path))
    }
    let ignored = URL(fileURLWithPath: folder, isDirectory: true).appending(path: ".gitignore")
    if !FileManager.default.fileExists(atPath: ignored.path) {
      try Data(".build/\n".utf8).write(to: ignored)
    }
    print(
      "made a book of two chapters in \(folder)/chapters; 'build-book \(folder)' builds it into \(folder)/site"
    )
  }
}
