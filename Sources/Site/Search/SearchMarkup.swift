/// What every page holds for the search, out of sight until `search.js` runs.
///
/// All words of the search's own stand here; `search.js` has none.
enum SearchMarkup {
  /// The name of the list of results on the page.
  static let results = "page-results"

  /// The button that opens the search, for the page's header.
  static let button = """
    <button type="button" class="search" hidden aria-keyshortcuts="/ Control+K">Search <kbd>/</kbd></button>
    """

  /// The search itself, for the body's end.
  static let dialog = """
    <dialog class="search" aria-label="Search">
    <div class="search-bar">
    <input type="text" role="combobox" aria-label="Search the book" placeholder="Search the book" aria-expanded="false" \
    aria-autocomplete="list" aria-controls="\(results)" autocomplete="off" autocapitalize="off" spellcheck="false" \
    enterkeyhint="go">
    <button type="button">Close</button>
    </div>
    <p role="status" data-found="Results:" data-none="Nothing found." data-failed="The index cannot be loaded."></p>
    <div role="listbox" id="\(results)" aria-label="Results"></div>
    </dialog>
    """

  /// The script, for the page's head.
  ///
  /// - Parameter root: how the page reaches the site's folder.
  static func script(root: String) -> String { "<script src=\"\(root)search.js\" defer></script>" }
}
