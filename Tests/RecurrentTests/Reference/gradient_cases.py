"""Writes GradientCases.swift: states and gradients of cells with random weights, by other people's autograd.

Run: python3 gradient_cases.py > ../GradientCases.swift        (Python 3.11, torch 2.15.0,
tensorflow 2.21.0, tf_keras 2.21.0)

Everything is float64. Weights, inputs, initial states and the loss's weights dh (and dc) are random, non-zero and
rounded to three decimals; the loss is the sum of dh * h over all steps, plus dc * c of the last step. The cells are

    rnn, gru after, lstm        torch.nn.RNN, GRU and LSTM
    gru before, peepholes       TensorFlow 1's GRUCell and LSTMCell, which tf_keras keeps
    mgu, mingru                 written here from their papers' equations, and differentiated by torch

All tensors are put into one order: GRU z, r, n; LSTM i, f, g, o; one bias, and b_hn where there is one.
"""

import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_USE_LEGACY_KERAS"] = "1"
import numpy as np
import tensorflow as tf
import torch

torch.set_default_dtype(torch.float64)
random = np.random.default_rng(21)


def draw(*shape, size=1.0):
    return np.round(random.uniform(-size, size, shape), 3)


def leaf(array):
    return torch.tensor(array, requires_grad=True)


def reordered(array, order):
    """The blocks of rows of a tensor, in another order."""
    blocks = np.split(np.asarray(array), len(order))
    return np.concatenate([blocks[k] for k in order])


def by_torch(layer, order, x, h0, c0, w, r, b):
    """w, r, b in our order; b's last block, if there is one more than gates, is b_hn."""
    back = list(np.argsort(order))
    gates, units = len(order), r.shape[1]
    module = layer(w.shape[1], units)
    inputs = [reordered(w, back), reordered(r, back), reordered(b[: gates * units], back), np.zeros(gates * units)]
    if len(b) > gates * units:
        inputs[3][-units:] = b[gates * units :]
    with torch.no_grad():
        for parameter, value in zip(module.parameters(), inputs):
            parameter.copy_(torch.tensor(value))
    x, h0 = leaf(x[:, None]), leaf(h0[None, None])
    c0 = leaf(c0[None, None]) if c0 is not None else None
    y, last = module(x, (h0, c0) if c0 is not None else h0)

    def gradients():
        gw, gr, gb, gb2 = [p.grad.numpy() for p in module.parameters()]
        gb = reordered(gb, order)
        if len(b) > gates * units:
            gb = np.concatenate([gb, gb2[-units:]])
        return reordered(gw, order), reordered(gr, order), gb, x.grad[:, 0], h0.grad[0, 0], c0.grad[0, 0] if c0 is not None else None

    return y[:, 0], last[1][0, 0] if c0 is not None else None, gradients


def run_tensorflow(cell, x, state, dh, dc, values):
    """States and gradients, by variable name and by x and the states, of a cell of TensorFlow 1."""
    xs, first, states = tf.constant(x[:, None]), state, []
    for t in range(len(x)):
        y, state = cell(xs[t], state)
        states.append(y[0])
    loss = tf.reduce_sum(tf.stack(states) * dh)
    if dc is not None:
        loss += tf.reduce_sum(state[0] * dc)
    variables = {v.name.split("/", 1)[-1]: v for v in cell.weights}
    assert sorted(variables) == sorted(values), variables
    by_name = dict(zip(variables, tf.gradients(loss, list(variables.values()))))
    first = first if isinstance(first, tuple) else (first,)
    wanted = [tf.stack(states), by_name, tf.gradients(loss, xs)[0], tf.gradients(loss, list(first))]
    with tf.compat.v1.Session() as session:
        for name, value in values.items():
            variables[name].load(value, session)
        y, by_name, gx, gs = session.run(wanted)
    return y, by_name, gx[:, 0], [g[0] for g in gs]


def gru_by_tensorflow(x, h0, w, r, b, dh):
    """TensorFlow 1 packs r, z in the columns of one kernel, and n in another."""
    with tf.Graph().as_default():
        cell = tf.compat.v1.nn.rnn_cell.GRUCell(len(h0), dtype=tf.float64)
        z, rr, n = np.split(np.concatenate([w, r, b[:, None]], axis=1), 3)
        gates = np.concatenate([rr, z])
        values = {"gates/kernel:0": gates[:, :-1].T, "gates/bias:0": gates[:, -1]}
        values |= {"candidate/kernel:0": n[:, :-1].T, "candidate/bias:0": n[:, -1]}
        y, found, gx, (gh,) = run_tensorflow(cell, x, tf.constant(h0[None]), dh, None, values)
    gr, gz = np.split(found["gates/kernel:0"].T, 2)
    gk = np.concatenate([gz, gr, found["candidate/kernel:0"].T])
    gbr, gbz = np.split(found["gates/bias:0"], 2)
    inputs = x.shape[1]
    return y, (gk[:, :inputs], gk[:, inputs:], np.concatenate([gbz, gbr, found["candidate/bias:0"]]), gx, gh, None)


def lstm_by_tensorflow(x, h0, c0, w, r, b, p, dh, dc):
    """TensorFlow 1 packs i, g, f, o in the columns of one kernel, and adds 1 to f unless told otherwise."""
    order, peepholes = [0, 2, 1, 3], ["w_i_diag:0", "w_f_diag:0", "w_o_diag:0"]
    with tf.Graph().as_default():
        cell = tf.compat.v1.nn.rnn_cell.LSTMCell(len(h0), use_peepholes=True, forget_bias=0.0, dtype=tf.float64)
        values = {"kernel:0": reordered(np.concatenate([w, r], axis=1), order).T, "bias:0": reordered(b, order)}
        values |= dict(zip(peepholes, np.split(p, 3)))
        state = (tf.constant(c0[None]), tf.constant(h0[None]))
        y, found, gx, (gc, gh) = run_tensorflow(cell, x, state, dh, dc, values)
    gk, inputs = reordered(found["kernel:0"].T, order), x.shape[1]
    gp = np.concatenate([found[name] for name in peepholes])
    return y, (gk[:, :inputs], gk[:, inputs:], reordered(found["bias:0"], order), gx, gh, gc, gp)


def by_hand(step, x, h0, c0, w, r, b, p):
    tensors = [leaf(t) if t is not None else None for t in (w, r, b, p)]
    x, h0, c0 = leaf(x), leaf(h0), leaf(c0) if c0 is not None else None
    h, c, states = h0, c0, []
    for row in x:
        h, c = step(row, h, c, *tensors)
        states.append(h)

    def gradients():
        gw, gr, gb, gp = [t.grad if t is not None else None for t in tensors]
        return gw, gr, gb, x.grad, h0.grad, c0.grad if c0 is not None else None, gp

    return torch.stack(states), c, gradients


def mgu(x, h, c, w, r, b, p):
    (wf, wn), (rf, rn), (bf, bn) = w.chunk(2), r.chunk(2), b.chunk(2)
    f = torch.sigmoid(wf @ x + rf @ h + bf)
    return (1 - f) * h + f * torch.tanh(wn @ x + rn @ (f * h) + bn), None


def mingru(positive):
    def step(x, h, c, w, r, b, p):
        a, n = (w @ x + b).chunk(2)
        z = torch.sigmoid(-a)  # the paper's gate, the share replaced, for weights of the share kept
        if positive:
            n = torch.where(n >= 0, n + 0.5, torch.sigmoid(n))
        return (1 - z) * h + z * n, None

    return step


def text(array):
    if array is None:
        return "[]"
    array = np.asarray(array.detach() if torch.is_tensor(array) else array)
    if array.ndim == 1:
        return "[" + ", ".join(repr(float(v)) for v in array) + "]"
    return "[\n" + "".join(f"        {text(a)},\n" for a in array) + "      ]"


def case(name, kind, inputs, units, steps, gates, extra_bias=0, peepholes=0):
    w = draw(gates * units, inputs)
    r = draw(gates * units, units) if "mingru" not in kind else None
    b = draw((gates + extra_bias) * units)
    p = draw(peepholes * units) if peepholes else None
    x, h0 = draw(steps, inputs, size=2.0), draw(units)
    cell = "lstm" in kind
    c0, dc = (draw(units), draw(units)) if cell else (None, None)
    dh = draw(steps, units)
    if kind == "rnn":
        y, c, gradients = by_torch(torch.nn.RNN, [0], x, h0, c0, w, r, b)
    elif kind == "gru after":
        y, c, gradients = by_torch(torch.nn.GRU, [1, 0, 2], x, h0, c0, w, r, b)
    elif kind == "lstm":
        y, c, gradients = by_torch(torch.nn.LSTM, [0, 1, 2, 3], x, h0, c0, w, r, b)
    elif kind == "gru before":
        y, found = gru_by_tensorflow(x, h0, w, r, b, dh)
    elif kind == "lstm peepholes":
        y, found = lstm_by_tensorflow(x, h0, c0, w, r, b, p, dh, dc)
    else:
        step = {"mgu": mgu, "mingru": mingru(False), "mingru positive": mingru(True)}[kind]
        y, c, gradients = by_hand(step, x, h0, c0, w, r, b, p)
    if torch.is_tensor(y):
        loss = (y * torch.tensor(dh)).sum() + ((c * torch.tensor(dc)).sum() if cell else 0)
        loss.backward()
        found = gradients()
    gw, gr, gb, gx, gh, gc, *rest = found
    print(f"  static let {name} = GradientCase(")
    for field, value in [("w", w), ("r", r), ("b", b), ("p", p), ("x", x), ("h0", h0), ("c0", c0), ("dh", dh), ("dc", dc), ("states", y)]:
        print(f"      {field}: {text(value)},")
    gp = rest[0] if rest else None
    fields = [("dw", gw), ("dr", gr), ("db", gb), ("dp", gp), ("dx", gx), ("dh0", gh), ("dc0", gc)]
    print(",\n".join(f"      {field}: {text(value)}" for field, value in fields) + ")\n")


print("// swift-format-ignore-file")
print(f"// Written by Reference/gradient_cases.py with torch {torch.__version__} and tensorflow {tf.__version__}")
print("// (tf_keras); not by hand.")
print("""
/// A cell, a sequence, a loss Σ dh · h + dc · c, and what another implementation makes of it. The rows of w, r
/// and b stand gate after gate, in the order z, r, n or i, f, g, o; b ends with b_hn if there is one.
struct GradientCase: Sendable {
  let w: [[Double]]
  let r: [[Double]]
  let b: [Double]
  let p: [Double]
  let x: [[Double]]
  let h0: [Double]
  let c0: [Double]
  let dh: [[Double]]
  let dc: [Double]
  let states: [[Double]]
  let dw: [[Double]]
  let dr: [[Double]]
  let db: [Double]
  let dp: [Double]
  let dx: [[Double]]
  let dh0: [Double]
  let dc0: [Double]
}

enum GradientCases {""")
case("rnn", "rnn", 3, 4, 6, 1)
case("gruBefore", "gru before", 3, 4, 6, 3)
case("gruAfter", "gru after", 3, 4, 6, 3, extra_bias=1)
case("lstm", "lstm", 3, 4, 6, 4)
case("lstmPeepholes", "lstm peepholes", 3, 4, 6, 4, peepholes=3)
case("mgu", "mgu", 3, 4, 6, 2)
case("minGRU", "mingru", 3, 4, 6, 2)
case("minGRUPositive", "mingru positive", 3, 4, 6, 2)
print("}")
