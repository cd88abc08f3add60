import Recurrent
import Testing

/// Layers made of readable cells against ONNX's own tests of its operators: see `OnnxBackendCase`.
///
/// Both sides compute in Float; the largest difference met is 7.3e-8. Most of these cases are one step from a zero
/// state with equal weights, so that they hold for many wrong cells too: `LayerCaseTests` is what tells those.
struct OnnxBackendTests {
  static let tolerance: Float = 1e-5

  @Test(arguments: try OnnxBackendCase.all())
  func givesWhatTheCaseExpects(item: OnnxBackendCase) throws {
    let found =
      switch item.operation {
      case .rnn: try item.found(by: RNNCell<Float>.self)
      case .gru: try item.found(by: GRUCell<Float>.self)
      case .lstm: try item.found(by: LSTMCell<Float>.self)
      }
    let expected = try item.expected()
    let pairs = [
      ("Y", found.y, expected.y), ("Y_h", found.hidden, expected.hidden), ("Y_c", found.cell, expected.cell),
    ]
    #expect(pairs.contains { $0.2 != nil }, "\(item.name) expects nothing")
    for (output, found, expected) in pairs {
      guard let expected else { continue }
      let difference = largestDifference(try #require(found, "\(item.name): \(output)"), expected)
      #expect(difference < Self.tolerance, "\(item.name): \(output)")
    }
  }

  @Test func everyCaseIsRead() throws {
    #expect(try OnnxBackendCase.all().map(\.name) == Self.names)
  }

  static let names = [
    "gru_batchwise", "gru_defaults", "gru_seq_length", "gru_with_initial_bias", "lstm_batchwise",
    "lstm_defaults", "lstm_with_initial_bias", "lstm_with_peepholes", "rnn_seq_length",
    "simple_rnn_batchwise",
    "simple_rnn_defaults", "simple_rnn_with_initial_bias",
  ]
}
