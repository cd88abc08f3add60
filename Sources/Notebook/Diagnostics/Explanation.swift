extension Diagnostic.Identifier {
  /// What is meant by the identifier, why it matters and what to do, as Markdown.
  public var explanation: String { Diagnostic.explanations[rawValue] ?? "" }
}

extension Diagnostic {
  /// The sections of `Explanations.md`, by their headings.
  fileprivate static let explanations: [String: String] = {
    let text = String(decoding: PackageResources.Explanations_md, as: UTF8.self)
    let sections = text.split(separator: "\n## ").dropFirst().map { section in
      section.split(separator: "\n", maxSplits: 1).map(String.init)
    }
    return Dictionary(sections.compactMap { $0.count == 2 ? ($0[0], $0[1].trimmed) : nil }) { first, _ in
      first
    }
  }()
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
