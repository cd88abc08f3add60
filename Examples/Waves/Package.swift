// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "waves",
  products: [.library(name: "Waves", targets: ["Waves"])],
  dependencies: [
    // In a package elsewhere: .package(url: "https://github.com/OWNER/two-gates", branch: "main")
    .package(name: "two-gates", path: "../..")
  ],
  targets: [
    .target(name: "Waves", dependencies: [.product(name: "Display", package: "two-gates")])
  ]
)
