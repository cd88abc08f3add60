/// What is left of an English word without its inflection, so that `gates`, `gated` and `gating` are found as `gate` is.
///
/// Only lower-case ASCII words of four letters or more are changed; the rules are few and err on the side of leaving a
/// word alone. What is left is always the word's beginning, three letters of it at least, so that `search-engine.js`
/// need not know the rules: it asks whether a word is a term and an ending.
func stem(_ word: String) -> String {
  var letters = Array(word.utf8)[...]
  guard letters.count > 3, letters.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) else {
    return word
  }
  func ends(_ suffix: String) -> Bool { letters.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
  if letters.count > 5, ends("ies") || ends("ied") {
    letters.removeLast(3)
    return String(decoding: letters, as: UTF8.self)
  }
  if ends("s"), !["ss", "us", "is", "ias"].contains(where: ends) { letters.removeLast() }
  let suffix = ends("ing") ? 3 : ends("ed") && !ends("eed") ? 2 : 0
  let root = letters.dropLast(suffix)
  if suffix > 0, root.count > 2, root.contains(where: "aeiouy".utf8.contains) {
    letters = root
    // The consonant that `stopped` has twice and `stop` once; `fall` and `pass` have theirs twice always.
    if letters.count > 3, letters.last == letters.dropLast().last, !["l", "s", "z"].contains(where: ends) {
      letters.removeLast()
    }
  }
  if letters.count > 3, ends("e") || ends("y") { letters.removeLast() }
  return String(decoding: letters, as: UTF8.self)
}
