/// What L-BFGS knows of the curvature: its last moves, and how the gradient changed along each.
///
/// Nocedal and Wright 2006, section 7.2.
struct LBFGSMemory<Element: Scalar>: Equatable, Sendable {
  /// A move s and the change y of the gradient along it.
  struct Pair: Equatable, Sendable {
    let move: Vector<Element>
    let change: Vector<Element>
    /// ρ = 1/sᵀy.
    let inverseCurvature: Element
  }

  /// The last move and the gradient where it began.
  struct Departure: Equatable, Sendable {
    let move: Vector<Element>
    let gradient: Vector<Element>
  }

  /// The oldest first.
  private(set) var pairs: [Pair] = []
  /// γ: before any pair, the inverse Hessian is taken for γ times the identity. It is sᵀy/yᵀy of the newest pair.
  private(set) var scale: Element = 1
  /// What the next gradient makes a pair with; nil before the first move.
  private(set) var departure: Departure?

  /// Whether no move was made.
  var isEmpty: Bool { departure == nil }

  /// The number of parameters; 0 before the first move.
  var parameterCount: Int { departure?.move.count ?? 0 }

  /// Remembers a move, and the gradient where it began.
  mutating func record(_ move: Vector<Element>, from gradient: Vector<Element>) {
    departure = Departure(move: move, gradient: gradient)
  }

  /// Makes a pair of the last move and the gradient that it led to, and forgets the oldest beyond the limit.
  ///
  /// A move without curvature, sᵀy ≤ 10⁻¹⁰, makes none: H would not stay positive definite.
  mutating func learn(_ gradient: Vector<Element>, limit: Int) {
    guard let departure else { return }
    let change = gradient - departure.gradient
    let curvature = change.dot(departure.move)
    guard curvature > 1e-10 else { return }
    if pairs.count == limit { pairs.removeFirst() }
    pairs.append(Pair(move: departure.move, change: change, inverseCurvature: 1 / curvature))
    scale = curvature / change.dot(change)
  }

  /// −H g by the two-loop recursion, algorithm 7.4; O(pairs · parameters).
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func direction(against gradient: Vector<Element>) -> Vector<Element> {
    var direction = -gradient
    var shares: [Element] = []
    for pair in pairs.reversed() {
      let share = pair.inverseCurvature * pair.move.dot(direction)
      direction.add(-share, times: pair.change)
      shares.append(share)
    }
    direction = scale * direction
    for (pair, share) in zip(pairs, shares.reversed()) {
      let correction = pair.inverseCurvature * pair.change.dot(direction)
      direction.add(share - correction, times: pair.move)
    }
    return direction
  }
}

extension Vector {
  fileprivate mutating func add(_ scale: Element, times other: Vector) {
    for i in elements.indices { elements[i] += scale * other.elements[i] }
  }
}
