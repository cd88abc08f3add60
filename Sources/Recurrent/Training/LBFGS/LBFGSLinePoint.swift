/// A point x + αd of the line that a move goes along, and what was found there.
struct LBFGSLinePoint<Element: Scalar> {
  /// α.
  let length: Element
  let loss: Element
  let gradient: Vector<Element>
  /// gᵀd: the derivative of the loss by α.
  let slope: Element

  init(length: Element, loss: Element, gradient: Vector<Element>, along direction: Vector<Element>) {
    self.length = length
    self.loss = loss
    self.gradient = gradient
    slope = gradient.dot(direction)
  }
}
