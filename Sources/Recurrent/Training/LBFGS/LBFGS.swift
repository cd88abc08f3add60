/// L-BFGS: moves along −H g, with H an inverse Hessian guessed from the last moves.
///
/// Nocedal and Wright 2006, algorithms 7.4 and 7.5. It asks for the loss and the gradient several times a step, and they
/// must be of the same data each time, so it is no ``Optimiser``. A step makes up to ``iterations`` moves. The
/// constants, the order of the checks and what is kept between steps are those of `torch.optim.LBFGS`.
///
/// The first move is along −g and by η min(1, 1/‖g‖₁), each later one by η; a line search begins with that length.
public struct LBFGS<Element: Scalar>: Equatable, Sendable {
  /// How far a move goes along its direction.
  public enum LineSearch: Equatable, Sendable {
    /// By the rate.
    case none
    /// Until the strong Wolfe conditions hold, with c₁ = 10⁻⁴ and c₂ = 0.9: Nocedal and Wright 2006, eq. 3.7.
    case strongWolfe
  }

  /// η, the learning rate: the length of a move in units of −H g, or the first length that a line search tries.
  public var rate: Element
  /// The most moves that a step makes.
  public let iterations: Int
  /// How many evaluations end a step. A line search that uses up the last of them takes one more.
  public let evaluations: Int
  /// A gradient with no element beyond ± this ends a step.
  public let gradientTolerance: Element
  /// A slope along the direction, a change of the loss, or the largest element of a move, as small as this ends a
  /// step.
  public let changeTolerance: Element
  /// The most moves that are remembered.
  public let history: Int
  /// How far a move goes.
  public let lineSearch: LineSearch

  var memory = LBFGSMemory<Element>()

  /// L-BFGS before its first step.
  ///
  /// Where no limit of evaluations is given, it is 5/4 of the iterations, rounded down. Less than 1 iteration,
  /// evaluation or remembered move stops the program.
  public init(
    rate: Element = 1, iterations: Int = 20, evaluations: Int? = nil, gradientTolerance: Element = 1e-7,
    changeTolerance: Element = 1e-9, history: Int = 100, lineSearch: LineSearch = .none
  ) {
    let evaluations = evaluations ?? iterations + iterations / 4
    require(iterations > 0, "L-BFGS with \(iterations) iterations a step")
    require(evaluations > 0, "L-BFGS with \(evaluations) evaluations a step")
    require(history > 0, "L-BFGS with a history of \(history) moves")
    self.rate = rate
    self.iterations = iterations
    self.evaluations = evaluations
    self.gradientTolerance = gradientTolerance
    self.changeTolerance = changeTolerance
    self.history = history
    self.lineSearch = lineSearch
  }
}
