extension SelfAttention {
  /// The next step, from an input of d elements and the positions in the cache; adds its key and value to them.
  ///
  /// O(d(d + count)). A wrong size stops the program.
  @inlinable
  public func step(
    _ x: Vector<Element>, after cache: inout AttentionCache<Element>
  ) -> AttentionStep<Element> {
    require(x.count == size, "an input of \(x.count) elements to attention of size \(size)")
    let (q, k, v) = (query(x), key(x), value(x))
    cache.append(key: k, value: v)
    var (scores, weights): ([Vector<Element>], [Vector<Element>]) = ([], [])
    var mixed = Vector<Element>.zeros(size)
    for head in 0..<heads {
      let question = part(q, of: head)
      let score = Vector(cache.keys.map { question.dot(part($0, of: head)) }) * scale
      let weight = softmax(score)
      for j in weight.indices { add(weight[j], cache.values[j], of: head, to: &mixed) }
      scores.append(score)
      weights.append(weight)
    }
    return AttentionStep(
      input: x, query: q, key: k, value: v, scores: scores, weights: weights, mixed: mixed,
      output: output(mixed))
  }

  /// The steps over a sequence, from its beginning; O(T d(d + T)).
  @inlinable
  public func steps(over xs: [Vector<Element>]) -> [AttentionStep<Element>] {
    var cache = AttentionCache<Element>()
    return xs.map { step($0, after: &cache) }
  }

  /// The weights of a head over a sequence, T×T: in row t what position t takes from each, and 0 from later ones.
  @inlinable
  public func weights(of head: Int, over steps: [AttentionStep<Element>]) -> Matrix<Element> {
    var result = Matrix<Element>.zeros(rows: steps.count, columns: steps.count)
    for (t, step) in steps.enumerated() {
      for (j, weight) in step.weights[head].enumerated() { result[t, j] = weight }
    }
    return result
  }

  /// Adds a head's part of a vector, times a number.
  @inlinable
  func add(
    _ factor: Element, _ vector: Vector<Element>, of head: Int, to sum: inout Vector<Element>
  ) {
    for i in head * headWidth..<(head + 1) * headWidth { sum[i] += factor * vector[i] }
  }
}
