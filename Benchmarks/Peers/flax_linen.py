"""Flax: linen's RNN over its GRUCell, jitted. Whole processes are left to JAX alone, which starts sooner."""

import peer

import flax
import jax
import numpy as np
from flax import linen
from jax import numpy as jnp


def to_flax(weights):
    w_ih, w_hh, b_ih, b_hh = (np.split(weights[name], 3) for name in peer.GRU_NAMES)
    cell = {}
    for index, gate in enumerate("rzn"):
        own = b_ih[index] if gate == "n" else b_ih[index] + b_hh[index]
        cell["i" + gate] = {"kernel": w_ih[index].T, "bias": own}
        cell["h" + gate] = {"kernel": w_hh[index].T}
    cell["hn"]["bias"] = b_hh[2]
    return {"params": {"cell": cell}}


def from_flax(gradients):
    """By PyTorch's names; the two biases of a gate, here one, have the same gradient."""
    cell = gradients["params"]["cell"]
    b_ih = [cell["i" + gate]["bias"] for gate in "rzn"]
    values = [
        [cell["i" + gate]["kernel"].T for gate in "rzn"],
        [cell["h" + gate]["kernel"].T for gate in "rzn"],
        b_ih,
        [*b_ih[:2], cell["hn"]["bias"]],
    ]
    return {name: np.concatenate(value) for name, value in zip(peer.GRU_NAMES, values)}


def network(weights, **options):
    return linen.RNN(linen.GRUCell(weights["weight_hh_l0"].shape[1], name="cell"), time_major=True, **options)


def forward(weights, inputs):
    parameters, sequence = jax.device_put(to_flax(weights)), jnp.asarray(inputs[:, None])
    states = jax.jit(network(weights).apply)
    return [
        peer.Variant(
            "jitted",
            lambda: states(parameters, sequence).block_until_ready(),
            lambda result: {"states": result[:, 0]},
        )
    ]


def training(weights, inputs):
    parameters, sequence = jax.device_put(to_flax(weights)), jnp.asarray(inputs)

    def variant(unroll):
        rnn = network(weights, return_carry=True, unroll=unroll)

        @jax.jit
        @jax.value_and_grad
        def step(given, sequence):
            return jnp.mean(rnn.apply(given, sequence)[0] ** 2)

        return peer.Variant(
            f"unrolled by {unroll}",
            lambda: jax.block_until_ready(step(parameters, sequence)),
            lambda result: {"loss": result[0], **from_flax(result[1])},
        )

    return [variant(unroll) for unroll in [1, 5]]


if __name__ == "__main__":
    peer.main("Flax", flax.__version__, forward, training)
