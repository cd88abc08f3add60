import Testing

@testable import Picture

/// What is read of figures and paths.
@Suite struct ReadingTests {
  private func contours(_ data: String) -> [[[Double]]] {
    PathData(Array(data.utf8)[...], room: 100).contours.map { $0.points.map { [$0.x, $0.y] } }
  }

  @Test func pathsAreReadAsBrowsersDo() {
    #expect(contours("M1,2L3,4 5-6.5") == [[[1, 2], [3, 4], [5, -6.5]]])
    #expect(contours("m1 2 3 4") == [[[1, 2], [4, 6]]])
    #expect(
      contours("M1,2h3v-.5H0V.25.5") == [[[1, 2], [4, 2], [4, 1.5], [0, 1.5], [0, 0.25], [0, 0.5]]])
    #expect(
      contours("M1,1h1v1zh5M9,9m1,1h1") == [
        [[1, 1], [2, 1], [2, 2]], [[1, 1], [6, 1]], [[9, 9]], [[10, 10], [11, 10]],
      ])
    #expect(contours("M0,0h1C1,2 3,4 5,6h1") == [[[0, 0], [1, 0]]])
    #expect(contours("M0,0h1z2,3") == [[[0, 0], [1, 0]]])
    for data in ["", "L1,2", "z", "1,2", "Mx", "M1", "M1e3,2", "M1e300,1e300", "MNaN,NaN", "M2000000,1"] {
      #expect(contours(data) == [], "\(data)")
    }
    #expect(contours("M0,0h999999h999999") == [[[0, 0], [999999, 0]]])
  }

  @Test func arcsGoTheWayTheyAreTold() throws {
    // Four arcs lead from one point to another: round two centres, either way.
    for (flags, middle) in [("0 0", -1.0), ("0 1", 1), ("1 0", 1), ("1 1", -1)] {
      let points = try #require(contours("M0,0a5,5 0 \(flags) 6,0").first)
      let centre = (3.0, middle * 4)
      for point in points {
        let (dx, dy) = (point[0] - centre.0, point[1] - centre.1)
        #expect(abs((dx * dx + dy * dy).squareRoot() - 5) < 1e-9, "\(flags)")
      }
      let lowest = try #require(points.map { $0[1] }.max())
      let highest = try #require(points.map { $0[1] }.min())
      switch flags {
      case "0 0": #expect(abs(lowest - 1) < 0.02 && highest > -1e-9)
      case "0 1": #expect(abs(highest + 1) < 0.02 && lowest < 1e-9)
      case "1 0": #expect(abs(lowest - 9) < 0.1)
      default: #expect(abs(highest + 9) < 0.1)
      }
    }
    #expect(contours("M0,0a5,4 0 0 0 6,0") == [[[0, 0]]], "an ellipse is left out")
  }

  @Test func theFirstFigureOfTheKitIsTaken() throws {
    let path = "<path d=\"M0,0\"/>"
    let drawing = try #require(
      Drawing(
        in: """
          <figure><svg class="wide"></svg></figure>
          <figure class="chart heat-map">
          <svg class="sample"></svg>
          <svg class="narrow"></svg>
          <svg class="wide" aria-label="z &lt; 1 &amp;lt; &quot;é&quot;">\(path)</svg>
          </figure>
          <figure class="chart"><svg class="wide"></svg></figure>
          """))
    #expect(drawing.kind == "chart heat-map")
    #expect(drawing.markup.hasSuffix(">\(path)</svg>"))
    #expect(drawing.label == "z < 1 &lt; \"é\"")
    for html in [
      "", "<figure class=\"chart\">", "<figure class=\"chart\"><svg class=\"wide\">",
      "<figure class=\"chart\"><svg class=\"narrow\"></svg>", "<svg class=\"wide\"></svg>",
      "<figure class=\"chart",
    ] {
      #expect(Drawing(in: html) == nil, "\(html)")
    }
    #expect(Drawing(in: "<figure class=\"chart\"><svg class=\"panel\"></svg>") != nil)
  }

  @Test func brokenTagsAreReadToTheirEnd() {
    func read(_ markup: String) -> [String] {
      Tags(Array(markup.utf8)[...]).map { tag in
        switch tag {
        case .closing(let name): "/\(name)"
        case .opening(let name, let attributes, let isEmpty):
          name
            + attributes.sorted { $0.key < $1.key }
            .map { " \($0.key)=\(String(decoding: $0.value, as: UTF8.self))" }.joined() + (isEmpty ? "/" : "")
        }
      }
    }
    #expect(read("a < b <!-- <p> -- > --><g/><!---- <!--") == ["g/"])
    #expect(read("<g x=\"1\" y-z=\">\"/></g>") == ["g x=1 y-z=>/", "/g"])
    #expect(read("<g x=1 'y' =\"\" z>") == ["g"])
    #expect(read("<g x=\"1") == ["g"])
    #expect(read("<g") == ["g"])
    #expect(read("<<g><>") == ["g"])
    #expect(read("</") == ["/"])
  }
}
