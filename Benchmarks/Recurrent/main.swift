// What `Benchmarks/run` times of Recurrent, one task a call:
//
//     recurrent-benchmark forward  --hidden H               µs of a step: GRU, batch 1, 16 inputs, 1,000 steps
//     recurrent-benchmark training --hidden H --steps T     a step's forward and backward pass: batch 32, 16 inputs
//     recurrent-benchmark sine | review                     whole jobs; what counts is the time of the process
//     recurrent-benchmark check FOLDER                      what `Peers/agreement.py` asks for
//     recurrent-benchmark memory   --hidden H --steps T     bytes that a training step needs
//
// Each prints a line of JSON, as the peers do.

import Foundation
import Recurrent

let arguments = Array(CommandLine.arguments.dropFirst())
let threads = Threads(option("--threads") ?? 2)

func option(_ name: String) -> Int? {
  guard let i = arguments.firstIndex(of: name), i + 1 < arguments.count else { return nil }
  return Int(arguments[i + 1])
}

func printResult(_ task: String, hidden: Int? = nil, steps: Int? = nil, _ figures: [(String, Double)]) {
  var fields = ["\"peer\": \"Recurrent\"", "\"version\": \"of this checkout\"", "\"task\": \"\(task)\""]
  if let hidden { fields.append("\"hidden\": \(hidden)") }
  if let steps { fields.append("\"steps\": \(steps)") }
  fields += figures.map { "\"\($0)\": \($1)" }
  print("{\(fields.joined(separator: ", "))}")
}

do {
  switch arguments.first {
  case "forward":
    let hidden = option("--hidden") ?? 64
    printResult("forward", hidden: hidden, [("seconds", try forwardStep(hidden: hidden, threads))])
  case "training":
    let (hidden, steps) = (option("--hidden") ?? 64, option("--steps") ?? 50)
    let seconds = try trainingStep(hidden: hidden, steps: steps, threads)
    printResult("training", hidden: hidden, steps: steps, [("seconds", seconds)])
  case "sine": printResult("sine", [("loss", try learnSine(threads))])
  case "review": printResult("review", [("loss", try learnReviews(threads))])
  case "check":
    try check(arguments.count > 1 ? arguments[1] : ".", threads)
    printResult("check", [])
  case "memory":
    let (hidden, steps) = (option("--hidden") ?? 256, option("--steps") ?? 200)
    let (used, needed) = try trainingMemory(hidden: hidden, steps: steps, threads)
    printResult("memory", hidden: hidden, steps: steps, [("bytes", used), ("needed", needed)])
  default:
    print(
      "usage: recurrent-benchmark forward|training|sine|review|check|memory [--hidden H] [--steps T] [--threads N]"
    )
  }
} catch {
  print("error: \(error)")
  exit(1)
}
