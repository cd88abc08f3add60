import CommonMark
import Notebook

@testable import Site

extension Article {
  /// The article of a text that stands alone, as a page of `book`, without any run.
  init(_ document: Document, pieces: [Chapter.Piece] = [], in book: Book) {
    self.init(
      document, source: "a", pieces: pieces, page: PageNames(of: document, pieces: pieces),
      book: BookNames(of: book, transcripts: book.chapters.map { _ in .empty }))
  }
}
