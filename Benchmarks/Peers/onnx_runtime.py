"""onnxruntime: one GRU node with linear_before_reset, which runs forward alone."""

import peer

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper


def update_first(array):
    """From PyTorch's gate order r, z, n to ONNX's z, r, n, with an axis for the directions."""
    reset, update, candidate = np.split(array, 3)
    return np.concatenate([update, reset, candidate])[None]


def model(weights, steps):
    w_ih, w_hh, b_ih, b_hh = (update_first(weights[name]) for name in peer.GRU_NAMES)
    hidden, inputs = w_hh.shape[2], w_ih.shape[2]
    constants = {"W": w_ih, "R": w_hh, "B": np.concatenate([b_ih, b_hh], axis=1)}
    node = helper.make_node("GRU", ["X", *constants], ["Y"], hidden_size=hidden, linear_before_reset=1)
    graph = helper.make_graph(
        [node],
        "gru",
        [helper.make_tensor_value_info("X", TensorProto.FLOAT, [steps, 1, inputs])],
        [helper.make_tensor_value_info("Y", TensorProto.FLOAT, [steps, 1, 1, hidden])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)


def session(serialised, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    return onnxruntime.InferenceSession(serialised, options, providers=["CPUExecutionProvider"])


def forward(weights, inputs):
    serialised, feed = model(weights, len(inputs)).SerializeToString(), {"X": inputs[:, None]}

    def variant(threads):
        runner = session(serialised, threads)
        return peer.Variant(
            f"threads {threads}",
            lambda: runner.run(None, feed)[0],
            lambda states: {"states": states.reshape(len(inputs), -1)},
        )

    return [variant(threads) for threads in sorted({1, peer.THREADS})]


if __name__ == "__main__":
    peer.main("onnxruntime", onnxruntime.__version__, forward)
