import Display
import Recurrent

/// The numbers of one step, of the units that a diagram shows.
protocol StepNumbers<Stage>: Sendable {
  associatedtype Stage: CellStage

  var units: ShownUnits { get }
  /// Every quantity with its numbers, in the order in which they are computed.
  var rows: [(String, [Double])] { get }
  /// The wiring in words.
  var words: String { get }

  /// Draws the wiring.
  func draw(on ladder: inout Ladder<Self>)
}

extension StepNumbers {
  /// The wiring on `sheet`.
  func drawn(lit: Stage?, on sheet: Sheet) -> (wiring: Wiring<Stage>, height: Double) {
    var ladder = Ladder(self, lit: lit, on: sheet)
    draw(on: &ladder)
    return (ladder.wiring, ladder.height)
  }

  /// Numbers behind the words that they belong to.
  func list(_ values: [Double]) -> String {
    values.isEmpty ? "" : " " + values.map { fixed($0, digits: 3) }.joined(separator: ", ")
  }

  /// Whose numbers are told.
  var whose: String { units.indices.isEmpty ? "" : ", with the numbers of \(units.words)" }
}

/// The units whose numbers stand on the wires, counted from 0: up to three.
struct ShownUnits: Sendable {
  let indices: [Int]

  /// Those of `asked` that there are; none where the step is another cell's, whose numbers would not fit the wiring.
  init(_ asked: [Int], of count: Int, isOwn: Bool) {
    indices = isOwn ? Array(asked.filter { (0..<count).contains($0) }.prefix(3)) : []
  }

  /// The units' elements of a vector, which is not computed where there are none.
  func numbers<Element: Scalar>(_ vector: @autoclosure () -> Vector<Element>) -> [Double] {
    if indices.isEmpty { return [] }
    let vector = vector()
    return indices.map { Double(vector[$0]) }
  }

  var words: String {
    let names = indices.map { "\($0 + 1)" }
    guard let last = names.last else { return "no unit" }
    return names.count == 1
      ? "unit \(last)" : "units " + names.dropLast().joined(separator: ", ") + " and " + last
  }
}
