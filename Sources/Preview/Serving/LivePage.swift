import Display

/// A page of the site with the script that keeps it up to date. The file of the site is not touched.
enum LivePage {
  /// The folder whose addresses are the preview's own.
  static let folder = "_build-book"

  /// Puts the script before the page's last `</body>`, or at its end.
  ///
  /// - Parameters:
  ///   - html: the page.
  ///   - state: the state that it belongs to.
  static func make(of html: [UInt8], state: PreviewState) -> [UInt8] {
    let script = "<script src=\"/\(folder)/preview.js\" data-state=\"\(HTML.escape(state.json))\"></script>\n"
    let place = lastBodyEnd(in: html) ?? html.endIndex
    return html[..<place] + Array(script.utf8) + html[place...]
  }

  private static func lastBodyEnd(in html: [UInt8]) -> Int? {
    let tag = Array("</body>".utf8)
    guard html.count >= tag.count else { return nil }
    return (0...(html.count - tag.count)).last { start in
      zip(html[start...], tag).allSatisfy { byte, wanted in
        byte == wanted || (0x41...0x5A).contains(byte) && byte | 0x20 == wanted
      }
    }
  }

  /// A page of a few words, where the site has none.
  static func words(_ title: String, _ text: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(HTML.escape(title))</title>
      <style>body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font-family: system-ui, sans-serif; }</style>
      </head>
      <body>
      <h1>\(HTML.escape(title))</h1>
      <p>\(HTML.escape(text))</p>
      </body>
      </html>

      """.utf8)
  }
}
