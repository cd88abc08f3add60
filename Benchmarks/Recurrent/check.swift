import Foundation
import Recurrent

/// What went wrong with the files of a check.
struct CheckError: Error, CustomStringConvertible {
  let description: String
}

/// Computes what `Peers/agreement.py` has written into a folder, and puts the states and the gradients beside it.
func check(_ folder: String, _ threads: Threads) throws {
  let url = URL(fileURLWithPath: folder)
  let given = try TensorFile(reading: [UInt8](Data(contentsOf: url.appending(path: "given.safetensors"))))
  func tensor(_ name: String) throws -> StoredTensor {
    guard let tensor = given[name] else { throw CheckError(description: "given.safetensors has no \(name)") }
    return tensor
  }
  let names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]
  let packed = try names.map { name in
    let tensor = try tensor(name)
    return PackedTensor(name: name, shape: tensor.shape, values: try tensor.floats())
  }
  let layer = RecurrentLayer(try GRUCell(packed, packedAs: .pyTorch))

  func save(_ tensors: [StoredTensor], as task: String) throws {
    let file = url.appending(path: "Recurrent, \(task), layer.safetensors")
    try Data(TensorFile(tensors).encoded).write(to: file)
  }
  let inputs = try tensor("inputs")
  let alone = try layer.run(
    try sequences(inputs.floats(), steps: inputs.shape[0], count: 1), threads: threads)
  let states = alone.states.sequences[0]
  try save(
    [
      try StoredTensor(
        name: "states", shape: [states.count, layer.hiddenSize], floats: states.flatMap { Array($0) })
    ], as: "forward")

  let batch = try tensor("batch")
  let run = try layer.run(
    try sequences(batch.floats(), steps: batch.shape[0], count: batch.shape[1]), threads: threads)
  let final = run.final
  let loss = final.map { $0.dot($0) }.reduce(0, +) / Float(final.count * layer.hiddenSize)
  let gradient = try gradientOfMeanSquare(layer, run)
  let gradients = try gradient.packed(as: .pyTorch).map {
    try StoredTensor(name: $0.name, shape: $0.shape, floats: $0.values)
  }
  try save([try StoredTensor(name: "loss", shape: [], floats: [loss])] + gradients, as: "training")
}

/// Sequences out of numbers that lie step by step.
private func sequences(_ numbers: [Float], steps: Int, count: Int) throws -> SequenceBatch<Float> {
  let features = numbers.count / (steps * count)
  return try SequenceBatch(
    (0..<count).map { b in
      (0..<steps).map { t in
        Vector(numbers[((t * count + b) * features)..<((t * count + b + 1) * features)])
      }
    })
}
