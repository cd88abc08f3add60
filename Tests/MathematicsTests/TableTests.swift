import Spelling
import Testing

@testable import Mathematics

/// The tables of symbols, alphabets and near names.
@Suite struct TableTests {
  @Test func everyCommandHasOneMeaning() {
    var seen: [String: Int] = [:]
    for name in Symbols.tables.flatMap(\.keys) { seen[name, default: 0] += 1 }
    for name in Construct.byCommand.keys { seen[name, default: 0] += 1 }
    #expect(seen.filter { $0.value > 1 }.keys.sorted() == [])
  }

  @Test func everySymbolCanBeWritten() throws {
    for name in Symbols.byCommand.keys {
      let html = try Formula(parsing: "a \\\(name) b").mathML(display: true)
      #expect(html.hasSuffix("<mi>b</mi></math>"), "\(name)")
    }
  }

  @Test func lettersHaveTheCharactersOfTheirAlphabet() {
    let letters = "AZaz09ΑΩαω∇∂ϵhBCRHeg"
    #expect(Alphabet.bold.text(letters) == "𝐀𝐙𝐚𝐳𝟎𝟗𝚨𝛀𝛂𝛚𝛁𝛛𝛜𝐡𝐁𝐂𝐑𝐇𝐞𝐠")
    #expect(Alphabet.italic.text(letters) == "𝐴𝑍𝑎𝑧09𝛢𝛺𝛼𝜔𝛻𝜕𝜖ℎ𝐵𝐶𝑅𝐻𝑒𝑔")
    #expect(Alphabet.boldItalic.text(letters) == "𝑨𝒁𝒂𝒛𝟎𝟗𝜜𝜴𝜶𝝎𝜵𝝏𝝐𝒉𝑩𝑪𝑹𝑯𝒆𝒈")
    #expect(Alphabet.blackboard.text(letters) == "𝔸ℤ𝕒𝕫𝟘𝟡ΑΩαω∇∂ϵ𝕙𝔹ℂℝℍ𝕖𝕘")
    #expect(Alphabet.script.text(letters) == "𝒜𝒵𝒶𝓏09ΑΩαω∇∂ϵ𝒽ℬ𝒞ℛℋℯℊ")
    #expect(Alphabet.boldScript.text("ALz") == "𝓐𝓛𝔃")
    #expect(Alphabet.fraktur.text(letters) == "𝔄ℨ𝔞𝔷09ΑΩαω∇∂ϵ𝔥𝔅ℭℜℌ𝔢𝔤")
    #expect(Alphabet.boldFraktur.text("ACz") == "𝕬𝕮𝖟")
    #expect(Alphabet.sans.text(letters) == "𝖠𝖹𝖺𝗓𝟢𝟫ΑΩαω∇∂ϵ𝗁𝖡𝖢𝖱𝖧𝖾𝗀")
    #expect(Alphabet.boldSans.text("Aa0Ωα") == "𝗔𝗮𝟬𝝮𝝰")
    #expect(Alphabet.typewriter.text(letters) == "𝙰𝚉𝚊𝚣𝟶𝟿ΑΩαω∇∂ϵ𝚑𝙱𝙲𝚁𝙷𝚎𝚐")
    #expect(Alphabet.upright.text(letters) == letters)
  }

  @Test func alphabetsAreUnicodesOwn() {
    // Unicode says of each form which letter it is a form of.
    let alphabets: [Alphabet] = [
      .bold, .italic, .boldItalic, .blackboard, .script, .boldScript, .fraktur, .boldFraktur, .sans,
      .boldSans,
      .typewriter,
    ]
    for alphabet in alphabets {
      for scalar in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars {
        let name = alphabet.text(String(scalar)).unicodeScalars.first?.properties.name ?? ""
        let isCapital = scalar.properties.isUppercase
        let letter = String(scalar).uppercased()
        #expect(name.hasSuffix(" \(letter)") || name == "PLANCK CONSTANT", "\(alphabet) \(scalar)")
        #expect(!name.contains(isCapital ? "SMALL" : "CAPITAL"), "\(alphabet) \(scalar)")
      }
    }
  }

  @Test func nearCommandsAreFound() {
    #expect(NearMiss.of("sigm", in: Symbols.commands) == "sigma")
    #expect(NearMiss.of("Tanh", in: Symbols.commands) == "tanh")
    #expect(NearMiss.of("opertorname", in: Symbols.commands) == "operatorname")
    #expect(NearMiss.of("zzzzz", in: Symbols.commands) == nil)
  }

  @Test func lengthsAreReadAndWritten() {
    #expect(MathLength("2.5pt")?.css == "0.25em")
    #expect(MathLength("-1 em")?.css == "-1em")
    #expect(MathLength("18mu")?.css == "1em")
    #expect(MathLength("0em")?.css == "0")
    #expect(MathLength(mu: 3).css == "0.1667em" && MathLength(mu: -3).css == "-0.1667em")
    for text in ["", "em", "2", "1.2.3em", "1e5em", "101em", "--1em", "nanem", "2 zz"] {
      #expect(MathLength(text) == nil, "\(text)")
    }
  }
}
