import Foundation

/// Closes the objects that the compiler's dump leaves open, such as the type of
/// `typealias Activation = @Sendable (Float) -> Float`.
///
/// To the compiler the elements of the list around such an object are then members of it, without a name; the
/// end of the list still stands.
func closingObjects(in data: Data) -> Data {
  let dump = Array(data)
  let namelessMember = Array(#","":"#.utf8)
  var closed: [UInt8] = []
  closed.reserveCapacity(dump.count)
  var open: [UInt8] = []
  var isInString = false
  var index = 0
  func closeObjects() {
    while open.last == UInt8(ascii: "{") {
      closed.append(UInt8(ascii: "}"))
      open.removeLast()
    }
  }
  while index < dump.count {
    let byte = dump[index]
    if isInString, byte == UInt8(ascii: #"\"#), index + 1 < dump.count {
      closed.append(byte)
      index += 1
    } else if byte == UInt8(ascii: "\"") {
      isInString.toggle()
    } else if !isInString {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
      case UInt8(ascii: "}"): _ = open.popLast()
      case UInt8(ascii: "]"):
        closeObjects()
        _ = open.popLast()
      case UInt8(ascii: ",") where dump[index...].starts(with: namelessMember):
        closeObjects()
        closed.append(byte)
        index += namelessMember.count
        continue
      default: break
      }
    }
    closed.append(dump[index])
    index += 1
  }
  return Data(closed)
}
