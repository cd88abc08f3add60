/// What the search knows of a page.
struct SearchPage: Equatable {
  /// What stands below a heading, up to the next.
  struct Section: Equatable {
    /// The heading.
    var heading: String
    /// The heading's name in the page's address; empty for the page's beginning.
    var anchor: String
    /// The text as a result shows it, in one line.
    var text = ""
    /// What of the text can be searched for.
    var words = ""
  }

  /// The page's path in the site's folder, without `.html`.
  var name: String
  /// The page's title.
  var title: String
  /// The page's address in the site, as in a link.
  var address: String
  /// The sections, in reading order.
  var sections: [Section]
}
