/// Why bytes are no safetensors file, or why a file has not the tensor that was asked for.
///
/// A `byte` counts from the start of the file, offsets from the start of the data behind the header, as the
/// header's own `data_offsets` do.
public enum TensorFileError: Error, Equatable {
  /// The file ends inside the eight bytes that give the length of the header.
  case truncated(expected: Int, found: Int)
  /// The header claims more than the 100,000,000 bytes that the format allows.
  case headerTooLong(limit: Int, found: UInt64)
  /// The header claims more bytes than the file has behind the first eight.
  case headerPastEnd(expected: UInt64, found: Int)
  /// The header is not UTF-8 at that byte.
  case notUTF8(byte: Int)
  /// The header is not the JSON that the format asks for; the tensor is that of the entry, if it is in one.
  case malformed(byte: Int, tensor: String?, expected: String, found: String)
  /// A dimension or an offset is negative, a fraction, or larger than an `Int`.
  case notAWholeNumber(byte: Int, tensor: String?, found: String)
  /// Two tensors have one name.
  case duplicateName(String)
  /// Two entries of the metadata have one name.
  case duplicateMetadata(String)
  /// A tensor's entry has a field that the format does not know, or has one twice.
  case unexpectedField(tensor: String, field: String)
  /// A tensor's entry lacks a field.
  case missingField(tensor: String, field: String)
  /// The `dtype` is none of the format's.
  case unknownType(tensor: String, found: String)
  /// The shape's product of bytes overflows, or is not whole for elements narrower than a byte.
  case impossibleSize(tensor: String, type: TensorType, shape: [Int])
  /// The type and shape ask for another number of bytes.
  case sizeMismatch(tensor: String, expected: Int, found: Int)
  /// A tensor ends before it begins.
  case reversedRange(tensor: String, begin: Int, end: Int)
  /// A tensor ends behind the last byte of the data.
  case pastEnd(tensor: String, dataCount: Int, end: Int)
  /// A tensor begins within another.
  case overlap(tensor: String, other: String, expected: Int, begin: Int)
  /// Bytes that belong to no tensor lie before one, or behind the last if `before` is nil.
  case gap(before: String?, expected: Int, begin: Int)
  /// A tensor cannot be called `__metadata__`.
  case reservedName
  /// The file has no tensor of that name.
  case missingTensor(String)
  /// A tensor has not the shape that was asked for.
  case shapeMismatch(tensor: String, expected: [Int], found: [Int])
  /// A tensor's elements are not of the kind that was asked for.
  case typeMismatch(tensor: String, expected: String, found: TensorType)
  /// An integer, at that position of the tensor, does not fit into an `Int`.
  case integerTooLarge(tensor: String, position: Int)
}

extension TensorFileError: CustomStringConvertible {
  /// One sentence that names the place: `w: expected 24 bytes, found 16`.
  public var description: String {
    switch self {
    case .truncated(let expected, let found):
      "the length of the header: expected \(expected) bytes, found \(found)"
    case .headerTooLong(let limit, let found):
      "the header: expected at most \(limit) bytes, found a length of \(found)"
    case .headerPastEnd(let expected, let found):
      "the header: expected \(expected) bytes, found \(found) to the end of the file"
    case .notUTF8(let byte):
      "byte \(byte) of the header: expected UTF-8"
    case .malformed(let byte, let tensor, let expected, let found):
      "\(Self.prefix(tensor))byte \(byte): expected \(expected), found \(found)"
    case .notAWholeNumber(let byte, let tensor, let found):
      "\(Self.prefix(tensor))byte \(byte): expected a whole number from 0, found \(found)"
    case .duplicateName(let name):
      "\(name): expected one tensor of that name, found two"
    case .duplicateMetadata(let name):
      "__metadata__: expected one entry \(name), found two"
    case .unexpectedField(let tensor, let field):
      "\(tensor): expected dtype, shape and data_offsets once each, found \(field)"
    case .missingField(let tensor, let field):
      "\(tensor): expected a field \(field), found none"
    case .unknownType(let tensor, let found):
      "\(tensor): expected a dtype of the format, found \(found)"
    case .impossibleSize(let tensor, let type, let shape):
      "\(tensor): expected a whole number of bytes, found \(type.name) of shape \(Self.text(shape))"
    case .sizeMismatch(let tensor, let expected, let found):
      "\(tensor): expected \(expected) bytes, found \(found)"
    case .reversedRange(let tensor, let begin, let end):
      "\(tensor): expected an end from \(begin), found \(end)"
    case .pastEnd(let tensor, let dataCount, let end):
      "\(tensor): expected an end within \(dataCount) bytes of data, found \(end)"
    case .overlap(let tensor, let other, let expected, let begin):
      "\(tensor): expected to begin at \(expected), behind \(other), found \(begin)"
    case .gap(let tensor, let expected, let begin):
      "\(Self.prefix(tensor))expected \(tensor == nil ? "the end" : "to begin") at \(expected), found \(begin)"
    case .reservedName:
      "__metadata__: expected another name for a tensor"
    case .missingTensor(let name):
      "\(name): expected a tensor of that name, found none"
    case .shapeMismatch(let tensor, let expected, let found):
      "\(tensor): expected shape \(Self.text(expected)), found \(Self.text(found))"
    case .typeMismatch(let tensor, let expected, let found):
      "\(tensor): expected \(expected), found \(found.name)"
    case .integerTooLarge(let tensor, let position):
      "\(tensor): expected integers of \(Int.bitWidth) bits, found a larger one at position \(position)"
    }
  }

  private static func prefix(_ tensor: String?) -> String {
    if let tensor { "\(tensor): " } else { "" }
  }

  private static func text(_ shape: [Int]) -> String {
    var text = "["
    for (i, size) in shape.enumerated() {
      if i > 0 { text += ", " }
      text += "\(size)"
    }
    return text + "]"
  }
}
