import Foundation
import Highlighting
import Testing

@Suite struct StylesheetTests {
  private let css = String(decoding: Highlighting.stylesheet, as: UTF8.self)

  @Test func everyKindHasARule() {
    for kind in Highlighting.Token.Kind.allCases where kind != .plain {
      #expect(css.contains(".hl-\(kind.rawValue)"), "\(kind)")
    }
  }

  /// WCAG 2.2, success criterion 1.4.3, on the backgrounds of code and of the page in `style.css` and on paper.
  @Test func everyColourContrasts() throws {
    let colours = css.matches(of: /--hl-(\w+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);/)
    #expect(colours.count == 8)
    for match in colours {
      for (value, grounds) in [(match.2, [0xF4F2EC, 0xFDFCF9, 0xFFFFFF]), (match.3, [0x1E2126, 0x15171B])] {
        let value = try #require(Int(value, radix: 16))
        for ground in grounds {
          #expect(contrast(value, ground) >= 4.5, "\(match.1) on \(String(ground, radix: 16))")
        }
      }
    }
  }

  private func contrast(_ first: Int, _ second: Int) -> Double {
    let (dark, light) = (min(luminance(first), luminance(second)), max(luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
  }

  private func luminance(_ colour: Int) -> Double {
    zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, channel in
      let value = Double(colour >> channel.0 & 0xFF) / 255
      return sum + channel.1 * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
    }
  }
}
