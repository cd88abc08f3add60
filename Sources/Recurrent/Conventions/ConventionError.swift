/// Why weights cannot be packed as a convention asks, or packed tensors not be read.
public enum ConventionError: Error, Equatable, CustomStringConvertible {
  /// The weights' reset gate acts at one place and the convention's at the other: no weights of one form
  /// compute the other at every state.
  case resetPlacement(ResetPlacement, GRUConvention)

  /// The cell has peepholes, and the convention has no place for them.
  case peepholes(LSTMConvention)

  /// A tensor of this name was expected and is not there.
  case missing(tensor: String)

  /// A tensor of this name is not part of the convention, or is there twice.
  case unexpected(tensor: String)

  /// A tensor has another number of axes than the convention gives it.
  case axes(tensor: String, expected: Int, shape: [Int])

  /// A tensor does not fit the sizes that the convention's weight tensors state.
  case shape(ShapeError)

  /// A tensor's values do not fill its shape.
  case values(tensor: String, shape: [Int], found: Int)

  /// One sentence: `bias: 11 values do not fill 12 elements`.
  public var description: String {
    switch self {
    case .resetPlacement(.before, let convention):
      "\(convention) resets after the recurrent product, these weights before it"
    case .resetPlacement(.after, let convention):
      "\(convention) resets before the recurrent product, these weights after it"
    case .peepholes(let convention):
      "\(convention) has no peepholes, this cell does"
    case .missing(let tensor):
      "\(tensor): no such tensor"
    case .unexpected(let tensor):
      "\(tensor): not a tensor of this convention, or a second one"
    case .axes(let tensor, let expected, let shape):
      "\(tensor): \(expected) axes expected, \(shape.count) found"
    case .shape(let error):
      error.description
    case .values(let tensor, let shape, let found):
      "\(tensor): \(found) values do not fill \(ShapeError.text(shape))"
    }
  }
}
