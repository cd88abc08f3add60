/// Why a corpus cannot be generated or read.
public enum CorpusError: Error, Equatable {
  /// A generator's parameter, what it may be and what it is.
  case parameter(String, expected: String, found: String)
  /// A sequence with another number of targets than of steps.
  case targetCount(expected: Int, found: Int)
  /// A step whose vector has another size than that of the first step.
  case width(step: Int, expected: Int, found: Int)
  /// A token, at that step, that is not below the given number.
  case tokenOutOfRange(step: Int, limit: Int, found: Int)
  /// A word, at that position of the text, that the vocabulary lacks.
  case unknownWord(String, position: Int)
  /// A folder that is not there, or is a file.
  case missingFolder(String)
  /// A folder without a file that could be read.
  case emptyFolder(String)
  /// A file whose name is not `ID_RATING.txt`.
  case nameWithoutRating(String)
  /// A file whose bytes are no UTF-8, and the first byte that is wrong, counted from 0.
  case notUTF8(String, byte: Int)
  /// A file or folder that the chapter does not declare to read.
  case undeclared(String)
  /// A file that the system does not give.
  case unreadable(String)
}

extension CorpusError: CustomStringConvertible {
  /// One sentence that names the place.
  public var description: String {
    switch self {
    case .parameter(let name, let expected, let found):
      "\(name): expected \(expected), found \(found)"
    case .targetCount(let expected, let found):
      "the targets of a sequence: expected \(expected), found \(found)"
    case .width(let step, let expected, let found):
      "step \(step): expected a vector of \(expected) elements, found \(found)"
    case .tokenOutOfRange(let step, let limit, let found):
      "step \(step): expected a token from 0 to \(limit - 1), found \(found)"
    case .unknownWord(let word, let position):
      "word \(position): expected a word of the vocabulary, found \(word)"
    case .missingFolder(let path):
      "\(path): expected a folder, found none"
    case .emptyFolder(let path):
      "\(path): expected files, found none"
    case .nameWithoutRating(let path):
      "\(path): expected a name like 17_8.txt, an id and a rating from 1 to 10"
    case .notUTF8(let path, let byte):
      "\(path): expected UTF-8, found other bytes from byte \(byte)"
    case .undeclared(let path):
      "\(path): expected a file that the chapter declares, as in reads=\"\(path)\" behind a cell's swift, found none"
    case .unreadable(let path):
      "\(path): expected a file that can be read"
    }
  }
}

/// Throws unless the condition holds of the parameter.
func check(
  _ condition: Bool, _ name: String, _ expected: String, found: some CustomStringConvertible
) throws(CorpusError) {
  if !condition { throw .parameter(name, expected: expected, found: found.description) }
}
