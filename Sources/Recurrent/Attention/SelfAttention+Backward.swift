// Forward                                     Backward, with δv for ∂L/∂v
//
//   y = W_o m + b_o                             δm = W_oᵀ δy
//   m_t = Σ_j a_tj v_j                          δa_tj = δm_t · v_j         δv_j = Σ_t a_tj δm_t
//   a_t = softmax(s_t)                          δs_tj = a_tj (δa_tj − Σ_i a_ti δa_ti)
//   s_tj = q_t · k_j/√w                         δq_t = Σ_j δs_tj k_j/√w    δk_j = Σ_t δs_tj q_t/√w
//
// with t ≥ j throughout, each head on its own part; and δx = W_qᵀ δq + W_kᵀ δk + W_vᵀ δv.
//
// Sources: the forward lines as in `SelfAttention`; the backward lines are the chain rule applied to them from the
// last to the first. ∂a_i/∂s_j is a_i(1 − a_i) where i = j, and −a_i a_j elsewhere.

extension SelfAttention {
  /// The gradient through a whole sequence, given ∂L/∂y of each step: d elements each; O(T d(d + T)).
  ///
  /// The steps are those from the first position on, as ``steps(over:)`` gives them; others stop the program.
  @inlinable
  public func gradient(
    through steps: [AttentionStep<Element>], of dy: [Vector<Element>]
  ) -> (weights: SelfAttention, inputs: [Vector<Element>]) {
    require(dy.count == steps.count, "\(dy.count) gradients of the outputs for \(steps.count) steps")
    var weights = zeroed
    let zeros = Array(repeating: Vector<Element>.zeros(size), count: steps.count)
    var (dq, dk, dv) = (zeros, zeros, zeros)
    for (t, step) in steps.enumerated() {
      let dm = output.backward(step.mixed, step.output, from: dy[t], into: &weights.output)
      for head in 0..<heads {
        let a = step.weights[head]
        require(a.count == t + 1, "step \(t) saw \(a.count) positions")
        let slope = part(dm, of: head)
        let da = Vector(steps[...t].map { slope.dot(part($0.value, of: head)) })
        let ds = a ⊙ (da - a.dot(da)) * scale
        for j in 0...t {
          add(a[j], dm, of: head, to: &dv[j])
          add(ds[j], steps[j].key, of: head, to: &dq[t])
          add(ds[j], step.query, of: head, to: &dk[j])
        }
      }
    }
    var inputs: [Vector<Element>] = []
    for (t, step) in steps.enumerated() {
      let x = step.input
      let byQuery = query.backward(x, step.query, from: dq[t], into: &weights.query)
      let byKey = key.backward(x, step.key, from: dk[t], into: &weights.key)
      let byValue = value.backward(x, step.value, from: dv[t], into: &weights.value)
      inputs.append(byQuery + byKey + byValue)
    }
    return (weights, inputs)
  }
}

extension DenseLayer {
  /// One step backward: adds to `weights` and returns ∂L/∂x, given x, y = φ(W x + b) and ∂L/∂y.
  @inlinable
  func backward(
    _ x: Vector<Element>, _ y: Vector<Element>, from dy: Vector<Element>, into weights: inout DenseLayer
  ) -> Vector<Element> {
    let d = activation == .tanh ? dy ⊙ tanhSlope(y) : dy
    weights.weights.accumulate(d, x)
    weights.bias = weights.bias + d
    return self.weights.transposed * d
  }
}
