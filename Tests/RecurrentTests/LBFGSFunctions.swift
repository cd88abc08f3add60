import Recurrent

/// The functions of lbfgs_cases.py with their gradients, the number of the step in the second argument.
enum LBFGSFunctions {
  typealias Function = (Vector<Double>, Int) -> (loss: Double, gradient: Vector<Double>)

  static func rosenbrock(_ p: Vector<Double>, step: Int) -> (loss: Double, gradient: Vector<Double>) {
    var (loss, gradient) = (0.0, Vector<Double>.zeros(p.count))
    for i in 0..<p.count - 1 {
      let (valley, rest) = (p[i + 1] - p[i] * p[i], 1 - p[i])
      loss += 100 * valley * valley + rest * rest
      gradient[i] -= 400 * valley * p[i] + 2 * rest
      gradient[i + 1] += 200 * valley
    }
    return (loss, gradient)
  }

  static func quadratic(_ p: Vector<Double>, step: Int) -> (loss: Double, gradient: Vector<Double>) {
    let scales: Vector<Double> = [1, 10, 100, 1000, 10000]
    var loss = (scales ⊙ (p - 1)).dot(p - 1) / 2
    var gradient = scales ⊙ (p - 1)
    for i in 0..<p.count - 1 {
      loss += p[i] * p[i + 1] / 4
      gradient[i] += p[i + 1] / 4
      gradient[i + 1] += p[i] / 4
    }
    return (loss, gradient)
  }

  static func wells(_ p: Vector<Double>, step: Int) -> (loss: Double, gradient: Vector<Double>) {
    let height = p ⊙ p - 1
    let others: Vector<Double> = [p[1] * p[2], p[0] * p[2], p[0] * p[1]]
    return (
      height.dot(height) / 4 + p.sum / 10 + p[0] * p[1] * p[2] / 5,
      height ⊙ p + 0.1 + 0.2 * others
    )
  }

  static func logistic(_ p: Vector<Double>, step: Int) -> (loss: Double, gradient: Vector<Double>) {
    var (loss, gradient) = (dot(p, p) / 50, p * 0.04)
    for i in 0..<12 {
      let i = i + 6 * (step % 3)
      let x: Vector<Double> = [Double((7 * i + 3) % 11) / 5 - 1, Double((5 * i + 1) % 13) / 6 - 1, 1]
      let y = (3 * i + 2) % 7 < 3 ? 1.0 : 0.0
      loss += (log(1 + exp(dot(x, p))) - y * dot(x, p)) / 12
      gradient = gradient + (sigmoid(dot(x, p)) - y) / 12 * x
    }
    return (loss, gradient)
  }

  static func whole(_ p: Vector<Double>, step: Int) -> (loss: Double, gradient: Vector<Double>) {
    let (first, second) = (logistic(p, step: 0), logistic(p, step: 2))
    return (first.loss + second.loss, first.gradient + second.gradient)
  }
}
