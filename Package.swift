// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "two-gates",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "build-book", targets: ["build-book"]),
    // What cells show things with, and the libraries that the cells of this package's own book import.
    .library(name: "Display", targets: ["Display"]),
    .library(name: "Recurrent", targets: ["Recurrent"]),
    .library(name: "Corpora", targets: ["Corpora"]),
    .library(name: "Diagrams", targets: ["Diagrams"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-symbolkit", from: "1.0.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CommonMark", dependencies: ["CCMark"]),
    .target(name: "Spelling"),
    .target(name: "Mathematics", dependencies: ["Spelling"]),
    .target(name: "Display"),
    .target(name: "Picture"),
    .target(
      name: "Highlighting", dependencies: ["Display"],
      resources: [.embedInCode("Resources/highlighting.css")]),
    .target(name: "Recurrent"),
    .target(name: "Corpora", dependencies: ["Recurrent"]),
    .target(name: "Diagrams", dependencies: ["Display", "Recurrent"]),
    .target(
      name: "Notebook",
      dependencies: [
        "CommonMark", "Display", "Mathematics", "Spelling",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      resources: [.embedInCode("Diagnostics/Explanations.md")]),
    .target(
      name: "Documentation",
      dependencies: [.product(name: "SymbolKit", package: "swift-docc-symbolkit")]),
    .target(
      name: "Site",
      dependencies: [
        "CommonMark", "Display", "Documentation", "Highlighting", "Mathematics", "Notebook", "Picture",
        "Spelling",
      ],
      resources: [
        .embedInCode("Resources/style.css"), .embedInCode("Resources/colours.css"),
        .embedInCode("Resources/cells.css"),
        .embedInCode("Resources/figures.css"),
        .embedInCode("Resources/math.css"), .embedInCode("Resources/site.js"),
        .embedInCode("Resources/search.css"), .embedInCode("Resources/search.js"),
        .embedInCode("Resources/search-engine.js"), .embedInCode("Resources/reference.css"),
      ]),
    .target(
      name: "Preview",
      dependencies: [
        "CommonMark", "Display", "Notebook", "Site", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Resources/preview.js"), .embedInCode("Resources/preview.css")]),
    .executableTarget(
      name: "build-book",
      dependencies: [
        "Preview", "Site", "Spelling",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("Resources/SUMMARY.md"), .embedInCode("Resources/falling.md"),
        .embedInCode("Resources/bouncing.md"),
      ]),
    .executableTarget(
      name: "recurrent-benchmark", dependencies: ["Recurrent"], path: "Benchmarks/Recurrent"),
    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark", "CCMark"]),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting"]),
    // What tests of documentation share: a module compiled from a few lines.
    .target(name: "CompiledSample", path: "Tests/CompiledSample"),
    .testTarget(name: "DocumentationTests", dependencies: ["CompiledSample", "Documentation"]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"]),
    .testTarget(
      name: "MathematicsTests", dependencies: ["Mathematics", "Spelling"],
      exclude: ["Reference/make-formulas.py", "Reference/formulas.txt"],
      resources: [.copy("Reference/formulas.json")]),
    // What tests of drawings share: markup read back, and where its texts stand.
    .target(name: "Drawings", path: "Tests/Drawings"),
    .testTarget(name: "DisplayTests", dependencies: ["Display", "Drawings"]),
    .testTarget(name: "DiagramsTests", dependencies: ["Diagrams", "Display", "Drawings", "Recurrent"]),
    .testTarget(
      name: "RecurrentTests", dependencies: ["Recurrent"], exclude: ["Reference"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "PropertyTests", dependencies: ["Recurrent"]),
    .testTarget(name: "CorporaTests", dependencies: ["Corpora"]),
    .testTarget(
      name: "NotebookTests", dependencies: ["Notebook"]),
    .testTarget(name: "PictureTests", dependencies: ["Picture"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "CCMark", "CompiledSample", "Documentation", "Picture", "Site", "build-book",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      exclude: ["Cases"]),
    .testTarget(name: "PreviewTests", dependencies: ["Notebook", "Preview"]),
  ],
  swiftLanguageModes: [.v6]
)
