"""Reads, with the safetensors package, the file that SafeTensorsTests.swift says Swift writes.

Run: python3 safetensors_read.py        (Python 3.11, safetensors 0.8.0, numpy 2.4.6)

The bytes stand between two marks in that test, which holds them against `TensorFile.encoded`.
"""

import pathlib
import re
import tempfile

import numpy as np
from safetensors import safe_open

test = pathlib.Path(__file__).parent.parent / "SafeTensorsTests.swift"
text = re.search(r"written-by-swift begin(.*?)written-by-swift end", test.read_text(), re.S).group(1)
data = bytes.fromhex("".join(re.findall(r"^ *([0-9a-f]+)$", text, re.M)))
with tempfile.NamedTemporaryFile(suffix=".safetensors") as file:
    file.write(data)
    file.flush()
    with safe_open(file.name, framework="np") as tensors:
        assert tensors.metadata() == {"convention": "z keeps", "größe": '"3"\n'}, tensors.metadata()
        found = {name: tensors.get_tensor(name) for name in tensors.keys()}
expected = {
    "update.input": np.array([[1, -2, 0.5], [3.25, 0, -1]], np.float32),
    "update.bias": np.array([0.1, -0.1], np.float64),
    "steps": np.array([-1, 9007199254740993], np.int64),
    "flag": np.array([True]),
}
assert found.keys() == expected.keys(), found.keys()
for name, tensor in expected.items():
    assert found[name].dtype == tensor.dtype and found[name].shape == tensor.shape, name
    assert found[name].tobytes() == tensor.tobytes(), name
print(f"{len(data)} bytes, {len(found)} tensors: as expected")
