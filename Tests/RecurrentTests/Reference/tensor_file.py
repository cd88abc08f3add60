"""Writes a safetensors file whose bytes depend on its tensors and remarks alone.

The safetensors package orders remarks by chance. It reads what is written here, and `save` holds what it reads
against what was to be written. (numpy 2.4.6, safetensors 0.8.0)
"""

import json
import struct

import numpy as np
from safetensors import safe_open

TYPES = {"float64": "F64", "float32": "F32", "float16": "F16", "int64": "I64"}


def save(path, tensors, remarks):
    """Tensors and remarks by name: the widest type first, names in the order of their bytes."""
    tensors = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
    names = sorted(tensors, key=lambda name: (-tensors[name].itemsize, name.encode()))
    header, end = {"__metadata__": dict(sorted(remarks.items()))}, 0
    for name in names:
        array, start = tensors[name], end
        end += array.nbytes
        header[name] = {"dtype": TYPES[array.dtype.name], "shape": array.shape, "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for name in names:
            file.write(tensors[name].tobytes())
    with safe_open(path, framework="np") as file:
        assert file.metadata() == remarks
        assert set(file.keys()) == set(tensors)
        for name, array in tensors.items():
            read = file.get_tensor(name)
            assert read.dtype == array.dtype and np.array_equal(read, array), name
