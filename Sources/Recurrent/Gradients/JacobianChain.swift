/// The Jacobians of consecutive steps, and their products: how a change of a state reaches later states.
///
/// J_t = ∂s_t/∂s_{t−1}, where s is the hidden state, or for an LSTM the hidden and the cell state, h first.
/// That products of them vanish or explode is the matter of Y. Bengio, P. Simard and P. Frasconi, "Learning
/// long-term dependencies with gradient descent is difficult", IEEE Transactions on Neural Networks 5, 1994.
@frozen
public struct JacobianChain<Element: Scalar>: Equatable, Sendable {
  /// The number of elements of s.
  public let size: Int

  /// J_1 to J_T, each size×size.
  public let steps: [Matrix<Element>]

  @inlinable
  init(size: Int, steps: [Matrix<Element>]) {
    self.size = size
    self.steps = steps
  }

  /// ∂s_T/∂s_0 = J_T ⋯ J_1; the identity for no steps. O(T size³).
  @inlinable
  public var product: Matrix<Element> {
    fromEach.first ?? .identity(size)
  }

  /// ∂s_T/∂s_t for t from 0 to T − 1: how the last state depends on each one before it. O(T size³).
  ///
  /// Multiplied from the last step back, as backpropagation does.
  @inlinable
  public var fromEach: [Matrix<Element>] {
    var product = Matrix<Element>.identity(size)
    var products: [Matrix<Element>] = []
    for step in steps.reversed() {
      product = product * step
      products.append(product)
    }
    return products.reversed()
  }
}
