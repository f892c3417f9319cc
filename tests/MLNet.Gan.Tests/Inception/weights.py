"""Writes small state dicts as PyTorch saves them: both containers, two pickle protocols.

Run with Debian's python3-torch (made with 1.13.0): /usr/bin/python3 weights.py
Legacy files name their storages by memory addresses, so their bytes differ from run to run.
"""
import collections
import pathlib

import torch

matrix = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
weights = collections.OrderedDict(
    [
        ("matrix", matrix),
        ("transposed", matrix.t()),
        ("columns", matrix[:, 1:]),
        ("parameter", torch.nn.Parameter(torch.tensor([1.5]))),
        ("double", torch.tensor([0.1, -2.0], dtype=torch.float64)),
        ("half", torch.tensor([1.0, 0.5], dtype=torch.float16)),
        ("bfloat16", torch.tensor([1.0, -2.0], dtype=torch.bfloat16)),
        ("scalar", torch.tensor(3.0)),
        ("empty", torch.zeros(0, 3)),
        ("bn.num_batches_tracked", torch.tensor(7)),
    ]
)
weights._metadata = collections.OrderedDict({"": {"version": 1}})

folder = pathlib.Path(__file__).parent
torch.save(weights, folder / "weights-zip.pth")
torch.save(dict(weights), folder / "weights-zip-protocol-4.pth", pickle_protocol=4)
torch.save(weights, folder / "weights-legacy.pth", _use_new_zipfile_serialization=False)
torch.save(
    dict(weights), folder / "weights-legacy-protocol-4.pth", pickle_protocol=4, _use_new_zipfile_serialization=False
)
