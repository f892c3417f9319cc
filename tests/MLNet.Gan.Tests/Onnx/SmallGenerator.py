"""Writes SmallGenerator.json: a conditional generator's weights, inputs and outputs as PyTorch computes them.

Run with Debian's python3-torch (made with 1.13.0): /usr/bin/python3 SmallGenerator.py
"""
import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(7)
shapes = {
    "embedding": (3, 2),
    "linear.weight": (8, 6), "linear.bias": (8,),
    "norm.weight": (2,), "norm.bias": (2,), "norm.mean": (2,), "norm.var": (2,),
    "up.weight": (2, 4, 4, 4), "up.bias": (4,),
    "conv.weight": (1, 4, 3, 3), "conv.bias": (1,),
    "skip.weight": (1, 4, 1, 1), "skip.bias": (1,),
}
w = {name: torch.randn(shape) * 0.5 for name, shape in shapes.items()}
w["norm.var"] = w["norm.var"].abs() + 0.1
z, label = torch.randn(3, 4), torch.tensor([2, 0, 1])

h = torch.cat([z, w["embedding"][label]], 1)
h = F.linear(h, w["linear.weight"], w["linear.bias"]).reshape(-1, 2, 2, 2)
h = F.batch_norm(h, w["norm.mean"], w["norm.var"], w["norm.weight"], w["norm.bias"], eps=1e-5).relu()
h = F.leaky_relu(F.conv_transpose2d(h, w["up.weight"], w["up.bias"], stride=2, padding=1), 0.2)
features = F.softmax(F.avg_pool2d(F.max_pool2d(h, 2), 2).mean((2, 3)), 1)
h = F.interpolate(h, scale_factor=2, mode="nearest")
body = F.conv2d(h, w["conv.weight"], w["conv.bias"], padding=1)
image = torch.tanh(body + F.conv2d(h, w["skip.weight"], w["skip.bias"]))


def plain(tensor):
    return tensor.flatten().tolist()


content = {
    "weights": {name: {"shape": list(value.shape), "values": plain(value)} for name, value in w.items()},
    "z": plain(z), "label": plain(label), "image": plain(image), "features": plain(features),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(content, indent=None, separators=(",", ":")) + "\n")
