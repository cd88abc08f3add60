/// Sequences of feature vectors that are computed together, of the same or of different lengths.
///
/// In memory they lie step after step, so that one step of all B sequences is one block of B rows. What lies
/// after a sequence's end belongs to no sequence: it cannot be read, and nothing that is computed depends on it.
public struct SequenceBatch<Element: Scalar>: Sendable {
  /// The number of steps of each sequence, at least 1.
  public let lengths: [Int]

  /// T, the largest length.
  public let steps: Int

  /// F, the number of features of each step.
  public let features: Int

  /// Row t · B + b, at `offset` + (t · B + b) · `stride`, holds step t of sequence b.
  var buffer: Buffer<Element>
  let offset: Int
  let stride: Int

  /// B, the number of sequences.
  public var count: Int { lengths.count }

  /// A batch of the given sequences, each a vector a step; O(T B F).
  ///
  /// With `lengths`, the first so many steps of each sequence count, and what follows them is padding.
  ///
  /// - Throws: ``BatchError`` where there is no sequence or one without steps, where the steps differ in their number
  ///   of features, where a number is not finite, or a length is not that of a part of its sequence.
  public init(_ sequences: [[Vector<Element>]], lengths: [Int]? = nil) throws(BatchError) {
    let lengths = try Self.checked(lengths, of: sequences.map { $0.count })
    let features = sequences[0][0].count
    self.init(zeros: features, lengths: lengths)
    let rows = buffer.writable()
    for (b, sequence) in sequences.enumerated() {
      for t in 0..<lengths[b] {
        let x = sequence[t]
        if x.count != features {
          throw .features(sequence: b, step: t, expected: features, found: x.count)
        }
        let row = rows + (t * lengths.count + b) * stride
        for i in 0..<features {
          if !x[i].isFinite { throw .notFinite(sequence: b, step: t, feature: i) }
          row[i] = x[i]
        }
      }
    }
  }

  /// The lengths of a batch whose sequences have so many steps.
  static func checked(_ lengths: [Int]?, of counts: [Int]) throws(BatchError) -> [Int] {
    if counts.isEmpty { throw .noSequences }
    if let empty = counts.firstIndex(of: 0) { throw .emptySequence(empty) }
    guard let lengths else { return counts }
    if lengths.count != counts.count {
      throw .count(of: .lengths, expected: counts.count, found: lengths.count)
    }
    for (b, length) in lengths.enumerated() where length < 1 || length > counts[b] {
      throw .length(sequence: b, steps: counts[b], found: length)
    }
    return lengths
  }

  /// Zeros, for sequences of the given lengths.
  init(zeros features: Int, lengths: [Int]) {
    let rows = (lengths.max() ?? 0) * lengths.count
    self.init(
      Buffer(zeros: rows * Element.padded(features)), stride: Element.padded(features), features: features,
      lengths: lengths)
  }

  /// Rows that are in memory already, the first at `offset`.
  init(_ buffer: Buffer<Element>, offset: Int = 0, stride: Int, features: Int, lengths: [Int]) {
    self.buffer = buffer
    self.offset = offset
    self.stride = stride
    self.features = features
    self.lengths = lengths
    steps = lengths.max() ?? 0
  }

  /// The features of a step before the end of a sequence.
  public subscript(sequence: Int, step: Int) -> Vector<Element> {
    require(sequence >= 0 && sequence < count, "sequence \(sequence) of a batch of \(count)")
    require(
      step >= 0 && step < lengths[sequence],
      "step \(step) of sequence \(sequence), which has \(lengths[sequence])")
    defer { buffer.keepAlive() }
    let row = rows + (step * count + sequence) * stride
    return Vector(UnsafeBufferPointer(start: row, count: features))
  }

  /// Every sequence, without padding.
  public var sequences: [[Vector<Element>]] {
    lengths.indices.map { sequence in (0..<lengths[sequence]).map { self[sequence, $0] } }
  }

  /// The last step of each sequence.
  public var last: [Vector<Element>] {
    lengths.indices.map { self[$0, lengths[$0] - 1] }
  }

  var rows: UnsafePointer<Element> { buffer.pointer + offset }
}

extension SequenceBatch: Equatable {
  /// Whether the sequences are equal; padding does not count.
  public static func == (a: SequenceBatch, b: SequenceBatch) -> Bool {
    a.features == b.features && a.lengths == b.lengths && a.sequences == b.sequences
  }
}
