"""Keras on TensorFlow: the GRU layer in a tf.function, compiled by XLA and not, and `fit`."""

import os

import peer

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(peer.THREADS)
tf.config.threading.set_inter_op_parallelism_threads(peer.THREADS)


def exchanged(array):
    """Between PyTorch's gate order r, z, n and Keras's z, r, n, along the first axis."""
    first, second, candidate = np.split(np.asarray(array), 3)
    return np.concatenate([second, first, candidate])


def to_keras(weights):
    w_ih, w_hh, b_ih, b_hh = (exchanged(weights[name]) for name in peer.GRU_NAMES)
    return [w_ih.T, w_hh.T, np.stack([b_ih, b_hh])]


def from_keras(kernel, recurrent_kernel, bias):
    values = [tf.transpose(kernel), tf.transpose(recurrent_kernel), bias[0], bias[1]]
    return dict(zip(peer.GRU_NAMES, map(exchanged, values)))


def gru(weights, **options):
    layer = keras.layers.GRU(weights["weight_hh_l0"].shape[1], reset_after=True, **options)
    layer.build((None, None, weights["weight_ih_l0"].shape[1]))
    layer.set_weights(to_keras(weights))
    return layer


def variants(function, inputs, read):
    def variant(name, compiled):
        return peer.Variant(name, lambda: tf.nest.map_structure(np.asarray, compiled(inputs)), read)

    return [variant(f"XLA {on}", tf.function(function, jit_compile=on)) for on in [True, False]]


def forward(weights, inputs):
    layer = gru(weights, return_sequences=True)
    return variants(layer, tf.constant(inputs[None]), lambda states: {"states": states[0]})


def training(weights, inputs):
    layer = gru(weights)

    def step(sequence):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(layer(sequence) ** 2)
        return loss, tape.gradient(loss, layer.trainable_variables)

    def read(result):
        return {"loss": result[0], **from_keras(*result[1])}

    return variants(step, tf.constant(inputs.swapaxes(0, 1)), read)


def learn(data, loss, compiled):
    layers = [gru(data.gru), keras.layers.Dense(1)]
    if hasattr(data, "embedding"):
        layers.insert(0, keras.layers.Embedding(*data.embedding.shape))
    model = keras.Sequential([keras.Input(data.inputs.shape[1:], dtype=data.inputs.dtype), *layers])
    if hasattr(data, "embedding"):
        layers[0].set_weights([data.embedding])
    layers[-1].set_weights([data.readout["weight"].T, data.readout["bias"]])
    adam = keras.optimizers.Adam(data.rate, epsilon=1e-8)
    model.compile(adam, loss, jit_compile=compiled, steps_per_execution=32)
    history = model.fit(
        data.inputs, data.targets, batch_size=peer.BATCH, epochs=data.epochs, shuffle=False, verbose=0
    )
    return history.history["loss"][-1]


if __name__ == "__main__":
    peer.main(
        "Keras",
        f"{keras.__version__} on TensorFlow {tf.__version__}",
        forward,
        training,
        sine=lambda data: learn(data, keras.losses.MeanSquaredError(), compiled=True),
        review=lambda data: learn(data, keras.losses.BinaryCrossentropy(from_logits=True), compiled=False),
    )
