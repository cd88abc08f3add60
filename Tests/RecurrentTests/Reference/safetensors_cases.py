"""Writes SafeTensorsCases.swift: files made by the safetensors package, and the values that they hold.

Run: python3 safetensors_cases.py > ../SafeTensorsCases.swift        (Python 3.11, safetensors 0.8.0, numpy 2.4.6)

`everyType` has a tensor of each type that numpy knows, and of bfloat16 by its bits; `shapes` has a single number,
an empty tensor, three dimensions, and names that JSON must escape. The package orders metadata by chance, so
there is one entry at most.
"""

import ctypes

import numpy as np
from safetensors import TensorSpec, serialize
from safetensors.numpy import save

random = np.random.default_rng(7)
HALVES = [0x0000, 0x8000, 0x0001, 0x83FF, 0x0400, 0x3C00, 0xC000, 0x7BFF, 0x7C00, 0xFC00, 0x3555, 0x7E00]


def swift(name, data):
    print(f"  static let {name} = bytes(\n    \"\"\"")
    text = data.hex()
    for start in range(0, len(text), 100):
        print("    " + text[start : start + 100])
    print('    """)\n')


def values(name, items):
    print(f"  static let {name} = [{', '.join(str(x) for x in items)}]\n")


floats = random.standard_normal(5).astype(np.float32)
doubles = np.array([np.pi, -1e300, 5e-324, -0.0], np.float64)
tensors = {
    "bool": np.array([True, False, True]),
    "u8": np.array([0, 255], np.uint8),
    "i8": np.array([-128, 127], np.int8),
    "u16": np.array([0, 65535], np.uint16),
    "i16": np.array([-32768, 32767], np.int16),
    "u32": np.array([0, 2**32 - 1], np.uint32),
    "i32": np.array([-(2**31), 2**31 - 1], np.int32),
    "u64": np.array([0, 2**63], np.uint64),
    "i64": np.array([-(2**63), 2**63 - 1], np.int64),
    "f16": np.array(HALVES, np.uint16).view(np.float16),
    "f32": floats,
    "f64": doubles,
    "c64": np.array([1 - 2j], np.complex64),
}
bfloats = np.array([0x3F80, 0xC049, 0x7F80, 0x0001], np.uint16)
specs = {
    k: TensorSpec(dtype=v.dtype.name, shape=v.shape, data_ptr=v.ctypes.data, data_len=v.nbytes)
    for k, v in tensors.items()
}
specs["bf16"] = TensorSpec(
    dtype="bfloat16", shape=[2, 2], data_ptr=bfloats.ctypes.data, data_len=bfloats.nbytes
)
every = bytes(serialize(specs, metadata={"made": "by safetensors\n0.8.0"}))

shapes = save(
    {
        "scalar": np.array(2.5, np.float32),
        "empty": np.zeros((3, 0), np.float32),
        "cube": np.arange(12, dtype=np.float32).reshape(2, 3, 2),
        'a "name"\t\\ \x01': np.array([1.0], np.float64),
        "größe/π": np.array([7], np.int64),
    }
)

print("// swift-format-ignore-file")
print("// Written by Reference/safetensors_cases.py with safetensors 0.8.0 and numpy 2.4.6; not by hand.\n")
print("enum SafeTensorsCases {")
swift("everyType", every)
values("floats: [UInt32]", (hex(x) for x in floats.view(np.uint32)))
values("doubles: [UInt64]", (hex(x) for x in doubles.view(np.uint64)))
values(
    "halves: [UInt32]",
    (hex(x) for x in np.array(HALVES, np.uint16).view(np.float16).astype(np.float32).view(np.uint32)),
)
swift("shapes", shapes)
swift("nothing", save({}))
print(
    """  /// The bytes of hexadecimal digits, two a byte; other characters are passed over.
  static func bytes(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}"""
)
