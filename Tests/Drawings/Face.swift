/// How wide DejaVu Sans sets a text, the widest of the faces that the style sheet names.
///
/// The advances were measured by Chromium's `measureText` at 1000 px; DejaVu Fonts 2.37.
package enum Face {
  /// The width in parts of the text's size.
  package static func width(_ text: String, isBold: Bool) -> Double {
    text.unicodeScalars.reduce(0) { $0 + Double(advance($1, isBold)) } / 1000
  }

  private static func advance(_ scalar: Unicode.Scalar, _ isBold: Bool) -> Int {
    let value = Int(scalar.value)
    if (32..<127).contains(value) { return (isBold ? bold : regular)[value - 32] }
    switch scalar {
    case "\u{A0}": return isBold ? 348 : 318
    case "×", "−", "⊙", "≤", "≥", "≈": return 838
    case "…", "—": return 1000
    case "₋", "⁻": return 528
    case "₀"..."₉", "⁰"..."⁹", "¹", "²", "³": return isBold ? 438 : 401
    case "“", "”": return 518
    default: return value >= 0x2E80 ? 1000 : isBold ? 780 : 690
    }
  }

  private static let regular = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636,
    636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295,
    656,
    557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500,
    613,
    635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592,
    818,
    592, 592, 525, 636, 337, 636, 838,
  ]

  private static let bold = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696,
    696,
    696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372,
    775,
    637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500,
    675,
    716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652,
    924,
    645, 652, 582, 712, 365, 712, 838,
  ]
}
