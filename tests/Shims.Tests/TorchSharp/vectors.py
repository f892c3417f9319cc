"""Writes vectors.json, what PyTorch gives for the shim's tests to compare with: /usr/bin/python3 vectors.py

Written with python3-torch 1.13.1 of Debian 12, one thread. A case's loss is sum(softplus(y) * c); "first" are its
gradients, "second" the gradients of the sum of the squares of the first.
"""
import json
import os

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
torch.manual_seed(20)


def packed(tensor):
    # Nine digits tell any two single-precision numbers apart.
    values = tensor.detach().double().flatten().tolist()
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in values]}


def case(function, inputs, constants=None):
    leaves = {name: tensor.clone().requires_grad_() for name, tensor in inputs.items()}
    constants = constants or {}
    y = function(**leaves, **constants)
    c = torch.randn(y.shape)
    loss = (F.softplus(y) * c).sum()
    first = torch.autograd.grad(loss, list(leaves.values()), create_graph=True)
    second = torch.autograd.grad(sum((g * g).sum() for g in first), list(leaves.values()), allow_unused=True)
    second = [torch.zeros_like(x) if g is None else g for g, x in zip(second, leaves.values())]
    return {
        "inputs": {name: packed(tensor) for name, tensor in inputs.items()},
        "constants": {name: packed(tensor) for name, tensor in constants.items()},
        "c": packed(c), "y": packed(y), "loss": loss.item(),
        "first": [packed(g) for g in first], "second": [packed(g) for g in second],
    }


r = torch.randn
gradients = {
    "linear": case(lambda x, w, b: F.linear(x, w, b), {"x": r(4, 3), "w": r(5, 3), "b": r(5)}),
    "conv2d": case(lambda x, w, b: F.conv2d(x, w, b, stride=2, padding=1),
                   {"x": r(2, 3, 6, 6), "w": r(4, 3, 3, 3), "b": r(4)}),
    "conv2d_grouped": case(lambda x, w: F.conv2d(x, w, None, padding=(2, 0), dilation=(2, 1), groups=2),
                           {"x": r(1, 4, 5, 5), "w": r(2, 2, 3, 3)}),
    "conv_transpose2d": case(lambda x, w, b: F.conv_transpose2d(x, w, b, stride=2, padding=1, output_padding=1),
                             {"x": r(2, 3, 3, 3), "w": r(3, 2, 3, 3), "b": r(2)}),
    "batch_norm_train": case(lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True, eps=1e-3),
                             {"x": r(4, 2, 3, 3), "w": r(2), "b": r(2)}),
    "batch_norm_eval": case(lambda x, w, b, mean, var: F.batch_norm(x, mean, var, w, b, training=False),
                            {"x": r(4, 2, 3, 3), "w": r(2), "b": r(2)},
                            {"mean": r(2), "var": torch.rand(2) + 0.5}),
    "spectral_norm": case(lambda x, w, u, v: F.linear(x, w / torch.dot(u, torch.mv(w, v))),
                          {"x": r(3, 4), "w": r(2, 4)},
                          {"u": F.normalize(r(2), dim=0), "v": F.normalize(r(4), dim=0)}),
    "softplus": case(lambda x: F.softplus(x, beta=2, threshold=3), {"x": r(6) * 2}),
    "leaky_relu": case(lambda x, w: F.leaky_relu(F.linear(x, w), 0.2), {"x": r(3, 4), "w": r(2, 4)}),
    "cross_entropy": case(lambda x, i: F.cross_entropy(x, i.long(), label_smoothing=0.1), {"x": r(4, 3)},
                          {"i": torch.tensor([0.0, 2.0, 1.0, 2.0])}),
    "norm": case(lambda x: x.flatten(1).norm(dim=1), {"x": r(3, 2, 2)}),
}

x = torch.randn(2, 3, 4, 4)
y = torch.rand(2, 3, 4, 4)
m = torch.randn(3, 3)
functions = {
    "add": x + y * 2, "sub": 3 - x, "div": 2 / y, "div_floor": torch.div(x, 0.5, rounding_mode="floor"), "pow": y ** x,
    "pow_scalar": y ** 2.5, "lerp": x.lerp(y, torch.tensor(0.25)), "addcmul": x.clone().addcmul_(x, y, value=0.5),
    "addcdiv": x.clone().addcdiv_(x, y + 1, value=-0.1), "clamp": x.clamp(-0.5, 0.5), "clamp_min": x.clamp(min=0.1),
    "abs": x.abs(), "exp": x.exp(), "log": y.log(), "sqrt": y.sqrt(), "rsqrt": y.rsqrt(), "sign": x.sign(),
    "cos": x.cos(), "sin": x.sin(),
    "tanh": x.tanh(), "sigmoid": x.sigmoid(), "relu": x.relu(), "square": x.square(), "softmax": x.softmax(1),
    "log_softmax": x.log_softmax(-1), "sum": x.sum(), "sum_dims": x.sum((2, 3)),
    "mean_dims": x.mean((0, 2, 3), keepdim=True), "var": x.var(), "var_dims": x.var((0, 1), unbiased=False),
    "std": x.std(3), "max": x.max(), "max_dim": x.max(3)[0], "min_dim": x.min(1)[1], "amax": x.amax((1, 2)),
    "norm": x.norm(3), "norm_dim": x.norm(2, dim=1), "matmul": x.matmul(y), "mm": m.mm(m), "bmm": x[0].bmm(y[0]),
    "permute": x.permute(0, 2, 3, 1), "transpose": x.transpose(1, 3), "flip": x.flip(2, 3),
    "roll": x.roll((1, -1), (2, 3)), "repeat": m.repeat(2, 1), "expand": m[0].expand(4, 3), "flatten": x.flatten(1),
    "narrow": x.narrow(3, 1, 2), "select": x[1, 2], "index_select": x.index_select(1, torch.tensor([2, 0])),
    "gather": x.gather(3, torch.tensor([3, 0, 1, 2]).expand(2, 3, 4, 4)), "where": torch.where(x > y, x, y),
    "maximum": torch.maximum(x, y), "cat": torch.cat([x, y], 1), "stack": torch.stack([x, y], 2),
    "eye": torch.eye(2, 3), "arange": torch.arange(1, 2, 0.25), "linspace": torch.linspace(-1, 1, 5),
    "chunk": x.chunk(2, 3)[1], "split": x.split(3, 2)[1], "nearest": F.interpolate(x, scale_factor=2),
    "bilinear": F.interpolate(x, (6, 6), mode="bilinear"),
    "bicubic": F.interpolate(x, (3, 5), mode="bicubic", align_corners=True),
    "area": F.interpolate(x, (2, 2), mode="area"), "avg_pool": F.avg_pool2d(x, 3, 2, 1), "max_pool": F.max_pool2d(x, 2),
    "pad": F.pad(x, (1, 0, 2, 1), value=5), "reflect": F.pad(x, (1, 2, 1, 1), mode="reflect"),
    "qr_q": torch.linalg.qr(m[:, :2])[0], "qr_r": torch.linalg.qr(m[:, :2])[1],
    "svdvals": torch.linalg.svdvals(m), "eigvalsh": torch.linalg.eigvalsh(m + m.t()),
    "scatter": torch.zeros(3, 3).scatter_(1, torch.tensor([[0], [2], [1]]), m[:, :1]),
    "in_place": x.clone().add_(y, alpha=2).sub_(0.5).mul_(y).div_(3).sub_(y).add_(1, alpha=2),
    "pow_": y.clone().pow_(x), "lerp_": x.clone().lerp_(y, y), "addcmul_new": x.addcmul(x, y, value=-2),
    "addcdiv_new": x.addcdiv(y, y + 1),
    "clamp_": x.clone().clamp_(max=0.3), "clamp_tensor": x.clamp(-y, y), "amin": x.amin((0, 3)), "min": x.min(),
    "max_dim_at": x.max(2)[1], "minimum": torch.minimum(x, y), "std_dims": x.std((1, 2), unbiased=False, keepdim=True),
    "squeeze": x[:1].unsqueeze(-1).squeeze(0), "squeeze_all": x[:1].unsqueeze(2).squeeze(), "roll_all": m.roll(4),
    "split_sizes": x.split((1, 3), 3)[1], "eigh": torch.linalg.eigh(m + m.t())[1].abs(), "cut": F.pad(x, (-1, 1)),
    "replicate": F.pad(x, (2, 0, 0, 1), mode="replicate"), "circular": F.pad(x, (1, 1, 2, 0), mode="circular"),
    "likes": torch.ones_like(x) + torch.full_like(x, 0.5) + torch.zeros_like(x),
    "less": (x < y).float() + (x <= 0).float(),
    "greater": (0.5 > x).float() + (x >= y).float() + (x != y).float(), "range": torch.arange(2, 7).float(),
    "nearest_down": F.interpolate(x, (3, 2)),
    "bilinear_factor": F.interpolate(x, scale_factor=(1.5, 2), mode="bilinear"),
}


def drawn(draw):
    generator = torch.Generator().manual_seed(1234)
    torch.manual_seed(1234)
    return packed(draw(generator))


init = torch.nn.init
e = torch.empty
random = {
    "randn": drawn(lambda g: torch.randn(33, generator=g)), "rand": drawn(lambda g: torch.rand(33, generator=g)),
    "normal_": drawn(lambda g: e(5, 7).normal_(1, 2, generator=g)),
    "uniform_": drawn(lambda g: e(5, 7).uniform_(-1, 3, generator=g)),
    "randint": drawn(lambda g: torch.randint(3, 90, (20,), generator=g)),
    "randperm": drawn(lambda g: torch.randperm(20, generator=g)), "global": drawn(lambda g: torch.randn(20)),
    "kaiming_uniform_": drawn(lambda g: init.kaiming_uniform_(e(4, 3, 3, 3), a=0.2)),
    "kaiming_normal_": drawn(lambda g: init.kaiming_normal_(e(4, 6), mode="fan_out", nonlinearity="relu")),
    "xavier_uniform_": drawn(lambda g: init.xavier_uniform_(e(4, 6), gain=2)),
    "xavier_normal_": drawn(lambda g: init.xavier_normal_(e(4, 6))),
    "orthogonal_wide": drawn(lambda g: init.orthogonal_(e(3, 5), gain=2)),
    "orthogonal_tall": drawn(lambda g: init.orthogonal_(e(6, 2, 2))),
    "dropout": drawn(lambda g: F.dropout(torch.ones(20), 0.4)),
}

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vectors.json")
with open(path, "w") as file:
    groups = {"gradients": gradients, "functions": {name: packed(tensor) for name, tensor in functions.items()},
              "random": random}
    groups["functions"] |= {"x": packed(x), "y": packed(y), "m": packed(m)}
    file.write("{\n" + ",\n".join(
        f'"{group}": {{\n' + ",\n".join(f'"{name}": {json.dumps(entry)}' for name, entry in entries.items()) + "\n}"
        for group, entries in groups.items()) + "\n}\n")
