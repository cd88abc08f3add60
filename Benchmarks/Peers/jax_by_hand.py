"""JAX: a jitted lax.scan, and value_and_grad through it."""

import peer

import jax
import numpy as np
from jax import lax
from jax import numpy as jnp


def thirds(array):
    return jnp.split(array, 3, axis=-1)


def next_state(state, from_inputs, products, candidate_bias):
    reset = jax.nn.sigmoid(from_inputs[0] + products[0])
    update = jax.nn.sigmoid(from_inputs[1] + products[1])
    candidate = jnp.tanh(from_inputs[2] + reset * (products[2] + candidate_bias))
    return candidate + update * (state - candidate)


def scan(weights, inputs, hoisted, separate, unroll=1):
    """The last state and all states for inputs (T, …, I).

    - hoisted: one product for the inputs of all steps, before the scan; else one in each step.
    - separate: three products with the state in a step, one a gate; else one, cut in three.
    """
    w_ih, w_hh, b_ih, b_hh = (weights[name] for name in peer.GRU_NAMES)
    gates = 2 * w_hh.shape[1]
    across, along, candidate_bias = w_hh.T, w_ih.T, b_hh[gates:]
    bias = b_ih.at[:gates].add(b_hh[:gates])
    acrosses = thirds(across)

    def step(state, given):
        from_inputs = given if hoisted else thirds(given @ along + bias)
        products = [state @ gate for gate in acrosses] if separate else thirds(state @ across)
        new = next_state(state, from_inputs, products, candidate_bias)
        return new, new

    if hoisted:
        given = tuple(inputs @ w + b for w, b in zip(thirds(along), thirds(bias)))
    else:
        given = inputs
    start = jnp.zeros((*inputs.shape[1:-1], across.shape[0]))
    return lax.scan(step, start, given, unroll=unroll)


WAYS = {
    "hoisted": {"hoisted": True, "separate": False},
    "in each step": {"hoisted": False, "separate": False},
    "hoisted, a product a gate": {"hoisted": True, "separate": True},
    "hoisted, a product a gate, unrolled by 5": {"hoisted": True, "separate": True, "unroll": 5},
}


def forward(weights, inputs):
    # The order of the matrix in memory decides which kernel XLA calls, so both are tried.
    plain = jax.device_put(weights)
    turned = plain | {"weight_hh_l0": jnp.array(plain["weight_hh_l0"].T)}
    sequence = jnp.asarray(inputs)

    def variant(name, way, stored_turned):
        given = turned if stored_turned else plain

        @jax.jit
        def states(given, sequence):
            given = given | {"weight_hh_l0": given["weight_hh_l0"].T} if stored_turned else given
            return scan(given, sequence, **way)[1]

        return peer.Variant(
            name + (", (H, 3H)" if stored_turned else ", (3H, H)"),
            lambda: states(given, sequence).block_until_ready(),
            lambda result: {"states": result},
        )

    return [variant(name, way, turned) for name, way in list(WAYS.items())[:3] for turned in [False, True]]


def training(weights, inputs):
    parameters, sequence = jax.device_put(weights), jnp.asarray(inputs)

    def variant(name, way):
        @jax.jit
        @jax.value_and_grad
        def step(given, sequence):
            return jnp.mean(scan(given, sequence, **way)[0] ** 2)

        return peer.Variant(
            name,
            lambda: jax.block_until_ready(step(parameters, sequence)),
            lambda result: {"loss": result[0], **result[1]},
        )

    return [variant(name, way) for name, way in WAYS.items()]


def adam(parameters, gradients, moments, step, rate):
    first, second = moments
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradients)
    second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradients)
    size, scale = rate / (1 - 0.9**step), (1 - 0.999**step) ** -0.5
    parameters = jax.tree.map(
        lambda p, m, v: p - size * m / (jnp.sqrt(v) * scale + 1e-8), parameters, first, second
    )
    return parameters, (first, second)


def learn(data, loss_of):
    """An epoch is one call: a scan over its batches, the last filled up with rows that do not count."""
    count, size = len(data.inputs), peer.BATCH
    filled = -(-count // size) * size

    def batched(array):
        full = np.zeros((filled, *array.shape[1:]), array.dtype)
        full[:count] = array
        return full.reshape(-1, size, *array.shape[1:])

    batches = batched(data.inputs), batched(data.targets), batched(np.ones((count, 1), np.float32))
    parameters = {"gru": data.gru, **data.readout}
    if hasattr(data, "embedding"):
        parameters["embedding"] = data.embedding

    def loss(parameters, inputs, targets, counts):
        inputs = inputs.swapaxes(0, 1)
        if "embedding" in parameters:
            inputs = parameters["embedding"][inputs]
        last = scan(parameters["gru"], inputs, hoisted=True, separate=True)[0]
        losses = loss_of(last @ parameters["weight"].T + parameters["bias"], targets)
        return jnp.sum(losses * counts) / jnp.sum(counts)

    @jax.jit
    def epoch(state, batches):
        def one(state, batch):
            parameters, moments, step = state
            value, gradients = jax.value_and_grad(loss)(parameters, *batch)
            parameters, moments = adam(parameters, gradients, moments, step, data.rate)
            return (parameters, moments, step + 1), value

        state, values = lax.scan(one, state, batches)
        return state, jnp.mean(values)

    zeros = jax.tree.map(np.zeros_like, parameters)
    state = parameters, (zeros, zeros), np.float32(1)
    for _ in range(data.epochs):
        state, mean = epoch(state, batches)
    return mean


def squares(outputs, targets):
    return (outputs - targets) ** 2


def cross_entropy(logits, labels):
    return jax.nn.softplus(logits) - logits * labels


if __name__ == "__main__":
    peer.main(
        "JAX",
        jax.__version__,
        forward,
        training,
        sine=lambda data: learn(data, squares),
        review=lambda data: learn(data, cross_entropy),
    )
