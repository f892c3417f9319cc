"""Generators as other tools write them: foreign.json, with the bytes of each in base64.

Each gives its latents back as pixels, so that what it should make is known.
Run with Debian's python3 (onnx 1.12): /usr/bin/python3 foreign.py
"""
import base64
import json
import os

import onnx
from onnx import TensorProto, helper


def model(nodes, inputs, outputs, constants=()):
    graph = helper.make_graph(
        nodes, "generator",
        [helper.make_tensor_value_info(name, kind, shape) for name, kind, shape in inputs],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs],
        [helper.make_tensor(name, kind, [len(values)], values) for name, kind, values in constants])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    onnx.checker.check_model(made, full_check=True)
    return base64.b64encode(made.SerializeToString()).decode()


def reshaped(latents, shape, images):
    """Pixels [N, ...shape] out of latents."""
    return model(
        [helper.make_node("Reshape", ["z", "shape"], ["image"])],
        [("z", TensorProto.FLOAT, latents)], [("image", images)], [("shape", TensorProto.INT64, [-1, *shape])])


FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64
models = {
    "dynamic": reshaped(["N", 12], [3, 2, 2], ["N", 3, 2, 2]),
    "of convolutions": reshaped(["N", 4, 1, 1], [1, 2, 2], ["N", 1, 2, 2]),
    "fixed batch": reshaped([2, 4], [1, 2, 2], [2, 1, 2, 2]),
    "open": reshaped(["N", "M"], [1, 2, 2], ["N", "C", "H", "W"]),
    "open of convolutions": reshaped(["N", 2, "h", "w"], [1, 2, 2], ["N", 1, 2, 2]),
    "vectors": reshaped(["N", 4], [4], ["N", 4]),
    "channels last": reshaped(["N", 12], [2, 2, 3], ["N", 2, 2, 3]),
    "no batch": reshaped([4], [1, 2, 2], [1, 1, 2, 2]),
    "classes": model(
        [helper.make_node("Cast", ["y"], ["float"], to=FLOAT),
         helper.make_node("Reshape", ["float", "column"], ["class"]),
         helper.make_node("Concat", ["z", "class"], ["row"], axis=1),
         helper.make_node("Reshape", ["row", "shape"], ["image"])],
        [("z", FLOAT, ["N", 3]), ("y", INT, ["N"])], [("image", ["N", 1, 2, 2])],
        [("column", INT, [-1, 1]), ("shape", INT, [-1, 1, 2, 2])]),
    "second output": model(
        [helper.make_node("Identity", ["z"], ["w"]), helper.make_node("Reshape", ["z", "shape"], ["image"])],
        [("z", FLOAT, ["N", 4])], [("w", ["N", 4]), ("image", ["N", 1, 2, 2])], [("shape", INT, [-1, 1, 2, 2])]),
    "two inputs": model(
        [helper.make_node("Add", ["z", "noise"], ["sum"]), helper.make_node("Reshape", ["sum", "shape"], ["image"])],
        [("z", FLOAT, ["N", 4]), ("noise", FLOAT, ["N", 4])], [("image", ["N", 1, 2, 2])],
        [("shape", INT, [-1, 1, 2, 2])]),
}
with open(os.path.join(os.path.dirname(__file__), "foreign.json"), "w") as out:
    json.dump(models, out, indent=0)
    out.write("\n")
