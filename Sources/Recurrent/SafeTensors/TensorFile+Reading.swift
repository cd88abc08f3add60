extension TensorFile {
  /// The longest header that the format allows, in bytes.
  static let headerLimit = 100_000_000

  /// The contents of a file of these bytes.
  ///
  /// Every number of the header is checked before it is used: no bytes stop the program. The entries may
  /// stand in any order. Stricter than the reference implementation, and as the specification reads, names
  /// and fields come once, a field that the format does not know is refused, and the header begins with `{`.
  ///
  /// - Throws: ``TensorFileError`` with the place, what it should hold and what it holds.
  /// - Complexity: O(n log n) in the entries, O(n) in the bytes.
  public init(reading bytes: [UInt8]) throws(TensorFileError) {
    let dataStart = try Self.dataStart(bytes)
    var reader = try HeaderReader(bytes, from: 8, to: dataStart)
    var entries: [Entry] = []
    var metadata: [Remark]?
    try reader.members { (reader, name) throws(TensorFileError) in
      if !name.utf8.elementsEqual(Self.metadataName.utf8) {
        entries.append(try Entry(name: name, &reader))
      } else if metadata == nil {
        metadata = try Self.remarks(&reader)
      } else {
        throw .duplicateName(name)
      }
    }
    try reader.finish()
    try Self.checkCover(entries, dataCount: bytes.count - dataStart)
    var tensors: [StoredTensor] = []
    for entry in entries {
      let range = dataStart + entry.begin..<dataStart + entry.end
      tensors.append(
        try StoredTensor(name: entry.name, type: entry.type, shape: entry.shape, bytes: Array(bytes[range])))
    }
    try self.init(tensors, metadata: metadata)
  }

  private static func dataStart(_ bytes: [UInt8]) throws(TensorFileError) -> Int {
    if bytes.count < 8 { throw .truncated(expected: 8, found: bytes.count) }
    var length: UInt64 = 0
    for i in 0..<8 { length |= UInt64(bytes[i]) &<< UInt64(8 * i) }
    if length > UInt64(headerLimit) { throw .headerTooLong(limit: headerLimit, found: length) }
    if length > UInt64(bytes.count - 8) {
      throw .headerPastEnd(expected: length, found: bytes.count - 8)
    }
    return 8 + Int(length)
  }

  private static func remarks(_ reader: inout HeaderReader) throws(TensorFileError) -> [Remark] {
    var remarks: [Remark] = []
    try reader.members { (reader, name) throws(TensorFileError) in
      remarks.append(Remark(name: name, text: try reader.string()))
    }
    return remarks
  }

  /// Throws unless the entries' ranges cover the data, each byte once.
  private static func checkCover(_ entries: [Entry], dataCount: Int) throws(TensorFileError) {
    for entry in entries {
      let (name, begin, end) = (entry.name, entry.begin, entry.end)
      if begin > end { throw .reversedRange(tensor: name, begin: begin, end: end) }
      if end > dataCount { throw .pastEnd(tensor: name, dataCount: dataCount, end: end) }
      if end - begin != entry.byteCount {
        throw .sizeMismatch(tensor: name, expected: entry.byteCount, found: end - begin)
      }
    }
    var reached = 0
    var previous = ""
    for entry in entries.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
      if entry.begin < reached {
        throw .overlap(tensor: entry.name, other: previous, expected: reached, begin: entry.begin)
      }
      if entry.begin > reached { throw .gap(before: entry.name, expected: reached, begin: entry.begin) }
      (reached, previous) = (entry.end, entry.name)
    }
    if reached < dataCount { throw .gap(before: nil, expected: reached, begin: dataCount) }
  }

  /// A tensor's entry of the header.
  private struct Entry {
    let name: String
    let type: TensorType
    let shape: [Int]
    let begin: Int
    let end: Int
    let byteCount: Int

    init(name: String, _ reader: inout HeaderReader) throws(TensorFileError) {
      var type: TensorType?
      var shape: [Int]?
      var offsets: (Int, Int)?
      reader.tensor = name
      try reader.members { (reader, field) throws(TensorFileError) in
        if type == nil && field.utf8.elementsEqual("dtype".utf8) {
          let found = try reader.string()
          type = TensorType(name: found)
          if type == nil { throw .unknownType(tensor: name, found: found) }
        } else if shape == nil && field.utf8.elementsEqual("shape".utf8) {
          shape = try reader.wholeNumbers()
        } else if offsets == nil && field.utf8.elementsEqual("data_offsets".utf8) {
          offsets = try reader.pair()
        } else {
          throw .unexpectedField(tensor: name, field: field)
        }
      }
      reader.tensor = nil
      guard let type else { throw .missingField(tensor: name, field: "dtype") }
      guard let shape else { throw .missingField(tensor: name, field: "shape") }
      guard let offsets else { throw .missingField(tensor: name, field: "data_offsets") }
      guard let byteCount = type.byteCount(shape: shape) else {
        throw .impossibleSize(tensor: name, type: type, shape: shape)
      }
      (self.name, self.type, self.shape, self.byteCount) = (name, type, shape, byteCount)
      (begin, end) = offsets
    }
  }
}
