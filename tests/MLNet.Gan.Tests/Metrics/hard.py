#!/usr/bin/python3
"""Writes hard.json: Frechet distances where the usual formulas lose digits, for HardCasesTests and docs/metrics.md.

Run: /usr/bin/python3 hard.py          (python3-numpy and python3-scipy of Debian)
"""
import json, os
import numpy as np, scipy, scipy.linalg
from vectors import exact, features

COLUMNS = 256


def sides(case):
    for side in (case["first"], case["second"]):
        x = features(side["seed"], side["rows"], COLUMNS, side["shift"], side["scale"], side["decay"], side["repeats"])
        if case["dead"]:
            x[:, 3::4] = 0
        if case["copied"]:
            x[:, 1::2] = x[:, 0::2]
        yield x.astype(np.float64)


def distance(a, b, trace):
    s1, s2 = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    return ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(s1) + np.trace(s2) - 2 * trace(s1 @ s2, s1, s2)


def sqrtm(product, s1, s2):
    """As pytorch-fid: an offset where the root is not finite, an error where its diagonal is complex."""
    root = scipy.linalg.sqrtm(product, disp=False)[0]
    if not np.isfinite(root).all():
        offset = np.eye(len(s1)) * 1e-6
        root = scipy.linalg.sqrtm((s1 + offset) @ (s2 + offset))
    if np.iscomplexobj(root):
        if not np.allclose(np.diagonal(root).imag, 0, atol=1e-3):
            raise ValueError("imaginary component")
        root = root.real
    return np.trace(root)


def eigvals(product, s1, s2):
    """As torchmetrics and torch-fidelity."""
    return np.sqrt(scipy.linalg.eigvals(product).astype(np.complex128)).real.sum()


def error(a, b, trace, expected):
    try:
        return f"{abs(distance(a, b, trace) / expected - 1):.0e}"
    except ValueError as e:
        return str(e)


def case(name, first, second, dead=False, copied=False):
    keys = ("seed", "rows", "shift", "scale", "decay", "repeats")
    result = {"name": name, "first": dict(zip(keys, first)), "second": dict(zip(keys, second)),
              "dead": dead, "copied": copied, "tolerance": 1e-12}
    a, b = sides(result)
    expected = exact(a, b, 1)
    return result | {"expected": expected,
                     "sqrtm": error(a, b, sqrtm, expected), "eigvals": error(a, b, eigvals, expected)}


if __name__ == "__main__":
    one, two = (0, 1, 0.5, 1), (0.1, 1.1, 0.5, 1)
    cases = [
        case("full rank: 1500 and 1000 samples", (1, 1500, *one), (2, 1000, *two)),
        case("one side has fewer samples than features: 100 and 1000", (3, 100, *one), (4, 1000, *two)),
        case("both have: 100 and 80", (5, 100, *one), (6, 80, *two)),
        case("repeated samples: 40, each 20 times, and 1000", (7, 40, 0, 1, 0.5, 20), (8, 1000, *two)),
        case("both collapsed: 40, each 20 times, and 30, each 30 times",
             (7, 40, 0, 1, 0.5, 20), (8, 30, 0.1, 1.1, 0.5, 30)),
        case("dead features: every fourth is 0", (9, 1500, *one), (10, 1000, *two), dead=True),
        case("singular: every second feature is a copy", (11, 1500, *one), (12, 1000, *two), copied=True),
        case("scales that fall over seven decades", (13, 1500, 0, 1, 3, 1), (14, 1000, 0.1, 1.1, 3, 1)),
    ]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "hard.json"), "w") as file:
        text = ",\n".join("    " + json.dumps(c) for c in cases)
        file.write(f'{{\n  "numpy": "{np.__version__}", "scipy": "{scipy.__version__}", "columns": {COLUMNS},\n'
                   f'  "cases": [\n{text}\n  ]\n}}\n')
