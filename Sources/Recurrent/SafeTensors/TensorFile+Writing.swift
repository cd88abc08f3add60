extension TensorFile {
  /// The file's bytes: the same for the same contents, always.
  ///
  /// The layout is that of the format's reference implementation: tensors as in ``tensors``, the header
  /// without blanks and then filled with blanks to a multiple of eight bytes. That leaves the order of the
  /// metadata to chance; here it is sorted.
  public var encoded: [UInt8] {
    let header = header
    var bytes = StoredTensor.bytes([UInt64(header.count)])
    bytes.reserveCapacity(8 + header.count + tensors.reduce(0) { $0 + $1.bytes.count })
    bytes += header
    for tensor in tensors { bytes += tensor.bytes }
    return bytes
  }

  private var header: [UInt8] {
    var members: [String] = []
    if let metadata {
      let remarks = metadata.map { Self.quoted($0.name) + ":" + Self.quoted($0.text) }
      members.append("\"\(Self.metadataName)\":{\(Self.list(remarks))}")
    }
    var offset = 0
    for tensor in tensors {
      let shape = Self.list(tensor.shape.map { "\($0)" })
      let end = offset + tensor.bytes.count
      members.append(
        "\(Self.quoted(tensor.name)):{\"dtype\":\"\(tensor.type.name)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(offset),\(end)]}")
      offset = end
    }
    var header = Array("{\(Self.list(members))}".utf8)
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    return header
  }

  private static func list(_ items: [String]) -> String {
    var text = ""
    for (i, item) in items.enumerated() {
      if i > 0 { text += "," }
      text += item
    }
    return text
  }

  /// A JSON string that escapes only what must be escaped.
  private static func quoted(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x08: bytes += Array("\\b".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0C: bytes += Array("\\f".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }
}
