extension Vector {
  /// The vector itself where its Euclidean norm is at most `limit`, else the vector of that norm in its direction.
  ///
  /// Clipping a gradient keeps a step from an explosion short and leaves its direction (Pascanu, Mikolov and
  /// Bengio 2013, algorithm 1). A vector with an element that is not finite has no direction and stays as it is.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func clipped(toNorm limit: Element) -> Vector {
    let norm = norm
    return norm > limit && norm.isFinite ? (limit / norm) * self : self
  }
}
