"""Writes optimizers.json: six steps of torch.optim's Adam, RMSprop and SGD on eight numbers, at changing rates.

Run with Debian's python3-torch (made with 1.13.0): /usr/bin/python3 optimizers.py
"""
import json
import pathlib

import torch
from torch.optim import SGD, Adam, RMSprop

CASES = {
    "Adam, betas 0 and 0.99": lambda p: Adam(p, betas=(0.0, 0.99), eps=1e-8),
    "Adam, betas 0.9 and 0.999": lambda p: Adam(p, betas=(0.9, 0.999), eps=1e-8),
    "Adam, betas 0.5 and 0.9, epsilon 0.01": lambda p: Adam(p, betas=(0.5, 0.9), eps=1e-2),
    "RMSprop, smoothing 0.99": lambda p: RMSprop(p, alpha=0.99, eps=1e-8),
    "RMSprop, smoothing 0.5, epsilon 0.01": lambda p: RMSprop(p, alpha=0.5, eps=1e-2),
    "SGD": lambda p: SGD(p, lr=1),
    "SGD, momentum 0.9": lambda p: SGD(p, lr=1, momentum=0.9),
    "SGD, momentum 0.9, Nesterov": lambda p: SGD(p, lr=1, momentum=0.9, nesterov=True),
}

torch.manual_seed(11)
start = torch.randn(8, dtype=torch.float64)
rates = [0.01, 0.02, 0.02, 0.005, 0.0, 0.03]
gradients = torch.randn(6, 8, dtype=torch.float64)


def run(make):
    parameter = start.clone().requires_grad_(True)
    optimizer = make([parameter])
    steps = []
    for rate, gradient in zip(rates, gradients):
        optimizer.param_groups[0]["lr"] = rate
        parameter.grad = gradient.clone()
        optimizer.step()
        steps.append(parameter.tolist())
    return steps


content = {
    "start": start.tolist(),
    "rates": rates,
    "gradients": gradients.tolist(),
    "cases": {name: run(make) for name, make in CASES.items()},
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(content, separators=(",", ":")) + "\n")
