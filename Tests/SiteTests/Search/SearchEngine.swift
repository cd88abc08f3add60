import Foundation
import Testing

@testable import Site

/// `search-engine.js`, run by Node, with the index of some pages.
struct SearchEngine {
  /// Where Node is; none where it is not installed.
  static let node: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(fileURLWithPath: String($0)).appending(path: "node") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// A result: its heading, its context with brackets around what was searched for, its place.
  struct Result: Decodable, Equatable {
    var heading: String
    var context: String
    var address: String
  }

  private let files: [String: [UInt8]]

  init(_ pages: [SearchPage]) {
    files = SearchIndex(of: pages).files.merging(["search-engine.js": PackageResources.search_engine_js]) {
      first, _ in first
    }
  }

  /// The results of each query, in their order.
  func results(of queries: [String]) throws -> [[Result]] {
    try run(
      """
      const index = new engine.Index(held("search-index.js"));
      const result = ({ section, terms }) => ({
        heading: section.heading,
        context: engine.excerpt(held(`search/${decodeURI(section.address).replace(/html$/, "js")}`)[section.place], terms)
          .map(([text, isFound]) => isFound ? `[${text}]` : text).join(""),
        address: `${section.address}#${section.anchor}`,
      });
      answer(given.map((query) => index.find(query).map(result)));
      """, given: queries)
  }

  /// What some JavaScript answers, which sees `engine` and `given`.
  func run<Answer: Decodable>(_ script: String, given: [String]) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content).write(to: file)
    }
    try JSONEncoder().encode(given).write(to: folder.appending(path: "given.json"))
    let opening = """
      const fs = require("fs");
      const vm = require("vm");
      let last;
      const page = vm.createContext({ bookSearch: (value) => { last = value; } });
      const held = (name) => { vm.runInContext(fs.readFileSync(name, "utf8"), page); return last; };
      const answer = (value) => fs.writeFileSync("answer.json", JSON.stringify(value));
      const given = JSON.parse(fs.readFileSync("given.json", "utf8"));
      const engine = held("search-engine.js");

      """
    let process = Process()
    let node: URL = try #require(SearchEngine.node)
    process.executableURL = node
    process.arguments = ["-e", opening + script]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode(
      Answer.self, from: Data(contentsOf: folder.appending(path: "answer.json")))
  }
}
