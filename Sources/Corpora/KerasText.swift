/// A text's words as Keras's `text_to_word_sequence` has them.
public enum KerasText {
  /// Whether a character of the first 128 is one of Keras's filters: ``!"#$%&()*+,-./:;<=>?@[\]^_`{|}~``, tab
  /// and line feed. The apostrophe is none.
  private static let isFiltered: [Bool] = {
    var table = [Bool](repeating: false, count: 128)
    for byte in "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n".utf8 { table[Int(byte)] = true }
    return table
  }()

  /// The words: lower case, filters taken for blanks, split at blanks.
  ///
  /// So `<br />` becomes a word `br`, unless line breaks are left out. Other white space, such as U+00A0, stays
  /// within a word, as in Keras.
  public static func words(of text: String, leavingOutLineBreaks: Bool = false) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isPlain = true
    for byte in text.utf8 {
      let isPlainByte = byte < 128
      if isPlainByte && (byte == UInt8(ascii: " ") || isFiltered[Int(byte)]) {
        if !word.isEmpty { words.append(string(word, isPlain)) }
        word.removeAll(keepingCapacity: true)
        isPlain = true
      } else {
        let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        word.append(isCapital ? byte | 0x20 : byte)
        isPlain = isPlain && isPlainByte
      }
    }
    if !word.isEmpty { words.append(string(word, isPlain)) }
    return leavingOutLineBreaks ? words.filter { $0 != "br" } : words
  }

  private static func string(_ bytes: [UInt8], _ isPlain: Bool) -> String {
    let word = String(decoding: bytes, as: UTF8.self)
    return isPlain ? word : word.lowercased()
  }
}
