/// A rule that moves parameters against a gradient, step by step.
///
/// It works on flat parameters, as ``Parameterised`` gives them, and remembers what it needs between steps.
public protocol Optimiser<Element>: Sendable {
  /// The type of the numbers.
  associatedtype Element: Scalar

  /// Moves the parameters by one step; O(parameters).
  ///
  /// The gradient has an element for each parameter, at each step as many as at the first; another size stops
  /// the program.
  mutating func step(_ parameters: inout Vector<Element>, along gradient: Vector<Element>)
}

extension Optimiser {
  /// Moves the parameters of a cell or a layer by one step, along a gradient of the same form.
  @inlinable
  public mutating func step<Model: Parameterised>(_ model: inout Model, along gradient: Model)
  where Model.Element == Element {
    var parameters = model.parameters
    step(&parameters, along: gradient.parameters)
    model.parameters = parameters
  }
}

/// Stops the program unless the gradient has an element for each parameter and the memory, if any, too.
@inlinable
func requireFit(_ parameters: Int, _ gradient: Int, memory: Int) {
  require(gradient == parameters, "a gradient of \(gradient) elements for \(parameters) parameters")
  require(
    memory == 0 || memory == parameters, "\(parameters) parameters for an optimiser that began with \(memory)"
  )
}
