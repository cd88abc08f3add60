import CommonMark
import Testing

@testable import Notebook

@Suite struct FenceTests {
  private func fence(_ text: String) -> Fence? {
    let document = Document(parsing: text)
    return document.nodes.lazy.compactMap { Fence(of: $0, in: document) }.first
  }

  @Test(arguments: [
    "```swift\n1\n```\n", "```swift\n```", "~~~swift\n1\n~~~~~  \n", "  ```swift\n  1\n   ```\n",
    "```swift\r\n1\r\n```\r\n",
    "- ```swift\n  1\n  ```\n", "> ```swift\n> 1\n>```\n", "````swift\n```\n````\n",
    "- > ~~~swift\n  > ~~~\n",
    "```swift\n```swift\n```\n", "````\n```\n````\n", "~~~\n~~\n~~~\n",
    "```swift\n\n\n```\n", "```swift\n```\n\n```\n",
  ])
  func closed(text: String) throws {
    #expect(try #require(self.fence(text)).isClosed)
  }

  @Test(arguments: [
    "```swift\n1\n", "```swift", "```swift\n", "```swift\n1\n``\n", "```swift\n1\n~~~\n",
    "````swift\n1\n```\n",
    "- ```swift\n  1\n\n- next\n  ```", "> ```swift\n> 1\n\n```\n", "> ```swift\n```\n",
    "```swift\n1\n``` end\n",
    "- ```swift\n  1\n```\n", "> ```swift\n> 1\ntext ```\n", "```swift\n1\n    ```\n",
  ])
  func open(text: String) throws {
    let fence = try #require(self.fence(text))
    #expect(!fence.isClosed)
  }

  @Test func indentedCodeHasNoFence() {
    #expect(fence("    ```swift\n    1\n") == nil)
    #expect(fence("-     ```\n\n      ```\n") == nil)
    #expect(fence("    ```swift hidden\n\ntext\n") == nil)
    #expect(fence("-     ~~~\n\n\n  text\n") == nil)
    #expect(fence("    ````\n\n\n") == nil)
    #expect(fence("text\n") == nil)
  }

  @Test func wordsStandAtTheirColumn() throws {
    let fence = try #require(self.fence("> - ````  swift \t id=é x\n>   ````\n"))
    #expect(fence.words == " \t id=é x")
    #expect(fence.wordsColumn == 16)
  }
}
