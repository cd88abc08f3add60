"""Writes layers.safetensors: whole recurrent layers with random weights, by PyTorch, Keras and onnxruntime.

Run: python3 layer_cases.py        (Python 3.11, torch 2.15.0, keras 3.15.1 on tensorflow 2.21.0, onnx 1.22.0,
onnxruntime 1.31.1, numpy 2.4.6, safetensors 0.8.0)

B sequences of up to T steps, I inputs, H units, L layers, D directions. Every tensor is named CASE/..., and

    weights/...          the weights with the framework's own names, shapes and packing
    x                    (B, T, I); past a sequence's length it holds numbers that must not matter
    h0, c0               (L·D, B, H), the initial states; both directions of a layer stand together
    y                    (B, T, D·H), the outputs of the last layer in the order of time, forward beside reverse;
                         0 past a sequence's length
    h, c                 (L·D, B, H), the states at the end; a reverse direction ends at the first step
    loss/y, loss/h, ...  what the loss weighs y, h and c with: L = Σ loss/y · y + Σ loss/h · h + Σ loss/c · c
    gradient/...         ∂L/∂ the weights, x, h0 and c0, under their names

The last two are there where the framework differentiates: in PyTorch (autograd) and Keras (GradientTape), in the
cases of float64. Keras names a weight after its layer: layer1/backward_gru/gru_cell/kernel. onnxruntime runs a model
of one node a layer, whose tensors are in layer0/, layer1/. Everything that is drawn is random, non-zero and rounded
to float16, which holds it exactly; so it is stored. Keras gives the outputs of a reverse layer in the order of its
steps; they are turned here.
"""

import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
import keras
import numpy as np
import onnxruntime
import tensorflow as tf
import torch
from onnx import TensorProto, helper
from tensor_file import save

target = pathlib.Path(__file__).parent.parent / "Fixtures/layers.safetensors"
random = np.random.default_rng(23)
tensors, remarks = {}, {}
GATES = {"rnn": 1, "gru before": 3, "gru after": 3, "lstm": 4, "lstm peepholes": 4}


def draw(*shape, size=1.0):
    """Numbers of float16, none of them 0."""
    values = random.uniform(0.02, 1, shape) * random.choice([-size, size], shape)
    return values.astype(np.float16)


class Problem:
    """What every framework is given: a kind of layer, its sizes, and random numbers for all but its weights."""

    def __init__(self, cell, direction, layers, sizes, lengths=None, dtype=np.float64):
        batch, steps, self.inputs, self.units = sizes
        self.cell, self.direction, self.layers, self.dtype = cell, direction, layers, dtype
        self.directions = 2 if direction == "bidirectional" else 1
        self.lengths = lengths or [steps] * batch
        assert len(self.lengths) == batch and max(self.lengths) == steps
        self.is_ragged = lengths is not None
        self.mask = np.arange(steps) < np.array(self.lengths)[:, None]
        names = ["h", "c"] if "lstm" in cell else ["h"]
        states = (layers * self.directions, batch, self.units)
        self.x = draw(batch, steps, self.inputs, size=2.0)
        self.initial = [draw(*states) for _ in names]
        self.loss = {"y": draw(batch, steps, self.directions * self.units)} | {name: draw(*states) for name in names}

    def weight(self, shape):
        return draw(*shape, size=min(1, 2 / self.units**0.5))

    def layer_inputs(self, layer):
        return self.inputs if layer == 0 else self.directions * self.units

    def store(self, name, framework, weights, y, final, gradient=None):
        """Gradients: of the weights by name, of x, and of each initial state."""
        assert np.all(np.asarray(y)[~self.mask] == 0), name
        states = ["h", "c"][: len(final)]
        stored = {"x": self.x, "y": y} | {f"{s}0": v for s, v in zip(states, self.initial)} | dict(zip(states, final))
        stored |= {f"weights/{k}": v for k, v in weights.items()}
        if gradient:
            by_weights, by_x, by_initial = gradient
            assert np.all(np.asarray(by_x)[~self.mask] == 0), name
            stored |= {f"loss/{k}": v for k, v in self.loss.items()}
            stored |= {f"gradient/weights/{k}": v for k, v in by_weights.items()}
            stored |= {"gradient/x": by_x} | {f"gradient/{s}0": v for s, v in zip(states, by_initial)}
        for key, value in stored.items():
            value = np.asarray(value)
            assert np.all(np.isfinite(value)), (name, key)
            tensors[f"{name}/{key}"] = value if value.dtype == np.float16 else value.astype(self.dtype)
        for key, value in {
            "framework": framework,
            "cell": self.cell,
            "direction": self.direction,
            "layers": self.layers,
            "lengths": " ".join(map(str, self.lengths)),
            "type": np.dtype(self.dtype).name,
        }.items():
            remarks[f"{name}/{key}"] = str(value)


def by_torch(name, cell, layers, direction, *arguments, gradient=True, **options):
    problem = Problem(cell, direction, layers, *arguments, **options)
    module = {"rnn": torch.nn.RNN, "gru after": torch.nn.GRU, "lstm": torch.nn.LSTM}[cell](
        problem.inputs, problem.units, num_layers=layers, bidirectional=direction == "bidirectional", batch_first=True
    ).to(torch.float64 if problem.dtype == np.float64 else torch.float32)
    weights = {key: problem.weight(value.shape) for key, value in module.named_parameters()}
    module.load_state_dict({key: torch.tensor(value) for key, value in weights.items()})

    def leaf(array):
        return torch.tensor(array.astype(problem.dtype), requires_grad=gradient)

    x, initial = leaf(problem.x), [leaf(s) for s in problem.initial]
    states = tuple(initial) if cell == "lstm" else initial[0]
    if problem.is_ragged:
        packed = torch.nn.utils.rnn.pack_padded_sequence(x, problem.lengths, batch_first=True, enforce_sorted=False)
        y, final = module(packed, states)
        y, _ = torch.nn.utils.rnn.pad_packed_sequence(y, batch_first=True)
    else:
        y, final = module(x, states)
    final = list(final) if cell == "lstm" else [final]
    found = None
    if gradient:
        sum((torch.tensor(w) * v).sum() for w, v in zip(problem.loss.values(), [y, *final])).backward()
        by_weights = {key: value.grad for key, value in module.named_parameters()}
        found = (by_weights, x.grad, [s.grad for s in initial])
    version = torch.__version__.split("+")[0]
    problem.store(name, f"torch {version}", weights, y.detach(), [s.detach() for s in final], found)


def by_keras(name, cell, layers, direction, *arguments, **options):
    problem = Problem(cell, direction, layers, *arguments, **options)
    kinds = {"rnn": keras.layers.SimpleRNN, "lstm": keras.layers.LSTM}
    settings = dict(return_sequences=True, return_state=True, zero_output_for_mask=True, dtype="float64")
    if cell.startswith("gru"):
        settings["reset_after"] = cell == "gru after"
    stack, weights = [], {}
    for k in range(layers):
        kind, inside = kinds.get(cell, keras.layers.GRU), "layer%d" % k
        if direction == "bidirectional":
            layer = keras.layers.Bidirectional(kind(problem.units, **settings), name=inside, dtype="float64")
        else:
            layer = kind(problem.units, go_backwards=direction == "reverse", name=inside, **settings)
        layer.build((None, None, problem.layer_inputs(k)))
        for variable in layer.trainable_variables:
            assert variable.path not in weights
            weights[variable.path] = problem.weight(variable.shape)
            variable.assign(weights[variable.path])
        stack.append(layer)

    x = tf.constant(problem.x, tf.float64)
    initial = [tf.constant(s, tf.float64) for s in problem.initial]
    with tf.GradientTape() as tape:
        tape.watch([x, *initial])
        y, ends = x, []
        for k, layer in enumerate(stack):
            places = range(k * problem.directions, (k + 1) * problem.directions)
            start = [s[place] for place in places for s in initial]
            y, *states = layer(y, initial_state=start, mask=tf.constant(problem.mask) if problem.is_ragged else None)
            ends += [states[i : i + len(initial)] for i in range(0, len(states), len(initial))]
            if direction == "reverse":
                y = tf.reverse(y, [1])
        final = [tf.stack(s) for s in zip(*ends)]
        loss = sum(tf.reduce_sum(tf.constant(w, tf.float64) * v) for w, v in zip(problem.loss.values(), [y, *final]))
    variables = {v.path: v.value for layer in stack for v in layer.trainable_variables}
    by_weights, by_x, by_initial = tape.gradient(loss, [variables, x, initial])
    framework = f"keras {keras.__version__} on tensorflow {tf.__version__}"
    problem.store(name, framework, weights, y, final, (by_weights, by_x, by_initial))


def by_onnx(name, cell, layers, direction, *arguments, **options):
    problem = Problem(cell, direction, layers, *arguments, dtype=np.float32, **options)
    gates, units, directions = GATES[cell], problem.units, problem.directions
    attributes = {"linear_before_reset": int(cell == "gru after")} if cell.startswith("gru") else {}
    y, weights, ends = problem.x.astype(np.float32).swapaxes(0, 1), {}, []
    for k in range(layers):
        shapes = {
            "W": (directions, gates * units, problem.layer_inputs(k)),
            "R": (directions, gates * units, units),
            "B": (directions, 2 * gates * units),
        }
        if cell == "lstm peepholes":
            shapes["P"] = (directions, 3 * units)
        drawn = {key: problem.weight(shape) for key, shape in shapes.items()}
        weights |= {f"layer{k}/{key}": value for key, value in drawn.items()}
        feeds = {"X": y} | {key: value.astype(np.float32) for key, value in drawn.items()}
        feeds["sequence_lens"] = np.array(problem.lengths, np.int32)
        for s, state in zip("hc", problem.initial):
            feeds[f"initial_{s}"] = state[k * directions : (k + 1) * directions].astype(np.float32)
        slots = ["X", "W", "R", "B", "sequence_lens", "initial_h", "initial_c", "P"]
        names = [slot if slot in feeds else "" for slot in slots[: 8 if "lstm" in cell else 6]]
        outputs = ["Y", "Y_h", "Y_c"][: 1 + len(problem.initial)]
        node = helper.make_node(
            cell.split()[0].upper(), names, outputs, hidden_size=units, direction=direction, **attributes
        )
        types = {np.dtype(np.float32): TensorProto.FLOAT, np.dtype(np.int32): TensorProto.INT32}
        inputs = [helper.make_tensor_value_info(key, types[v.dtype], v.shape) for key, v in feeds.items()]
        results = [helper.make_tensor_value_info(key, TensorProto.FLOAT, None) for key in outputs]
        graph = helper.make_graph([node], "layer", inputs, results)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
        session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
        y, *states = session.run(outputs, feeds)
        ends.append(states)
        # (T, D, B, H) to (T, B, D·H)
        y = y.swapaxes(1, 2).reshape(y.shape[0], y.shape[2], -1)
    final = [np.concatenate(s) for s in zip(*ends)]
    problem.store(name, f"onnxruntime {onnxruntime.__version__}", weights, y.swapaxes(0, 1), final)


for cell in ["rnn", "gru after", "lstm"]:
    short = f"torch {cell}"
    by_torch(f"{short} forward", cell, 1, "forward", (4, 12, 2, 3))
    by_torch(f"{short} bidirectional", cell, 1, "bidirectional", (2, 5, 4, 3))
    by_torch(f"{short} two layers", cell, 2, "forward", (3, 9, 5, 4))
    by_torch(f"{short} two layers bidirectional", cell, 2, "bidirectional", (4, 6, 2, 3))
    by_torch(f"{short} ragged", cell, 1, "forward", (5, 8, 3, 4), [3, 8, 1, 5, 8])
    by_torch(f"{short} ragged two layers bidirectional", cell, 2, "bidirectional", (4, 7, 5, 3), [6, 2, 7, 1])
by_torch("torch gru after long", "gru after", 1, "forward", (3, 200, 4, 16))
by_torch("torch lstm long", "lstm", 1, "forward", (3, 200, 4, 16), gradient=False, dtype=np.float32)

for cell in ["rnn", "gru before", "gru after", "lstm"]:
    short = f"keras {cell}"
    by_keras(f"{short} forward", cell, 1, "forward", (2, 40, 4, 3))
    by_keras(f"{short} reverse", cell, 1, "reverse", (3, 6, 2, 4))
    by_keras(f"{short} ragged reverse", cell, 1, "reverse", (4, 7, 3, 2), [7, 1, 4, 6])
    by_keras(f"{short} bidirectional", cell, 1, "bidirectional", (2, 5, 4, 3))
    by_keras(f"{short} ragged two layers bidirectional", cell, 2, "bidirectional", (4, 7, 5, 3), [5, 7, 1, 3])

for cell in GATES:
    short = f"onnx {cell}"
    by_onnx(f"{short} forward", cell, 1, "forward", (2, 30, 3, 5))
    by_onnx(f"{short} two layers reverse", cell, 2, "reverse", (3, 6, 2, 4))
    by_onnx(f"{short} ragged bidirectional", cell, 1, "bidirectional", (4, 9, 3, 5), [4, 9, 1, 7])
    by_onnx(f"{short} ragged two layers bidirectional", cell, 2, "bidirectional", (3, 8, 4, 5), [8, 2, 5])
    by_onnx(f"{short} ragged reverse", cell, 1, "reverse", (5, 7, 4, 3), [2, 7, 5, 1, 7])

save(target, tensors, remarks)
kinds = {remarks[key] for key in remarks if key.endswith("/framework")}
print(f"{target.name}: {len(remarks) // 6} cases, {len(tensors)} tensors, {target.stat().st_size} bytes; {kinds}")
