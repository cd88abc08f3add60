import Recurrent
import Testing

struct SafeTensorsTests {
  @Test func readsEveryTypeOfTheReference() throws {
    let file = try TensorFile(reading: SafeTensorsCases.everyType)
    #expect(file.tensors.count == 14)
    #expect(file.metadata == [.init(name: "made", text: "by safetensors\n0.8.0")])
    func integers(_ name: String) throws -> [Int]? { try file[name]?.integers() }
    #expect(try integers("bool") == [1, 0, 1])
    #expect(try integers("u8") == [0, 255])
    #expect(try integers("i8") == [-128, 127])
    #expect(try integers("u16") == [0, 65535])
    #expect(try integers("i16") == [-32768, 32767])
    #expect(try integers("u32") == [0, 4_294_967_295])
    #expect(try integers("i32") == [-2_147_483_648, 2_147_483_647])
    #expect(try integers("i64") == [.min, .max])
    #expect(throws: TensorFileError.integerTooLarge(tensor: "u64", position: 1)) { try integers("u64") }
    #expect(try file["f32"]?.floats().map(\.bitPattern) == SafeTensorsCases.floats)
    #expect(try file["f64"]?.doubles().map(\.bitPattern) == SafeTensorsCases.doubles)
    #expect(try file["f64"]?.floats() == [.pi.nextUp, -.infinity, 0, 0])
    #expect(try file["f16"]?.floats().map(\.bitPattern) == SafeTensorsCases.halves)
    #expect(try file["bf16"]?.doubles() == [1, -3.140625, .infinity, 0x1p-133])
    #expect(file["bf16"]?.shape == [2, 2])
    #expect(file["c64"]?.type == .c64)
    #expect(file["c64"]?.count == 1)
  }

  @Test func readsShapesAndNamesOfTheReference() throws {
    let file = try TensorFile(reading: SafeTensorsCases.shapes)
    #expect(file.metadata == nil)
    #expect(file["scalar"]?.shape == [])
    #expect(try file["scalar"]?.floats() == [2.5])
    #expect(file["empty"]?.shape == [3, 0])
    #expect(try file["empty"]?.floats() == [])
    #expect(file["cube"]?.shape == [2, 3, 2])
    #expect(try file["cube"]?.floats() == (0..<12).map(Float.init))
    #expect(try file["a \"name\"\t\\ \u{1}"]?.doubles() == [1])
    #expect(try file["größe/π"]?.integers() == [7])
    #expect(try TensorFile(reading: SafeTensorsCases.nothing).tensors.isEmpty)
  }

  /// All 65,536 patterns, against arithmetic from the format's definition.
  @Test func halvesConvertExactly() throws {
    let patterns = (0...UInt16.max).map { $0 }
    let bytes = patterns.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let floats = try StoredTensor(name: "h", type: .f16, shape: [65536], bytes: bytes).floats()
    for (pattern, float) in zip(patterns, floats) {
      let (exponent, fraction) = (Int(pattern >> 10 & 31), Float(pattern & 1023) / 1024)
      let sign: Float = pattern >> 15 == 0 ? 1 : -1
      if exponent == 31 {
        #expect(fraction == 0 ? float == sign * .infinity : float.isNaN)
      } else {
        let power = Float(sign: .plus, exponent: max(exponent, 1) - 15, significand: 1)
        #expect(float == sign * power * (exponent == 0 ? fraction : 1 + fraction))
        #expect(float.sign == (sign == 1 ? .plus : .minus))
      }
    }
  }

  @Test(arguments: [SafeTensorsCases.everyType, SafeTensorsCases.shapes, SafeTensorsCases.nothing])
  func writesTheBytesOfTheReference(bytes: [UInt8]) throws {
    #expect(try TensorFile(reading: bytes).encoded == bytes)
  }

  @Test func writesTheBytesThatTheReferenceRead() throws {
    let weights = Matrix<Float>(rows: [[1, -2, 0.5], [3.25, 0, -1]])
    let tensors = [
      try StoredTensor(name: "flag", type: .bool, shape: [1], bytes: [1]),
      try StoredTensor(name: "update.input", weights),
      try StoredTensor(name: "steps", shape: [2], integers: [-1, 9_007_199_254_740_993]),
      try StoredTensor(name: "update.bias", Vector<Double>([0.1, -0.1])),
    ]
    let metadata: [TensorFile.Remark] = [
      .init(name: "größe", text: "\"3\"\n"), .init(name: "convention", text: "z keeps"),
    ]
    let file = try TensorFile(tensors, metadata: metadata)
    // written-by-swift begin
    let written = """
      38010000000000007b225f5f6d657461646174615f5f223a7b22636f6e76656e74696f6e223a227a206b65657073222c2267
      72c3b6c39f65223a225c22335c225c6e227d2c227374657073223a7b226474797065223a22493634222c227368617065223a
      5b325d2c22646174615f6f666673657473223a5b302c31365d7d2c227570646174652e62696173223a7b226474797065223a
      22463634222c227368617065223a5b325d2c22646174615f6f666673657473223a5b31362c33325d7d2c227570646174652e
      696e707574223a7b226474797065223a22463332222c227368617065223a5b322c335d2c22646174615f6f66667365747322
      3a5b33322c35365d7d2c22666c6167223a7b226474797065223a22424f4f4c222c227368617065223a5b315d2c2264617461
      5f6f666673657473223a5b35362c35375d7d7d20ffffffffffffffff01000000000020009a9999999999b93f9a9999999999
      b9bf0000803f000000c00000003f0000504000000000000080bf01
      """
    // written-by-swift end
    #expect(file.encoded == SafeTensorsCases.bytes(written))
    #expect(try TensorFile(tensors.reversed(), metadata: metadata.reversed()).encoded == file.encoded)
    #expect(try TensorFile(reading: file.encoded) == file)
    #expect(try file.matrix("update.input", rows: 2, columns: 3) == weights)
    #expect(try file.vector("update.bias", count: 2) == Vector<Double>([0.1, -0.1]))
    #expect(try file.vector("update.bias", count: 2) == Vector<Float>([0.1, -0.1]))
  }

  @Test func readsEscapes() throws {
    let escapes = #"\"\\\/\b\f\n\r\t\u00e9\u00E9\ud83d\uDE00\ud800\udc00\udbff\udfff"#
    let header = #"{ "__metadata__" : {"a":"\#(escapes)"}\#t}\#n"#
    let bytes = [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8)
    let text = "\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{E9}\u{1F600}\u{10000}\u{10FFFF}"
    let file = try TensorFile(reading: bytes)
    #expect(file.metadata == [.init(name: "a", text: text)])
    #expect(try TensorFile(reading: file.encoded) == file)
  }

  @Test func namesAreComparedByTheirBytes() throws {
    let tensors = [
      try StoredTensor(name: "\u{E9}", shape: [1], floats: [1]),
      try StoredTensor(name: "e\u{301}", shape: [1], floats: [2]),
    ]
    let file = try TensorFile(reading: try TensorFile(tensors).encoded)
    #expect(try file["\u{E9}"]?.floats() == [1])
    #expect(try file["e\u{301}"]?.floats() == [2])
  }

  @Test func asksForWhatTheFileHas() throws {
    let file = try TensorFile([
      try StoredTensor(name: "w", Matrix<Float>.identity(2)),
      try StoredTensor(name: "n", shape: [1], integers: [3]),
    ])
    #expect(throws: TensorFileError.missingTensor("v")) { try file.vector("v", count: 1, of: Float.self) }
    #expect(throws: TensorFileError.shapeMismatch(tensor: "w", expected: [4], found: [2, 2])) {
      try file.vector("w", count: 4, of: Float.self)
    }
    let wrongType = TensorFileError.typeMismatch(tensor: "n", expected: "F64, F32, F16 or BF16", found: .i64)
    #expect(throws: wrongType) { try file.vector("n", count: 1, of: Float.self) }
    #expect(throws: TensorFileError.self) { try file["w"]?.integers() }
    #expect("\(wrongType)" == "n: expected F64, F32, F16 or BF16, found I64")
  }

  @Test func refusesTensorsThatDoNotFitTheirShape() {
    #expect(throws: TensorFileError.sizeMismatch(tensor: "w", expected: 12, found: 8)) {
      try StoredTensor(name: "w", shape: [3], floats: [1, 2])
    }
    #expect(throws: TensorFileError.impossibleSize(tensor: "w", type: .f32, shape: [-1])) {
      try StoredTensor(name: "w", shape: [-1], floats: [])
    }
    #expect(throws: TensorFileError.impossibleSize(tensor: "w", type: .f4, shape: [3])) {
      try StoredTensor(name: "w", type: .f4, shape: [3], bytes: [0, 0])
    }
    #expect(throws: TensorFileError.reservedName) {
      try StoredTensor(name: "__metadata__", shape: [0], floats: [])
    }
    #expect(throws: TensorFileError.duplicateName("w")) {
      let tensor = try StoredTensor(name: "w", shape: [1], floats: [1])
      return try TensorFile([tensor, tensor])
    }
  }
}
