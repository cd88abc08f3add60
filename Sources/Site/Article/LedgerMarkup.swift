import CommonMark
import Display
import Notebook

/// A ledger as a table: each statement with its verdict, and the figures of the claims that the verdict rests on.
///
/// Before it stands a list of the verdicts, each with the numbers of its statements.
struct LedgerMarkup {
  let html: String

  /// Writes a ledger.
  ///
  /// - Parameters:
  ///   - ledger: the statements.
  ///   - name: the name of something on the page, from its name in the chapter.
  ///   - claim: the link to a claim, and what it claims and measured, by its destination.
  init(
    _ ledger: Ledger, id name: (String) -> String,
    claim: (String) -> (address: String, claim: PageNames.Target)?
  ) {
    let rows = ledger.entries.map { entry in
      let claims = entry.claims.compactMap(claim).compactMap { link -> String? in
        guard case .claim(let statement, let measured) = link.claim else { return nil }
        let figure = measured.isEmpty ? "" : " <output>\(HTML.escape(measured))</output>"
        return "<li><a href=\"\(HTML.escape(link.address))\">\(HTML.escape(statement))</a>\(figure)</li>\n"
      }.joined()
      let evidence = claims.isEmpty ? "" : "<ul>\n\(claims)</ul>\n"
      let reason = entry.reason.isEmpty ? "" : ": " + Document(parsing: entry.reason).html().withoutParagraph
      return """
        <tr id="\(name(entry.name))">
        <th scope="row">\(entry.number)</th>
        <td>\(HTML.escape(entry.source))</td>
        <td>\(Document(parsing: entry.statement).html().withoutParagraph)
        <p class="verdict \(entry.verdict)">\(entry.verdict.rawValue.capitalizedFirst)\(reason)</p>
        \(evidence)</td>
        </tr>

        """
    }
    html = """
      <dl class="verdicts">
      \(LedgerMarkup.verdicts(of: ledger, id: name))</dl>
      <table class="ledger">
      <thead><tr><th scope="col">No.</th><th scope="col">Source</th><th scope="col">Statement, verdict and evidence</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """
  }
}

extension LedgerMarkup {
  private static func verdicts(of ledger: Ledger, id name: (String) -> String) -> String {
    Ledger.Verdict.allCases.map { verdict in
      let entries = ledger.entries.filter { $0.verdict == verdict }
      let links = entries.map { "<a href=\"#\(name($0.name))\">\($0.number)</a>" }.joined(separator: " ")
      return entries.isEmpty
        ? ""
        : "<dt class=\"verdict \(verdict)\">\(verdict.rawValue.capitalizedFirst): \(entries.count)</dt>\n<dd>\(links)</dd>\n"
    }.joined()
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
