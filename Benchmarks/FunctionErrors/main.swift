// The largest errors of the Float functions of Recurrent, over all floats: for log those from 0 on, for sigmoid
// those down to −88.72, where it becomes 0.
//
// Run: swiftc -O -wmo -swift-version 6 $(find Sources/Recurrent -name "*.swift") Benchmarks/FunctionErrors/main.swift \
//        -o .build-function-errors && ./.build-function-errors
//
// The reference is the C library's function on Double, whose own error is below 2⁻²⁸ of a Float's ulp. An
// error is counted in ulps of the reference rounded to Float. Each line also gives the number of neighbouring
// floats between which the function falls where it ought not to, and of values outside its range.
// Takes about ten minutes on two cores.

import Foundation

/// What was met over a stretch of floats.
struct Tally {
  var worst = 0.0
  var worstAt: Float = 0
  var falls = 0
  var outside = 0
}

func measure<F, R>(
  _ bits: ClosedRange<UInt32>, negative: Bool, in range: ClosedRange<Float>, _ function: F, _ reference: R
) -> Tally where F: Fn, R: Fn, F.Number == Float, R.Number == Double {
  var tally = Tally()
  var last: Float = negative ? .infinity : -.infinity
  for pattern in bits {
    let x = Float(bitPattern: pattern | (negative ? 1 << 31 : 0))
    let value = function.call(x)
    let exact = reference.call(Double(x))
    let rounded = Float(exact)
    if value != rounded {
      let unit = rounded.isInfinite ? Double(Float.greatestFiniteMagnitude.ulp) : Double(rounded.ulp)
      let error = Foundation.fabs(Double(value) - exact) / unit
      if !(error <= tally.worst) { (tally.worst, tally.worstAt) = (error, x) }
    } else if rounded.isFinite {
      let error = Foundation.fabs(Double(value) - exact) / Double(rounded.ulp)
      if error > tally.worst { (tally.worst, tally.worstAt) = (error, x) }
    }
    if negative ? value > last : value < last { tally.falls += 1 }
    if !range.contains(value) { tally.outside += 1 }
    last = value
  }
  return tally
}

protocol Fn: Sendable {
  associatedtype Number
  func call(_ x: Number) -> Number
}

struct Exp: Fn { func call(_ x: Float) -> Float { Float.exp(x) } }
struct Tanh: Fn { func call(_ x: Float) -> Float { Float.tanh(x) } }
struct Sigmoid: Fn { func call(_ x: Float) -> Float { Float.sigmoid(x) } }
struct Log: Fn { func call(_ x: Float) -> Float { Float.log(x) } }
struct ReferenceExp: Fn { func call(_ x: Double) -> Double { Foundation.exp(x) } }
struct ReferenceTanh: Fn { func call(_ x: Double) -> Double { Foundation.tanh(x) } }
struct ReferenceSigmoid: Fn { func call(_ x: Double) -> Double { 1 / (1 + Foundation.exp(-x)) } }
struct ReferenceLog: Fn { func call(_ x: Double) -> Double { Foundation.log(x) } }

func report(_ name: String, _ tally: Tally) {
  print("\(name): \(tally.worst) ulp at \(tally.worstAt), \(tally.falls) falls, \(tally.outside) outside")
}

func sweep<F, R>(
  _ name: String, _ f: F, _ r: R, in range: ClosedRange<Float>, negativeTo end: Float = -.infinity
)
where F: Fn, R: Fn, F.Number == Float, R.Number == Double {
  let infinity = Float.infinity.bitPattern
  report("\(name), x ≥ 0", measure(0...infinity, negative: false, in: range, f, r))
  guard end < 0 else { return }
  report("\(name), \(end) ≤ x ≤ 0", measure(0...end.magnitude.bitPattern, negative: true, in: range, f, r))
}

/// Answers lines of a function's name and the bit pattern of a Double.
func answer() {
  while let line = readLine() {
    let words = line.split(separator: " ")
    guard words.count == 2, let bits = UInt64(words[1]) else { continue }
    let x = Double(bitPattern: bits)
    let value =
      switch words[0] {
      case "exp": Double.exp(x)
      case "tanh": Double.tanh(x)
      case "sigmoid": Double.sigmoid(x)
      default: Double.log(x)
      }
    print(value.bitPattern)
  }
}

if CommandLine.arguments.contains("double") {
  answer()
  exit(0)
}

DispatchQueue.concurrentPerform(iterations: 4) { subject in
  switch subject {
  case 0: sweep("exp", Exp(), ReferenceExp(), in: 0...(.infinity))
  case 1: sweep("tanh", Tanh(), ReferenceTanh(), in: -1...1)
  case 2: sweep("sigmoid", Sigmoid(), ReferenceSigmoid(), in: 0...1, negativeTo: -88.722832)
  default: sweep("log", Log(), ReferenceLog(), in: -(.infinity)...(.infinity), negativeTo: 0)
  }
}
