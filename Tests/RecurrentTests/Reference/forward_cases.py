"""Writes ForwardCases.swift: states of GRUs and RNNs with random weights, from onnxruntime.

Run: python3 forward_cases.py > ../ForwardCases.swift        (Python 3.11, onnx 1.22.0, onnxruntime 1.31.1)

Weights, biases, inputs and initial states are all random and non-zero, rounded to three decimals. The tensors
stand in ONNX's packing: W (gates·H, I), R (gates·H, H), B = [Wb, Rb]; the gates of a GRU in the order z, r, h.
The script also runs onnx's own reference evaluator and stops if the two disagree by more than 1e-6.
"""

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

random = np.random.default_rng(20)


def draw(*shape, size=1.0):
    return np.round(random.uniform(-size, size, shape), 3).astype(np.float32)


def states(operator, x, w, r, b, h0, **attributes):
    names = ["X", "W", "R", "B", "", "H0"]
    feeds = {"X": x, "W": w[None], "R": r[None], "B": b[None], "H0": h0[None]}
    node = helper.make_node(operator, names, ["Y", "Y_h"], hidden_size=r.shape[1], **attributes)
    inputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, v.shape) for n, v in feeds.items()]
    output = helper.make_tensor_value_info("Y", TensorProto.FLOAT, None)
    graph = helper.make_graph([node], "cell", inputs, [output])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    runtime = session.run(["Y"], feeds)[0]
    reference = ReferenceEvaluator(model).run(["Y"], feeds)[0]
    assert np.abs(runtime - reference).max() < 1e-6, np.abs(runtime - reference).max()
    return runtime[:, 0]  # steps, batch, units


def text(array, indent):
    if array.ndim == 1:
        return "[" + ", ".join(np.format_float_positional(v, trim="0") for v in array) + "]"
    pad = " " * indent
    inner = "".join(f"{pad}  {text(a, indent + 2)},\n" for a in array)
    return f"[\n{inner}{pad}]"


def case(operator, inputs, units, steps, batch, **attributes):
    gates = 3 if operator == "GRU" else 1
    w, r = draw(gates * units, inputs), draw(gates * units, units)
    b, x, h0 = draw(2 * gates * units), draw(steps, batch, inputs, size=2.0), draw(batch, units)
    y = states(operator, x, w, r, b, h0, **attributes)
    print("    ForwardCase(")
    print(f"      linearBeforeReset: {'true' if attributes.get('linear_before_reset') else 'false'},")
    for name, value in [("w", w), ("r", r), ("b", b), ("x", x.swapaxes(0, 1)), ("h0", h0)]:
        print(f"      {name}: {text(value, 6)},")
    print(f"      states: {text(y.swapaxes(0, 1), 6)}),")


print("// swift-format-ignore-file")
print(f"// Written by Reference/forward_cases.py with onnx {onnx.__version__} and onnxruntime", end=" ")
print(f"{onnxruntime.__version__}; not by hand.")
print("""
/// A cell in ONNX's packing, a batch of sequences, and the states after each step: [sequence][step][unit].
struct ForwardCase: Sendable {
  let linearBeforeReset: Bool
  let w: [[Float]]
  let r: [[Float]]
  let b: [Float]
  let x: [[[Float]]]
  let h0: [[Float]]
  let states: [[[Float]]]
}

enum ForwardCases {
  static let gru: [ForwardCase] = [""")
for placement in [0, 1]:
    case("GRU", 3, 4, 5, 2, linear_before_reset=placement)
    case("GRU", 1, 1, 4, 1, linear_before_reset=placement)
    case("GRU", 2, 5, 6, 3, linear_before_reset=placement)
print("  ]\n\n  static let rnn: [ForwardCase] = [")
case("RNN", 3, 4, 5, 2)
case("RNN", 1, 1, 4, 1)
print("  ]\n}")
