"""NumPy, by hand: one product for the inputs of all steps, the slopes of many steps at once, weight gradients as
one product at the end, and every result written to a buffer that is made once."""

import peer

import numpy as np
from threadpoolctl import ThreadpoolController

HALF = np.float32(0.5)
THREADPOOLS = ThreadpoolController()


def threaded(run):
    """`run` with one thread and with all: below some size OpenBLAS loses by a second thread."""

    def limited(threads):
        def limited_run():
            with THREADPOOLS.limit(limits=threads):
                return run()

        return limited_run

    return [(f"threads {threads}", limited(threads)) for threads in sorted({1, peer.THREADS})]


def halved_gates(array, hidden):
    """A copy with the gates' rows halved: σ(a) = (1 + tanh(a/2)) / 2, and NumPy has a fast tanh."""
    copy = array.copy()
    copy[: 2 * hidden] *= HALF
    return copy


def halved(weights):
    """Wᵢ, Wₕ, the bias of the inputs with that of the gates, and b_hn."""
    w_ih, w_hh, b_ih, b_hh = (weights[name] for name in peer.GRU_NAMES)
    hidden = w_hh.shape[1]
    bias = b_ih + b_hh
    bias[2 * hidden :] = b_ih[2 * hidden :]
    return *(halved_gates(array, hidden) for array in [w_ih, w_hh, bias]), b_hh[2 * hidden :]


def forward(weights, inputs):
    """A batch of one: vectors, and a product of a matrix and a vector a step."""
    w_ih, w_hh, bias, candidate_bias = halved(weights)
    hidden, steps = w_hh.shape[1], len(inputs)
    states, sums = np.empty((steps, hidden), np.float32), np.empty(3 * hidden, np.float32)
    gates, product = sums[: 2 * hidden], sums[2 * hidden :]
    reset, update = gates[:hidden], gates[hidden:]
    dot, add, subtract, multiply, tanh = np.dot, np.add, np.subtract, np.multiply, np.tanh

    def run():
        from_inputs = inputs @ w_ih.T
        from_inputs += bias
        state = np.zeros(hidden, np.float32)
        to_all_gates, to_candidates = from_inputs[:, : 2 * hidden], from_inputs[:, 2 * hidden :]
        for to_gates, to_candidate, new in zip(to_all_gates, to_candidates, states):
            dot(w_hh, state, sums)
            add(gates, to_gates, gates)
            tanh(gates, gates)
            multiply(gates, HALF, gates)
            add(gates, HALF, gates)
            add(product, candidate_bias, product)
            multiply(product, reset, product)
            add(product, to_candidate, product)
            tanh(product, product)
            subtract(state, product, new)
            multiply(new, update, new)
            add(new, product, new)
            state = new
        return states

    return [peer.Variant(name, each, lambda states: {"states": states}) for name, each in threaded(run)]


class GRU:
    """A GRU over batches of one shape: buffers, the forward pass, the backward pass from the last state."""

    def __init__(self, steps, batch, inputs, hidden):
        def buffer(*shape):
            return np.zeros(shape, np.float32)

        self.shape = steps, batch, inputs, hidden
        self.states = buffer(steps + 1, batch, hidden)
        self.from_inputs = buffer(steps, batch, 3 * hidden)
        self.gates = buffer(steps, batch, 2 * hidden)
        self.products = buffer(steps, batch, hidden)
        self.candidates = buffer(steps, batch, hidden)
        self.slopes = buffer(steps, batch, 3, hidden)
        self.candidate_slopes = buffer(steps, batch, hidden)
        self.d_states = buffer(steps, batch, hidden)
        self.d_sums = buffer(steps, batch, 3, hidden)
        self.sums = buffer(batch, 3 * hidden)
        self.change = buffer(batch, hidden)

    def forward(self, weights, inputs):
        """The last state (B, H) for inputs (T, B, I)."""
        steps, _, width, hidden = self.shape
        w_ih, w_hh, bias, candidate_bias = halved(weights)
        across, self.inputs = w_hh.T, inputs.reshape(-1, width)
        np.dot(self.inputs, w_ih.T, self.from_inputs.reshape(-1, 3 * hidden))
        self.from_inputs += bias
        to_gates, to_candidates = self.from_inputs[..., : 2 * hidden], self.from_inputs[..., 2 * hidden :]
        sums = self.sums
        gate_sums, candidate_sums = sums[:, : 2 * hidden], sums[:, 2 * hidden :]
        for t in range(steps):
            state, new = self.states[t], self.states[t + 1]
            gates, product, candidate = self.gates[t], self.products[t], self.candidates[t]
            np.dot(state, across, sums)
            np.add(gate_sums, to_gates[t], gates)
            np.tanh(gates, gates)
            np.multiply(gates, HALF, gates)
            np.add(gates, HALF, gates)
            np.add(candidate_sums, candidate_bias, product)
            np.multiply(product, gates[:, :hidden], candidate)
            np.add(candidate, to_candidates[t], candidate)
            np.tanh(candidate, candidate)
            np.subtract(state, candidate, new)
            np.multiply(new, gates[:, hidden:], new)
            np.add(new, candidate, new)
        return self.states[-1]

    def find_slopes(self, start, stop):
        """What dh is multiplied with to become that of a sum: of r, z and U h, and of the candidate."""
        hidden = self.shape[3]
        reset, update = self.gates[start:stop, :, :hidden], self.gates[start:stop, :, hidden:]
        candidate, slopes = self.candidates[start:stop], self.slopes[start:stop]
        of_reset, of_update, of_product = (slopes[:, :, gate] for gate in range(3))
        keep, of_candidate = 1 - update, self.candidate_slopes[start:stop]
        np.multiply(candidate, candidate, of_candidate)
        np.subtract(1, of_candidate, of_candidate)
        of_candidate *= keep
        np.multiply(of_candidate, reset, of_product)
        np.multiply(of_product, self.products[start:stop], of_reset)
        of_reset *= 1 - reset
        np.subtract(self.states[start:stop], candidate, of_update)
        of_update *= update
        of_update *= keep

    def backward(self, weights, d_last):
        """The gradients of the weights for that of the last state, (B, H)."""
        steps, batch, _, hidden = self.shape
        w_hh, change = weights["weight_hh_l0"], self.change
        chunk = max(1, 2**17 // (batch * hidden))  # as many steps as the cache holds
        self.d_states[-1] = d_last
        for stop in range(steps, 0, -chunk):
            start = max(0, stop - chunk)
            self.find_slopes(start, stop)
            for t in range(stop - 1, start - 1, -1):
                d_state, d_sums = self.d_states[t], self.d_sums[t]
                np.multiply(d_state[:, None], self.slopes[t], d_sums)
                if t > 0:
                    np.dot(d_sums.reshape(batch, -1), w_hh, change)
                    np.multiply(d_state, self.gates[t, :, hidden:], self.d_states[t - 1])
                    np.add(self.d_states[t - 1], change, self.d_states[t - 1])
        d_sums = self.d_sums.reshape(-1, 3 * hidden)
        ones = np.ones(len(d_sums), np.float32)
        gradients = {
            "weight_hh_l0": d_sums.T @ self.states[:-1].reshape(-1, hidden),
            "bias_hh_l0": ones @ d_sums,
        }
        np.multiply(self.d_states, self.candidate_slopes, self.d_sums[:, :, 2])
        return gradients | {"weight_ih_l0": d_sums.T @ self.inputs, "bias_ih_l0": ones @ d_sums}

    def d_inputs(self, weights):
        """The gradient of the inputs (T, B, I), after `backward`."""
        steps, batch, width, hidden = self.shape
        return (self.d_sums.reshape(-1, 3 * hidden) @ weights["weight_ih_l0"]).reshape(steps, batch, width)


def training(weights, inputs):
    gru = GRU(*inputs.shape, weights["weight_hh_l0"].shape[1])

    def run():
        last = gru.forward(weights, inputs)
        return np.mean(last * last), gru.backward(weights, last * np.float32(2 / last.size))

    def read(result):
        return {"loss": result[0], **result[1]}

    return [peer.Variant(name, each, read) for name, each in threaded(run)]


class Adam:
    """Adam over one vector, of which all parameters are parts."""

    def __init__(self, parameters, rate):
        self.rate, self.step = rate, 0
        self.values = np.concatenate([value.ravel() for value in parameters.values()])
        self.first, self.second, self.change = (np.zeros_like(self.values) for _ in range(3))
        ends = np.cumsum([value.size for value in parameters.values()])
        self.parameters = {
            name: self.values[end - value.size : end].reshape(value.shape)
            for (name, value), end in zip(parameters.items(), ends)
        }

    def update(self, gradients):
        gradient = np.concatenate([gradients[name].ravel() for name in self.parameters])
        self.step += 1
        self.first *= np.float32(0.9)
        self.second *= np.float32(0.999)
        np.multiply(gradient, np.float32(0.1), self.change)
        self.first += self.change
        gradient *= gradient
        gradient *= np.float32(0.001)
        self.second += gradient
        np.sqrt(self.second, self.change)
        self.change *= np.float32((1 - 0.999**self.step) ** -0.5)
        self.change += np.float32(1e-8)
        np.divide(self.first, self.change, self.change)
        self.change *= np.float32(self.rate / (1 - 0.9**self.step))
        self.values -= self.change


def squares(outputs, targets):
    """The mean square error, and its gradient."""
    errors = outputs - targets
    return np.mean(errors * errors), errors * np.float32(2 / len(errors))


def cross_entropy(logits, labels):
    """The mean cross-entropy of logits, and its gradient."""
    losses = np.maximum(logits, 0) - logits * labels + np.log1p(np.exp(-np.abs(logits)))
    return losses.mean(), (1 / (1 + np.exp(-logits)) - labels) / np.float32(len(labels))


def scattered(tokens, d_vectors, words):
    """The gradient of an embedding: for each word the sum of its places' gradients."""
    order = np.argsort(tokens, axis=None, kind="stable")
    ordered = tokens.ravel()[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    gradient = np.zeros((words, d_vectors.shape[-1]), np.float32)
    gradient[ordered[starts]] = np.add.reduceat(d_vectors.reshape(len(order), -1)[order], starts)
    return gradient


@THREADPOOLS.wrap(limits=1)  # faster at these sizes
def learn(data, loss_of):
    words = getattr(data, "embedding", None)
    adam = Adam({**data.gru, **data.readout} | ({} if words is None else {"embedding": words}), data.rate)
    parameters, grus = adam.parameters, {}
    for _ in range(data.epochs):
        losses = []
        for batch in peer.batches(len(data.inputs)):
            chosen = data.inputs[batch].swapaxes(0, 1)
            inputs = np.ascontiguousarray(chosen) if words is None else parameters["embedding"][chosen]
            if inputs.shape not in grus:
                grus[inputs.shape] = GRU(*inputs.shape, data.hidden)
            gru = grus[inputs.shape]
            last = gru.forward(parameters, inputs)
            loss, d_outputs = loss_of(last @ parameters["weight"].T + parameters["bias"], data.targets[batch])
            gradients = gru.backward(parameters, d_outputs @ parameters["weight"])
            gradients |= {"weight": d_outputs.T @ last, "bias": d_outputs.sum(axis=0)}
            if words is not None:
                gradients["embedding"] = scattered(chosen, gru.d_inputs(parameters), len(words))
            adam.update(gradients)
            losses.append(loss)
    return np.mean(losses)


if __name__ == "__main__":
    peer.main(
        "NumPy",
        np.__version__,
        forward,
        training,
        sine=lambda data: learn(data, squares),
        review=lambda data: learn(data, cross_entropy),
    )
