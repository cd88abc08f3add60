package import Foundation

extension Chapter {
  /// The files and folders that the chapter's cells declare to read.
  ///
  /// - Parameter folder: the book's folder.
  package func declaredFiles(in folder: URL) -> [URL] {
    cells.compactMap { cell in
      cell.reads.map { URL(fileURLWithPath: $0, relativeTo: folder).standardizedFileURL }
    }
  }
}
