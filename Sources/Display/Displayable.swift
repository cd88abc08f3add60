/// Something a page can show.
///
/// `html` is a block-level fragment of valid HTML5 that stands alone: no script, no reference to another
/// file, no identifier that a second figure on the same page could repeat. The same value gives the same
/// bytes on every machine.
public protocol Displayable {
  /// The fragment, every text within it escaped.
  var html: String { get }
}
