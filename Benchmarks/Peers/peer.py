"""What every peer shares: the tasks' data, the clock and the command line.

Import it before any numeric library: it limits their threads and has the processor flush subnormals, and both
reach a library's threads only if they are set before the threads start.
"""

import ctypes
import os
import platform
import sys

THREADS = int(os.environ.get("BENCHMARK_THREADS", "2"))


def flush_subnormals():
    """Sets FTZ and DAZ in MXCSR, which glibc keeps at byte 28 of an x86-64 fenv_t. Elsewhere nothing."""
    if platform.machine() != "x86_64" or platform.libc_ver()[0] != "glibc":
        return
    library = ctypes.CDLL("libm.so.6")
    environment = ctypes.create_string_buffer(32)
    library.fegetenv(environment)
    control = int.from_bytes(environment[28:32], "little") | 0x8040
    environment[28:32] = control.to_bytes(4, "little")
    library.fesetenv(environment)


for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"]:
    os.environ[name] = str(THREADS)
os.environ.pop("OPENBLAS_CORETYPE", None)  # holds NumPy to a kernel that may not be the processor's best
os.environ.pop("JAX_COMPILATION_CACHE_DIR", None)  # compilation is a part of the whole-process tasks
flush_subnormals()

import argparse
import json
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from collections.abc import Callable

import numpy as np

INPUTS = 16
BATCH = 32
FORWARD_STEPS = 1000
GRU_NAMES = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]


@dataclass
class Variant:
    """One way to compute a task. The fastest is the peer's figure; `check` looks at all of them."""

    name: str
    run: Callable  # computes, and returns only when the result is there
    read: Callable  # from run's result to arrays: `states`, or `loss` and the gradients by the weights' names


# Weights and data. Weights have PyTorch's names, shapes and gate order (r, z, n).


def gru_weights(hidden, inputs=INPUTS, seed=0):
    random = np.random.default_rng(seed)
    shapes = [(3 * hidden, inputs), (3 * hidden, hidden), (3 * hidden,), (3 * hidden,)]
    return {name: uniform(random, shape, hidden) for name, shape in zip(GRU_NAMES, shapes)}


def uniform(random, shape, hidden):
    return random.uniform(-(hidden**-0.5), hidden**-0.5, shape).astype(np.float32)


def inputs_of(*shape):
    return np.random.default_rng(1).standard_normal(shape, dtype=np.float32)


def readout(random, hidden):
    return {"weight": uniform(random, (1, hidden), hidden), "bias": uniform(random, (1,), hidden)}


class Sine:
    """The next value after 50: windows (N, T, 1) and targets (N, 1), in the order of the batches."""

    hidden = 64
    epochs = 10
    rate = 0.001

    def __init__(self):
        random = np.random.default_rng(2)
        series = np.sin(0.1 * np.arange(1050)).astype(np.float32)
        first = random.permutation(1000)
        self.inputs = series[first[:, None] + np.arange(50)][..., None]
        self.targets = series[first + 50][:, None]
        self.gru = gru_weights(self.hidden, 1)
        self.readout = readout(random, self.hidden)


class Review:
    """Which of two words occurs among 80: tokens (N, T) and labels (N, 1), in the order of the batches."""

    hidden = 32
    words = 5000
    embedded = 32
    epochs = 1
    rate = 0.001

    def __init__(self):
        random = np.random.default_rng(3)
        tokens = random.integers(2, self.words, (2000, 80), dtype=np.int32)
        self.targets = random.integers(0, 2, (2000, 1)).astype(np.float32)
        self.inputs = np.where(random.random(tokens.shape) < 0.1, self.targets.astype(np.int32), tokens)
        self.embedding = random.standard_normal((self.words, self.embedded), dtype=np.float32)
        self.gru = gru_weights(self.hidden, self.embedded)
        self.readout = readout(random, self.hidden)


def batches(count):
    return [slice(start, min(start + BATCH, count)) for start in range(0, count, BATCH)]


# The clock.


def times(run, least_runs, least_seconds):
    taken = []
    while len(taken) < least_runs or sum(taken) < least_seconds:
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return taken


def fastest(variants):
    """The name of the fastest variant, and the median of its time once warm."""
    trials = {variant.name: [] for variant in variants}
    for _ in range(3 if len(variants) > 1 else 1):
        for variant in variants:
            variant.run()
            trials[variant.name] += times(variant.run, 2, 0.05)
    best = min(variants, key=lambda variant: statistics.median(trials[variant.name]))
    return best.name, statistics.median(times(best.run, 7, 0.5))


# The command line.


def check(peer, folder, forward, training):
    """Computes what `agreement.py make` has written and saves every variant's result beside it."""
    from safetensors.numpy import load_file, save_file

    given = load_file(folder / "given.safetensors")
    weights = {name: given[name] for name in GRU_NAMES}
    for task, function, inputs in [("forward", forward, "inputs"), ("training", training, "batch")]:
        for variant in function(weights, given[inputs]) if function else []:
            variant.run()  # what is compared is a repeated run, as it is timed
            result = variant.read(variant.run())
            arrays = {name: np.array(value, np.float32, order="C") for name, value in result.items()}
            save_file(arrays, folder / f"{peer}, {task}, {variant.name}.safetensors")


def main(peer, version, forward, training=None, sine=None, review=None):
    """Runs the command line's task and prints its result as one line of JSON."""
    functions = {"forward": forward, "training": training, "sine": sine, "review": review}
    parser = argparse.ArgumentParser(description=f"The tasks of the benchmark, by {peer}.")
    tasks = parser.add_subparsers(dest="task", required=True)
    for task in [name for name, function in functions.items() if function]:
        options = tasks.add_parser(task)
        if task in ["forward", "training"]:
            options.add_argument("--hidden", type=int, required=True)
        if task == "training":
            options.add_argument("--steps", type=int, required=True)
    tasks.add_parser("check").add_argument("folder", type=Path)
    arguments = parser.parse_args()

    line = {"peer": peer, "version": version, "task": arguments.task}
    if arguments.task == "forward":
        variants = forward(gru_weights(arguments.hidden), inputs_of(FORWARD_STEPS, INPUTS))
        variant, seconds = fastest(variants)
        line |= {"hidden": arguments.hidden, "steps": FORWARD_STEPS}
        line |= {"seconds": seconds / FORWARD_STEPS, "variant": variant}
    elif arguments.task == "training":
        variants = training(gru_weights(arguments.hidden), inputs_of(arguments.steps, BATCH, INPUTS))
        variant, seconds = fastest(variants)
        line |= {"hidden": arguments.hidden, "steps": arguments.steps}
        line |= {"seconds": seconds, "variant": variant}
    elif arguments.task == "check":
        check(peer, arguments.folder, forward, training)
    else:
        data = Sine() if arguments.task == "sine" else Review()
        loss = functions[arguments.task](data)
        line |= {"hidden": data.hidden, "steps": data.inputs.shape[1], "loss": float(loss)}
    print(json.dumps(line))
    sys.stdout.flush()
