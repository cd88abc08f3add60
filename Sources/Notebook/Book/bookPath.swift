import Foundation

/// The path in the book's folder that the destination of a link or a picture means; it begins with `../` where that is outside.
///
/// None where the destination means anything else, such as another site or a place on the page.
///
/// - Parameters:
///   - destination: the destination, as CommonMark gives it.
///   - source: the chapter it stands in, as its path in the book's folder; none for the summary.
public func bookPath(of destination: String, from source: String?) -> String? {
  let path = destination.prefix { $0 != "#" && $0 != "?" }
  let url = URL(string: destination)
  guard !path.isEmpty, url?.scheme == nil, url?.host() == nil else { return nil }
  var components =
    path.hasPrefix("/") ? [".."] : source?.split(separator: "/").dropLast().map(String.init) ?? []
  for component in (path.removingPercentEncoding ?? String(path)).split(separator: "/") {
    switch component {
    case ".": break
    case ".." where components.last.map({ $0 != ".." }) == true: components.removeLast()
    default: components.append(String(component))
    }
  }
  return components.joined(separator: "/")
}
