#!/usr/bin/python3
"""Writes discrepancy.json: sample discrepancies of points, for SampleDiscrepancyTests.

Run:  /usr/bin/python3 discrepancy.py          (python3-numpy and python3-scipy of Debian)

SW / s + max(0, 1 - density) + 1 - coverage, with density and coverage of neighbors.py. In the plane, the mean over
directions is a sum over 7 200 angles; of numbers there is one direction.
"""
import json, os
import numpy as np, scipy
from neighbors import KEYS, density_coverage, made


def squared_wasserstein(a, b):
    """The integral of (F^-1 - G^-1)^2 over the steps of both quantile functions."""
    a, b = np.sort(a), np.sort(b)
    edges = np.unique(np.concatenate([np.arange(len(a) + 1) / len(a), np.arange(len(b) + 1) / len(b)]).round(12))
    middles = (edges[1:] + edges[:-1]) / 2
    first, second = a[(middles * len(a)).astype(int)], b[(middles * len(b)).astype(int)]
    return float(((first - second) ** 2 * np.diff(edges)).sum())


def sliced(a, b):
    if a.shape[1] == 1:
        return np.sqrt(squared_wasserstein(a[:, 0], b[:, 0]))
    angles = np.arange(7200) / 7200 * np.pi
    return np.sqrt(np.mean([squared_wasserstein(a @ d, b @ d) for d in np.stack([np.cos(angles), np.sin(angles)], 1)]))


def discrepancy(real, fake, k):
    spread = np.sqrt(np.trace(np.atleast_2d(np.cov(real, rowvar=False, ddof=0))) / real.shape[1])
    density, coverage = density_coverage(real, fake, ties=True, k=k)
    return float(sliced(real, fake) / (spread if spread > 0 else 1) + max(0, 1 - density) + 1 - coverage)


def case(name, columns, real, generated, k=5):
    sides = [dict(zip(KEYS, side)) for side in (real, generated)]
    a, b = (made(side, columns, grid=False) for side in sides)
    return {"name": name, "columns": columns, "neighbors": k, "real": sides[0], "generated": sides[1], "expected": discrepancy(a, b, k)}


def write():
    cases = [
        case("numbers", 1, (1, 60, 0, 1, 0, 1), (2, 40, 0.5, 2, 0, 1)),
        case("numbers with another neighbor", 1, (1, 60, 0, 1, 0, 1), (2, 40, 0.5, 2, 0, 1), k=2),
        case("points", 2, (3, 60, 5, 3, 0, 1), (4, 50, 5.5, 2, 0, 1)),
        case("collapsed points", 2, (5, 60, 0, 1, 0, 1), (6, 2, 0, 1, 0, 25)),
        case("points far apart", 2, (7, 60, 0, 1, 0, 1), (8, 60, 20, 1, 0, 1)),
        case("equal points", 2, (9, 60, 0, 1, 0, 1), (9, 60, 0, 1, 0, 1)),
        case("four real points", 2, (10, 4, 0, 1, 0, 1), (11, 20, 0, 1, 0, 1), k=3),
    ]
    text = ",\n".join("    " + json.dumps(c) for c in cases)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "discrepancy.json"), "w") as file:
        file.write(f'{{\n  "numpy": "{np.__version__}", "scipy": "{scipy.__version__}",\n  "cases": [\n{text}\n  ]\n}}\n')


if __name__ == "__main__":
    write()
