/// An element of a drawing, as far as its look depends on it.
struct Element: Hashable, Sendable {
  let name: String
  let classes: [String]
}
