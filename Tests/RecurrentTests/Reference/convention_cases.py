"""Writes ConventionCases.swift: packed tensors of seven frameworks' layers, and the states they give.

Run: python3 convention_cases.py > ../ConventionCases.swift        (Python 3.11, torch 2.15.0, keras 3.15.1,
onnx 1.23.2, onnxruntime 1.31.1, flax 0.12.8, tensorflow 2.21.0, tf_keras 2.21.0)

Each layer is built by its framework; its tensors keep the names and shapes the framework gave them and are filled with
random numbers, rounded to three decimals, as are the inputs and initial states. Float32, I = 3, H = 4, 5 steps.
"""

import os

os.environ["KERAS_BACKEND"] = "jax"
os.environ["TF_USE_LEGACY_KERAS"] = "1"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import flax
import flax.linen
import jax
import keras
import numpy as np
import onnx
import onnxruntime
import tensorflow as tf
import torch
from onnx import TensorProto, helper

random = np.random.default_rng(22)
INPUTS, UNITS, STEPS = 3, 4, 5


def draw(shape, size=1.0):
    return np.round(random.uniform(-size, size, shape), 3).astype(np.float32)


def by_torch(layer, x, states):
    module = layer(INPUTS, UNITS)
    tensors = {name: draw(tuple(p.shape)) for name, p in module.named_parameters()}
    module.load_state_dict({name: torch.tensor(v) for name, v in tensors.items()})
    initial = [torch.tensor(s)[None, None] for s in states]
    with torch.no_grad():
        y, _ = module(torch.tensor(x)[:, None], tuple(initial) if len(initial) > 1 else initial[0])
    return tensors, y[:, 0].numpy()


def by_keras(layer, x, states):
    layer.build((1, *x.shape))
    tensors = {v.name: draw(v.shape) for v in layer.weights if "seed" not in v.name}
    layer.set_weights(list(tensors.values()))
    y = layer(x[None], initial_state=[s[None] for s in states] if len(states) > 1 else states[0][None])
    return tensors, np.asarray(y[0])


def by_onnx(operator, gates, x, states, peepholes=0, **attributes):
    shapes = {"W": (1, gates * UNITS, INPUTS), "R": (1, gates * UNITS, UNITS), "B": (1, 2 * gates * UNITS)}
    if peepholes:
        shapes["P"] = (1, peepholes * UNITS)
    tensors = {name: draw(shape) for name, shape in shapes.items()}
    feeds = {"X": x[:, None], "W": tensors["W"], "R": tensors["R"], "B": tensors["B"], "H0": states[0][None, None]}
    names = ["X", "W", "R", "B", "", "H0"]
    if len(states) > 1:
        feeds["C0"] = states[1][None, None]
        names.append("C0")
    if peepholes:
        feeds["P"] = tensors["P"]
        names.append("P")
    node = helper.make_node(operator, names, ["Y"], hidden_size=UNITS, **attributes)
    inputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, v.shape) for n, v in feeds.items()]
    graph = helper.make_graph([node], "cell", inputs, [helper.make_tensor_value_info("Y", TensorProto.FLOAT, None)])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return tensors, session.run(["Y"], feeds)[0][:, 0, 0]


def by_flax(x, states):
    cell = flax.linen.GRUCell(features=UNITS)
    tree = cell.init(jax.random.key(0), states[0], x[0])["params"]
    tree = jax.tree.map(lambda leaf: draw(leaf.shape), tree)
    tensors = {f"{layer}/{name}": leaf for layer, leaves in sorted(tree.items()) for name, leaf in sorted(leaves.items())}
    h, ys = states[0], []
    for row in x:
        h, y = cell.apply({"params": tree}, h, row)
        ys.append(np.asarray(y))
    return tensors, np.stack(ys)


def by_tensorflow1(x, states):
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        cell = tf.compat.v1.nn.rnn_cell.GRUCell(UNITS)
        h, ys = tf.constant(states[0][None]), []
        for row in x:
            y, h = cell(tf.constant(row[None]), h)
            ys.append(y[0])
        tensors = {}
        for variable in cell.weights:
            name = variable.name.removeprefix("gru_cell/").removesuffix(":0")
            tensors[name] = draw(variable.shape)
            variable.load(tensors[name], session)
        return tensors, session.run(tf.stack(ys))


def text(values):
    return "[" + ", ".join(np.format_float_positional(v, trim="0") for v in np.ravel(values)) + "]"


def rows(array):
    return "[\n" + "".join(f"        {text(row)},\n" for row in array) + "      ]"


def case(convention, run, *arguments, states=1, **options):
    x, initial = draw((STEPS, INPUTS), 2.0), [draw(UNITS) for _ in range(states)]
    tensors, y = run(*arguments, x, initial, **options)
    print(f"    ConventionCase(\n      convention: {convention},\n      tensors: [")
    for name, value in tensors.items():
        print(f'        PackedTensor(name: "{name}", shape: {list(value.shape)},')
        print(f"          values: {text(value)}),")
    print(f"      ],\n      x: {rows(x)},\n      initial: {rows(initial)},\n      states: {rows(y)}),")


print("// swift-format-ignore-file")
print("// Written by Reference/convention_cases.py with", ", ".join([f"torch {torch.__version__}", f"keras {keras.__version__}",
      f"onnxruntime {onnxruntime.__version__}", f"flax {flax.__version__}"]) + ",")
print(f"// tensorflow {tf.__version__}; not by hand.")
print("""
import Recurrent

/// A framework's layer: its tensors as it names and shapes them, a sequence, the initial states (h, or h and c)
/// and the hidden state after each step.
struct ConventionCase<Convention: Sendable>: Sendable {
  let convention: Convention
  let tensors: [PackedTensor<Float>]
  let x: [[Float]]
  let initial: [[Float]]
  let states: [[Float]]
}

enum ConventionCases {
  static let gru: [ConventionCase<GRUConvention>] = [""")
case(".pyTorch", by_torch, torch.nn.GRU)
for after in [True, False]:
    layer = keras.layers.GRU(UNITS, reset_after=after, return_sequences=True)
    case(f".keras(resetAfter: {str(after).lower()})", by_keras, layer)
for after in [0, 1]:
    name = f".onnx(linearBeforeReset: {'true' if after else 'false'})"
    case(name, by_onnx, "GRU", 3, linear_before_reset=after)
case(".flax", by_flax)
case(".tensorFlow1", by_tensorflow1)
print("  ]\n\n  static let lstm: [ConventionCase<LSTMConvention>] = [")
case(".pyTorch", by_torch, torch.nn.LSTM, states=2)
case(".keras", by_keras, keras.layers.LSTM(UNITS, return_sequences=True), states=2)
case(".onnx", by_onnx, "LSTM", 4, states=2)
case(".onnx", by_onnx, "LSTM", 4, states=2, peepholes=3)
print("  ]\n}")
