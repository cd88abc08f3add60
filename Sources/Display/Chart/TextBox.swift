/// A text that stands at a place, and the room it takes there.
package struct TextBox: Hashable, Sendable {
  package enum Anchor: String, Sendable {
    case start, middle, end
  }

  package let text: String
  package let x: Double
  package let baseline: Double
  package let anchor: Anchor

  package init(_ text: String, x: Double, baseline: Double, anchor: Anchor = .start) {
    self.text = text
    self.x = x
    self.baseline = baseline
    self.anchor = anchor
  }

  package var width: Double { SVG.textWidth(text) }
  package var left: Double {
    switch anchor {
    case .start: x
    case .middle: x - width / 2
    case .end: x - width
    }
  }
  package var right: Double { left + width }
  package var top: Double { baseline - 11 }
  package var bottom: Double { baseline + 3 }

  package func meets(_ other: TextBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// The text, anchored at its beginning unless the group around it says otherwise.
  package var element: String { SVG.text(text, x: x, y: baseline) }
}
