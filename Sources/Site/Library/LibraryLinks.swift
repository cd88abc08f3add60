import Display
import Documentation
import Highlighting

/// Where names lead on a page of the library, seen from that page; and which other modules the pages lead to.
struct LibraryLinks {
  let library: Library
  /// The page's module.
  let module: String
  /// The page's file in the module's folder.
  let file: String
  /// The type that the page tells of, by its name with those around it; empty for a module's own page.
  let type: [String]

  /// The address of a symbol, by the compiler's name.
  func address(of id: String) -> String? { library.place(of: id).map(address) }

  /// The address of what a comment names: anything that it marks as a symbol, else a type by its exact name.
  func address(named name: String, isSure: Bool) -> String? {
    guard let place = library.place(named: name, in: type) else { return nil }
    let isPage = place.anchor == nil && name.first?.isUppercase == true
    let isThis = place.module == module && place.file == file && place.anchor == nil
    return isSure || isPage && !isThis ? address(of: place) : nil
  }

  private func address(of place: Library.Place) -> String {
    guard place.module == module else { return "../" + place.address }
    return place.file == file && place.anchor != nil ? place.fragment : place.addressInModule
  }

  /// A declaration in colours, its types linked.
  func html(of declaration: Declaration) -> String {
    Highlighting.html(of: declaration.text) { name in
      declaration.targets[name.offset].flatMap { address(of: $0) }
    }
  }

  /// A symbol's documentation.
  func comment(of symbol: Symbol?, under level: Int) -> CommentMarkup {
    CommentMarkup(symbol?.comment ?? "", under: level) { address(named: $0, isSure: $1) }
  }
}
