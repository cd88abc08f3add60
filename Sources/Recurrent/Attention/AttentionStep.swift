/// Everything one step of attention computed, so that every intermediate can be shown.
@frozen
public struct AttentionStep<Element: Scalar>: Equatable, Sendable {
  /// x, the input of the step: d elements.
  public let input: Vector<Element>

  /// q, of all heads, part after part: d elements.
  public let query: Vector<Element>

  /// k, as q.
  public let key: Vector<Element>

  /// v, as q.
  public let value: Vector<Element>

  /// By head: q · k/√w with the key of each position up to this one, t + 1 elements.
  public let scores: [Vector<Element>]

  /// By head: the softmax of the scores, the share that each position has in the mixture.
  public let weights: [Vector<Element>]

  /// m, the values mixed by the weights, head after head: d elements.
  public let mixed: Vector<Element>

  /// y = W_o m + b_o.
  public let output: Vector<Element>

  @inlinable
  init(
    input: Vector<Element>, query: Vector<Element>, key: Vector<Element>, value: Vector<Element>,
    scores: [Vector<Element>], weights: [Vector<Element>], mixed: Vector<Element>, output: Vector<Element>
  ) {
    self.input = input
    self.query = query
    self.key = key
    self.value = value
    self.scores = scores
    self.weights = weights
    self.mixed = mixed
    self.output = output
  }
}
