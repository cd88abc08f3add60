import Display
import Notebook
import Picture

/// The picture that a link to a page is shown with, as the Open Graph protocol has it (ogp.me).
struct PagePicture: Sendable {
  /// Its address, seen from the site's folder.
  var address: String
  /// What it shows, in words.
  var words: String

  /// What machines are told of it, for the head of a page of the site at `site`.
  func lines(at site: String) -> [String] {
    let properties = [
      ("", HTML.escape(site + address)), (":type", "image/png"), (":width", "\(Painter.width)"),
      (":height", "\(Painter.height)"), (":alt", HTML.escape(words)),
    ].filter { !$0.1.isEmpty }
    return properties.map { "<meta property=\"og:image\($0.0)\" content=\"\($0.1)\">" } + [
      "<meta name=\"twitter:card\" content=\"summary_large_image\">"
    ]
  }
}

/// The pictures of a book's pages: each has that of its first figure, or of the book's first.
///
/// A picture needs an address with a host, and so a book that does not know where its site will stand has none.
struct PagePictures: Sendable {
  /// The pictures' files, by their paths in the site's folder.
  private(set) var files: [String: [UInt8]] = [:]
  private var pictures: [Int: PagePicture] = [:]

  /// No pictures.
  init() {}

  /// Makes those pictures that the cache does not have.
  init(of book: Book, transcripts: [Transcript], cache: ChapterCache?) {
    guard book.settings.address != nil else { return }
    for (index, (chapter, transcript)) in zip(book.chapters, transcripts).enumerated() {
      guard let drawing = chapter.firstDrawing(in: transcript) else { continue }
      func made() -> [UInt8]? { Self.painter.png(of: drawing) }
      let source = "\(drawing.kind)\n\(drawing.markup)"
      let png =
        if let cache { cache.picture(of: chapter.path, drawing: source, make: made) } else { made() }
      guard let png else { continue }
      files["\(Self.folder)/\(chapter.name).png"] = png
      let address = "\(Self.folder)/\(chapter.address.dropLast(".html".count)).png"
      pictures[index] = PagePicture(address: address, words: shortened(drawing.label))
    }
  }

  /// The folder of the files.
  static let folder = "pictures"

  /// The picture of a chapter's page; of another page where there is no index.
  func picture(_ index: Int?) -> PagePicture? {
    index.flatMap { pictures[$0] } ?? pictures.min { $0.key < $1.key }?.value
  }

  static let painter = Painter(
    styled: StyleSheet(
      String(
        decoding: PackageResources.style_css + PackageResources.colours_css + PackageResources.figures_css,
        as: UTF8.self)))
}

extension Chapter {
  /// The drawing of the first figure that stands open on the page; a solution is folded.
  fileprivate func firstDrawing(in transcript: Transcript) -> Drawing? {
    for (index, piece) in pieces.enumerated() {
      guard case .cell(let cell) = piece, cell.kind != .solution else { continue }
      for case .output(.figure(let html)) in transcript.outputs[index] ?? [] {
        if let drawing = Drawing(in: html) { return drawing }
      }
    }
    return nil
  }
}

/// As many words as those that show pictures take: 420 characters.
private func shortened(_ text: String) -> String {
  guard text.count > 420 else { return text }
  return text.prefix(419).split(separator: " ").dropLast().joined(separator: " ") + "…"
}
