import Recurrent
import Testing

/// Bytes that are no safetensors file, and what is said of each.
struct SafeTensorsErrorTests {
  static func file(_ header: String, data: Int = 0) -> [UInt8] {
    file(Array(header.utf8), data: data)
  }

  static func file(_ header: [UInt8], data: Int = 0) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header
      + [UInt8](repeating: 0, count: data)
  }

  static func entry(
    _ name: String, _ shape: String, _ begin: Int, _ end: Int, type: String = "U8"
  ) -> String {
    "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
  }

  func error(_ bytes: [UInt8]) -> TensorFileError? {
    do throws(TensorFileError) {
      _ = try TensorFile(reading: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func lengthOfTheHeader() {
    #expect(error([]) == .truncated(expected: 8, found: 0))
    #expect(error([2, 0, 0, 0, 0, 0, 0]) == .truncated(expected: 8, found: 7))
    #expect(error([3, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D]) == .headerPastEnd(expected: 3, found: 2))
    let all = [UInt8](repeating: 255, count: 8)
    #expect(error(all) == .headerTooLong(limit: 100_000_000, found: .max))
    #expect(error([1, 0xE1, 0xF5, 5, 0, 0, 0, 0]) == .headerTooLong(limit: 100_000_000, found: 100_000_001))
    #expect(error([0, 0xE1, 0xF5, 5, 0, 0, 0, 0]) == .headerPastEnd(expected: 100_000_000, found: 0))
  }

  @Test func encodingOfTheHeader() {
    #expect(error(Self.file([0x7B, 0x22, 0xFF, 0x22])) == .notUTF8(byte: 10))
    #expect(error(Self.file([0x7B, 0x22, 0xE2, 0x82])) == .notUTF8(byte: 10))
    #expect(error(Self.file([0x7B, 0x22, 0xEF, 0xBF])) == .notUTF8(byte: 10))
    #expect(error(Self.file([0x7B, 0x7D, 0xEF, 0xBF])) == .notUTF8(byte: 10))
    #expect(error(Self.file([0x7B, 0x22, 0xED, 0xA0, 0x80])) == .notUTF8(byte: 10))
  }

  static let malformed: [(String, byte: Int, tensor: String?, expected: String, found: String)] = [
    ("", 8, nil, "{", "the end of the header"),
    (" {}", 8, nil, "{", "byte value 32"),
    ("[]", 8, nil, "{", "["),
    ("{", 9, nil, "a string", "the end of the header"),
    ("{}x", 10, nil, "the end of the header", "x"),
    ("{\"a\"", 12, nil, ":", "the end of the header"),
    ("{\"a", 11, nil, "\"", "the end of the header"),
    ("{\"a\n", 11, nil, "an escaped control character", "byte value 10"),
    ("{\"\\x\"", 11, nil, "an escape", "x"),
    ("{\"\\u12g", 14, nil, "a hexadecimal digit", "g"),
    ("{\"\\ud800\"", 16, nil, "both halves of a surrogate pair", "\""),
    ("{\"\\ud800\\u0041\"", 16, nil, "both halves of a surrogate pair", "\\"),
    ("{\"\\udc00\\ud800\"", 16, nil, "both halves of a surrogate pair", "\\"),
    ("{\"\\udc00\\udc00\"", 16, nil, "both halves of a surrogate pair", "\\"),
    ("{\"a\":[]}", 13, "a", "{", "["),
    ("{\"a\":{\"shape\":[1,]", 25, "a", "a whole number", "]"),
    ("{\"a\":{\"shape\":[1 1]", 25, "a", "a comma or ]", "1"),
    ("{\"a\":{\"shape\":[[[[[[", 23, "a", "a whole number", "["),
    ("{\"a\":{\"data_offsets\":[0]", 31, "a", ",", "]"),
    ("{\"a\":{\"data_offsets\":[0,1,2]", 33, "a", "]", ","),
    ("{\"__metadata__\":{\"a\":1}}", 29, nil, "a string", "1"),
    ("{\"__metadata__\":null}", 24, nil, "{", "n"),
  ]

  @Test func syntaxOfTheHeader() {
    for (header, byte, tensor, expected, found) in Self.malformed {
      let error = error(Self.file(header))
      #expect(
        error == .malformed(byte: byte, tensor: tensor, expected: expected, found: found), "\(header)")
    }
  }

  @Test func nestingIsRefusedWithoutRecursion() {
    let header = String(repeating: "{\"a\":", count: 1_000_000)
    #expect(error(Self.file(header)) == .unexpectedField(tensor: "a", field: "a"))
    let lists = "{\"a\":" + String(repeating: "[", count: 1_000_000)
    #expect(error(Self.file(lists)) == .malformed(byte: 13, tensor: "a", expected: "{", found: "["))
  }

  @Test(arguments: ["-1", "1.0", "1e2", "01", "9223372036854775808", "99999999999999999999999999", "-", "+1"])
  func numbers(text: String) {
    let expected = TensorFileError.notAWholeNumber(byte: 23, tensor: "a", found: text)
    #expect(error(Self.file("{\"a\":{\"shape\":[\(text)]}}")) == expected)
  }

  @Test func fields() {
    func error(_ fields: String) -> TensorFileError? { self.error(Self.file("{\"a\":{\(fields)}}")) }
    let (type, shape, offsets) = ("\"dtype\":\"U8\"", "\"shape\":[0]", "\"data_offsets\":[0,0]")
    #expect(error("\(offsets) , \(type),\n\(shape)") == nil)
    #expect(error("\(shape),\(offsets)") == .missingField(tensor: "a", field: "dtype"))
    #expect(error("\(type),\(offsets)") == .missingField(tensor: "a", field: "shape"))
    #expect(error("\(type),\(shape)") == .missingField(tensor: "a", field: "data_offsets"))
    #expect(error("\(type),\(type)") == .unexpectedField(tensor: "a", field: "dtype"))
    #expect(error("\"order\":\"C\"") == .unexpectedField(tensor: "a", field: "order"))
    #expect(error("\"dtype\":\"u8\"") == .unknownType(tensor: "a", found: "u8"))
  }

  @Test func names() {
    let a = Self.entry("a", "[0]", 0, 0)
    #expect(error(Self.file("{\(a),\(a)}")) == .duplicateName("a"))
    #expect(error(Self.file("{\(a),\(a.replacing("\"a\"", with: "\"\\u0061\""))}")) == .duplicateName("a"))
    #expect(error(Self.file("{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}")) == .duplicateMetadata("a"))
    #expect(error(Self.file("{\"__metadata__\":{},\"__metadata__\":{}}")) == .duplicateName("__metadata__"))
  }

  @Test func sizes() {
    let huge = Self.entry("a", "[4294967296,4294967296]", 0, 0)
    #expect(
      error(Self.file("{\(huge)}"))
        == .impossibleSize(tensor: "a", type: .u8, shape: [4_294_967_296, 4_294_967_296]))
    let bits = Self.entry("a", "[1152921504606846976]", 0, 0, type: "U64")
    #expect(
      error(Self.file("{\(bits)}"))
        == .impossibleSize(tensor: "a", type: .u64, shape: [1_152_921_504_606_846_976]))
    let short = Self.entry("a", "[2]", 0, 7, type: "F32")
    #expect(error(Self.file("{\(short)}", data: 7)) == .sizeMismatch(tensor: "a", expected: 8, found: 7))
    #expect(error(Self.file("{\(Self.entry("a", "[4]", 0, 3, type: "F6_E2M3"))}", data: 3)) == nil)
    #expect(
      error(Self.file("{\(Self.entry("a", "[3]", 0, 3, type: "F6_E2M3"))}", data: 3))
        == .impossibleSize(tensor: "a", type: .f6E2M3, shape: [3]))
  }

  @Test func ranges() {
    func error(_ entries: String..., data: Int) -> TensorFileError? {
      self.error(Self.file("{" + entries.joined(separator: ",") + "}", data: data))
    }
    let (low, high) = (Self.entry("a", "[2]", 0, 2), Self.entry("b", "[2]", 2, 4))
    #expect(error(low, high, data: 4) == nil)
    #expect(error(high, low, data: 4) == nil)
    #expect(error(low, high, data: 3) == .pastEnd(tensor: "b", dataCount: 3, end: 4))
    #expect(error(low, high, data: 5) == .gap(before: nil, expected: 4, begin: 5))
    #expect(error(high, data: 4) == .gap(before: "b", expected: 0, begin: 2))
    #expect(error(Self.entry("a", "[2]", 2, 0), data: 4) == .reversedRange(tensor: "a", begin: 2, end: 0))
    let (overlapping, apart) = (Self.entry("b", "[2]", 1, 3), Self.entry("b", "[1]", 3, 4))
    #expect(
      error(low, overlapping, data: 3) == .overlap(tensor: "b", other: "a", expected: 2, begin: 1))
    #expect(error(low, low.replacing("\"a\"", with: "\"b\""), data: 2) != nil)
    #expect(error(low, apart, data: 4) == .gap(before: "b", expected: 2, begin: 3))
    let empty = Self.entry("e", "[0]", 1, 1)
    #expect(error(low, empty, data: 2) == .overlap(tensor: "e", other: "a", expected: 2, begin: 1))
    let largest = Self.entry("a", "[9223372036854775807]", 0, .max)
    #expect(error(largest, data: 0) != nil)
  }

  @Test func errorsNameTheirPlace() {
    let size = TensorFileError.sizeMismatch(tensor: "w", expected: 8, found: 7)
    #expect("\(size)" == "w: expected 8 bytes, found 7")
    let error = TensorFileError.malformed(byte: 13, tensor: "w", expected: "{", found: "[")
    #expect("\(error)" == "w: byte 13: expected {, found [")
    #expect("\(TensorFileError.gap(before: nil, expected: 4, begin: 5))" == "expected the end at 4, found 5")
  }

  /// No bytes stop the program, and whatever is read is written and read again alike.
  @Test func anyBytesAreReadOrRefused() throws {
    let originals = [
      SafeTensorsCases.everyType, SafeTensorsCases.shapes,
      Self.file("{\(Self.entry("a", "[2]", 0, 2)),\(Self.entry("b", "[2,1]", 2, 6, type: "I16"))}", data: 6),
    ]
    var random = RandomSource(seed: 11)
    var (kept, refused) = (0, 0)
    for round in 0..<6000 {
      var bytes = originals[round % originals.count]
      for _ in 0...random.int(below: 3) / 2 { Self.mutate(&bytes, &random) }
      do throws(TensorFileError) {
        let file = try TensorFile(reading: bytes)
        let again = try TensorFile(reading: file.encoded)
        #expect(again == file)
        kept += 1
      } catch {
        #expect(!error.description.isEmpty)
        refused += 1
      }
    }
    #expect(kept > 200 && refused > 3000, "\(kept) kept, \(refused) refused")
  }

  /// Changes bytes near the header more often than others; half the time the header's length is put right.
  static func mutate(_ bytes: inout [UInt8], _ random: inout RandomSource) {
    if bytes.count < 50 { return }
    let words = ["0", "1", "-", ".", "[", "]", "{", "}", ",", ":", "\"", "\\u", "99999999999999999999"]
    let end = random.int(below: 2) == 0 ? bytes.count : min(bytes.count, 400)
    let place = 8 + random.int(below: end - 8)
    let count = bytes.count
    switch random.int(below: 7) {
    case 0: bytes[place] = UInt8(random.int(below: 256))
    case 1: bytes[random.int(below: 8)] = UInt8(random.int(below: 256))
    case 2: bytes.removeLast(random.int(below: count))
    case 3: bytes.insert(contentsOf: words[random.int(below: words.count)].utf8, at: place)
    case 4: bytes.remove(at: place)
    case 5: bytes[place] = Array("0123456789,[]{}\":".utf8)[random.int(below: 17)]
    default:
      let length = random.int(below: min(40, count - place))
      let chunk = bytes[place..<place + length]
      bytes.insert(contentsOf: chunk, at: place)
    }
    if random.int(below: 2) == 0 { bytes[0] &+= UInt8(truncatingIfNeeded: bytes.count - count) }
  }
}
