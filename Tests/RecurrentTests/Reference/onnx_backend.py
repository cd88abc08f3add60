"""Writes onnx-backend.safetensors: the cases with a GRU, an LSTM or an RNN among ONNX's own tests of its nodes.

Run: python3 onnx_backend.py        (Python 3.11, onnx 1.22.0, numpy 2.4.6, safetensors 0.8.0)

They are in the package, in backend/test/data/node. A case is one node, its inputs and what it must give. Tensors
are named CASE/input/W and CASE/output/Y_h with the operator's own names for its inputs and outputs, whatever a model
calls them, so that what is there tells which optional ones the case has. Remarks are named CASE/operator and, for each
attribute, default or not, CASE/direction.
"""

import pathlib

import numpy as np
import onnx
from onnx import helper, numpy_helper
from tensor_file import save

nodes = pathlib.Path(onnx.__file__).parent / "backend/test/data/node"
target = pathlib.Path(__file__).parent.parent / "Fixtures/onnx-backend.safetensors"
INPUTS = {
    "RNN": ["X", "W", "R", "B", "sequence_lens", "initial_h"],
    "GRU": ["X", "W", "R", "B", "sequence_lens", "initial_h"],
    "LSTM": ["X", "W", "R", "B", "sequence_lens", "initial_h", "initial_c", "P"],
}
OUTPUTS = ["Y", "Y_h", "Y_c"]
DEFAULTS = {"direction": "forward", "layout": 0}


def tensor(path):
    array = numpy_helper.to_array(onnx.load_tensor(path))
    return array.astype(np.int64) if array.dtype == np.int32 else array


def named(names, slots, folder, prefix):
    """The tensors of a data set by the operator's names. A slot that the node leaves empty has no file."""
    given = [slot for slot, name in zip(slots, names) if name]
    files = sorted(folder.glob(f"{prefix}_*.pb"), key=lambda file: int(file.stem.split("_")[1]))
    assert len(given) == len(files), (folder, given, files)
    return {slot: tensor(file) for slot, file in zip(given, files)}


tensors, remarks = {}, {"onnx": onnx.__version__}
for folder in sorted(nodes.glob("test_*")):
    graph = onnx.load(folder / "model.onnx").graph
    if not any(node.op_type in INPUTS for node in graph.node):
        continue
    (node,), (data,) = graph.node, folder.glob("test_data_set_*")
    case = folder.name.removeprefix("test_")
    attributes = DEFAULTS | ({"linear_before_reset": 0} if node.op_type == "GRU" else {})
    attributes |= {a.name: helper.get_attribute_value(a) for a in node.attribute}
    for name, value in ({"operator": node.op_type} | attributes).items():
        remarks[f"{case}/{name}"] = value.decode() if isinstance(value, bytes) else str(value)
    for name, array in named(node.input, INPUTS[node.op_type], data, "input").items():
        tensors[f"{case}/input/{name}"] = array
    for name, array in named(node.output, OUTPUTS, data, "output").items():
        tensors[f"{case}/output/{name}"] = array
    print(case, attributes, sorted(name for name in tensors if name.startswith(case + "/")))
save(target, tensors, remarks)
print(f"{target.name}: {target.stat().st_size} bytes")
