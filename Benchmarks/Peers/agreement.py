"""Whether every program computes the same.

`make FOLDER` writes weights and inputs, each program's `check FOLDER` adds what it makes of them, and
`compare FOLDER` holds all results against PyTorch's, or the first program's if it is not there.

Results are "FOLDER/PROGRAM, forward, VARIANT.safetensors" with `states` (T, H) for `inputs` (T, I), and
"FOLDER/PROGRAM, training, VARIANT.safetensors" with `loss` and, under the names of the weights, the gradients
for `batch` (T, B, I). The largest difference allowed is 1e-4 of the largest value of the tensor. The sequences
are short, so that the first steps still count in the gradients by more than that.
"""

import argparse
import sys
from pathlib import Path

import peer

import numpy as np
from safetensors.numpy import load_file, save_file

TOLERANCE = 1e-4
REFERENCE = "PyTorch"
TENSORS = {"forward": {"states"}, "training": {"loss", *peer.GRU_NAMES}}


def make(folder, hidden, steps):
    random = np.random.default_rng(4)
    inputs = random.standard_normal((steps, peer.INPUTS), dtype=np.float32)
    batch = random.standard_normal((steps, peer.BATCH, peer.INPUTS), dtype=np.float32)
    save_file({**peer.gru_weights(hidden), "inputs": inputs, "batch": batch}, folder / "given.safetensors")


def task(name):
    return name.split(", ")[1]


def compared(name, value):
    """Without the second bias of the gates r and z: it has the first one's gradient, and others may lack it."""
    return value[len(value) // 3 * 2 :] if name == "bias_hh_l0" else value


def difference(name, value, reference):
    value, reference = compared(name, value), compared(name, reference)
    if value.size != reference.size or not np.isfinite(value).all():
        return float("inf")
    return float(np.abs(value.ravel() - reference.ravel()).max() / np.abs(reference).max())


def compare(folder):
    """Prints each file's worst tensor, and returns whether all agree."""
    paths = sorted(path for path in folder.glob("*.safetensors") if path.name != "given.safetensors")
    results = {path.stem: load_file(path) for path in paths}
    references = {}
    for name in sorted(results, key=lambda name: not name.startswith(REFERENCE)):
        references.setdefault(task(name), results[name])
    agree = bool(results)
    for name, result in results.items():
        reference, expected = references[task(name)], TENSORS[task(name)]
        if set(result) != expected:
            print(f"{name}: DIFFERS: has the tensors {', '.join(sorted(result))}")
            agree = False
            continue
        worst, tensor = max((difference(key, result[key], reference[key]), key) for key in result)
        within = worst <= TOLERANCE
        agree = agree and within
        print(f"{name}: {'agrees' if within else 'DIFFERS'}: {worst:.1e} at most, in {tensor}")
    return agree


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    tasks = parser.add_subparsers(dest="task", required=True)
    maker = tasks.add_parser("make")
    maker.add_argument("folder", type=Path)
    maker.add_argument("--hidden", type=int, required=True)
    maker.add_argument("--steps", type=int, default=20)
    tasks.add_parser("compare").add_argument("folder", type=Path)
    arguments = parser.parse_args()
    if arguments.task == "make":
        make(arguments.folder, arguments.hidden, arguments.steps)
    elif not compare(arguments.folder):
        sys.exit(1)


if __name__ == "__main__":
    main()
