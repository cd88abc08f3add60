public import Display

/// A stage of a step, which a diagram can light: what a text explains at once.
public protocol CellStage: CaseIterable, Hashable, Sendable {
  /// What the stage computes, and so the colour of its part.
  var quantity: Quantity { get }
  /// What it is called within a sentence.
  var words: String { get }
}
