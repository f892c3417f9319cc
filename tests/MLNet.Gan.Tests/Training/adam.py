"""Writes adam.json: five steps of torch.optim.Adam on eight numbers, for two pairs of betas.

Run with Debian's python3-torch (made with 1.13.0): /usr/bin/python3 adam.py
"""
import json
import pathlib

import torch

torch.manual_seed(11)
start = torch.randn(8, dtype=torch.float64)
gradients = torch.randn(5, 8, dtype=torch.float64)
cases = []
for beta1, beta2, rate, epsilon in [(0.0, 0.99, 1e-2, 1e-8), (0.9, 0.999, 1e-3, 1e-8), (0.5, 0.9, 1e-2, 1e-2)]:
    parameter = start.clone().requires_grad_(True)
    optimizer = torch.optim.Adam([parameter], lr=rate, betas=(beta1, beta2), eps=epsilon)
    steps = []
    for gradient in gradients:
        parameter.grad = gradient.clone()
        optimizer.step()
        steps.append(parameter.tolist())
    cases.append({"beta1": beta1, "beta2": beta2, "rate": rate, "epsilon": epsilon, "steps": steps})

content = {"start": start.tolist(), "gradients": gradients.tolist(), "cases": cases}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(content, separators=(",", ":")) + "\n")
