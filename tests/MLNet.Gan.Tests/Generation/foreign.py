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
    if all(shape is not None for _, shape in outputs):  # The checker wants one; ONNX Runtime and exporters do not.
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
HALF, BYTE, SHORT_INT = TensorProto.FLOAT16, TensorProto.UINT8, TensorProto.INT32


def chain(*steps, inputs=(("z", FLOAT, ["N", 12]),), output=("image", FLOAT, ["N", 3, 2, 2]), constants=(), others=()):
    """A model of nodes that each read the last value, and others that are given: (operator, attributes, other inputs)."""
    nodes, value = list(others), inputs[0][0]
    for i, (operator, attributes, more) in enumerate(steps):
        result = output[0] if i == len(steps) - 1 else f"v{i}"
        nodes.append(helper.make_node(operator, [value, *more], [result], **attributes))
        value = result
    graph = helper.make_graph(
        nodes, "generator", [helper.make_tensor_value_info(*given) for given in inputs],
        [helper.make_tensor_value_info(*output)],
        [helper.make_tensor(name, kind, shape, values) for name, kind, shape, values in constants])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    onnx.checker.check_model(made, full_check=True)
    return base64.b64encode(made.SerializeToString()).decode()


def number(name, value):
    return (name, FLOAT, [], [value])


def shape(*sizes):
    return ("shape", INT, [len(sizes)], sizes)


def external(location, offset=8, length=16):
    """Latents plus (10, 20, 30, 40), which lie in another file behind eight bytes."""
    w = TensorProto(name="w", dims=[4], data_type=FLOAT, data_location=TensorProto.EXTERNAL)
    for key, value in (("location", location), ("offset", str(offset)), ("length", str(length))):
        w.external_data.add(key=key, value=value)
    graph = helper.make_graph(
        [helper.make_node("Add", ["z", "w"], ["sum"]), helper.make_node("Reshape", ["sum", "shape"], ["image"])], "generator",
        [helper.make_tensor_value_info("z", FLOAT, ["N", 4])], [helper.make_tensor_value_info("image", FLOAT, ["N", 1, 2, 2])],
        [w, helper.make_tensor("shape", INT, [4], [-1, 1, 2, 2])])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    return base64.b64encode(made.SerializeToString()).decode()


RESHAPE, COLORS = ("Reshape", {}, ["shape"]), shape(-1, 3, 2, 2)
models.update({
    "half": chain(RESHAPE, inputs=[("z", HALF, ["N", 12])], output=("image", HALF, ["N", 3, 2, 2]), constants=[COLORS]),
    "bytes": chain(
        ("Mul", {}, ["a"]), ("Add", {}, ["b"]), ("Clip", {}, ["zero", "most"]), ("Cast", {"to": BYTE}, []), RESHAPE,
        output=("image", BYTE, ["N", 2, 2, 3]),
        constants=[number("a", 50), number("b", 100), number("zero", 0), number("most", 255), shape(-1, 2, 2, 3)]),
    "int32 classes": model(
        [helper.make_node("Cast", ["y"], ["float"], to=FLOAT), helper.make_node("Concat", ["z", "float"], ["row"], axis=1),
         helper.make_node("Reshape", ["row", "shape"], ["image"])],
        [("z", FLOAT, ["N", 3]), ("y", SHORT_INT, ["N", 1])], [("image", ["N", 1, 2, 2])], [("shape", INT, [-1, 1, 2, 2])]),
    "one hot": model(
        [helper.make_node("Concat", ["z", "y"], ["row"], axis=1), helper.make_node("Reshape", ["row", "shape"], ["image"])],
        [("z", FLOAT, ["N", 1]), ("y", FLOAT, ["N", 3])], [("image", ["N", 1, 2, 2])], [("shape", INT, [-1, 1, 2, 2])]),
    "truncation": chain(("Mul", {}, ["psi"]), RESHAPE, inputs=[("z", FLOAT, ["N", 12]), ("psi", FLOAT, [])], constants=[COLORS]),
    "two images": model(
        [helper.make_node("Reshape", ["z", "shape"], ["image"]),
         helper.make_node("GlobalAveragePool", ["image"], ["thumbnail"])],
        [("z", FLOAT, ["N", 12])], [("thumbnail", ["N", 3, 1, 1]), ("image", ["N", 3, 2, 2])], [("shape", INT, [-1, 3, 2, 2])]),
    "of the batch": chain(
        ("Sub", {}, ["mean"]), RESHAPE, constants=[COLORS],
        others=[helper.make_node("ReduceMean", ["z"], ["mean"], axes=[0], keepdims=1)]),
    "noise inside": chain(
        ("Add", {}, ["noise"]), RESHAPE, constants=[COLORS], others=[helper.make_node("RandomNormalLike", ["z"], ["noise"], scale=0.25)]),
    "0 to 255": chain(
        ("Sigmoid", {}, []), ("Mul", {}, ["a"]), RESHAPE, constants=[number("a", 255), COLORS]),
    "0 to 1": chain(("Mul", {}, ["a"]), ("Sigmoid", {}, []), RESHAPE, constants=[number("a", 6), COLORS]),
    "bright": chain(("Sigmoid", {}, []), RESHAPE, constants=[COLORS]),
    "no shape": reshaped(["N", 4], [1, 2, 2], None),
    "white": chain(("Mul", {}, ["a"]), ("Add", {}, ["b"]), RESHAPE, constants=[number("a", 0), number("b", 1), COLORS]),
    "external": external("foreign.onnx.data"),
    "external above": external("../foreign.onnx.data"),
    "external at a root": external("/foreign.onnx.data"),
    "external beyond the end": external("foreign.onnx.data", 8, 24),
    "external that is no number": external("foreign.onnx.data", -8),
})
with open(os.path.join(os.path.dirname(__file__), "foreign.json"), "w") as out:
    json.dump(models, out, indent=0)
    out.write("\n")
