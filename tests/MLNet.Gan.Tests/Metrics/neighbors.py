#!/usr/bin/python3
"""Writes neighbors.json: metrics by distances between features, for NeighborVectorTests.

Run:  /usr/bin/python3 neighbors.py          (python3-numpy and python3-scipy of Debian)

Plain programs of the papers' definitions in float64 which hold every matrix of distances whole. The features are those
of vectors.py, here and in Samples.cs, rounded to whole numbers where a case is a grid: distances then have many ties,
and are exact. Cases have at most 500 samples a side, so that all pairs are looked at.
"""
import json, os
import numpy as np, scipy
from scipy.spatial.distance import cdist, pdist
from vectors import features

KEYS = ("seed", "rows", "shift", "scale", "decay", "repeats")


def made(side, columns, grid):
    x = features(side["seed"], side["rows"], columns, side["shift"], side["scale"], side["decay"], side["repeats"])
    x = x.astype(np.float64)
    return np.rint(x) if grid else x


def radii(x, k):
    """Squared distances to the k-th neighbor: element k of a sorted row that begins with the sample itself."""
    return np.sort(cdist(x, x, "sqeuclidean"), axis=1)[:, k]


def number(value):
    return float(value) if np.isfinite(value) else -1.0          # JSON has no infinity.


def ratio(a, b):
    return 1.0 if a == b else number(a / b) if b > 0 else -1.0


def precision_recall(real, fake, k=3):
    d = cdist(real, fake, "sqeuclidean")
    precision = (d <= radii(real, k)[:, None]).any(0).mean()
    recall = (d <= radii(fake, k)[None, :]).any(1).mean()
    return [float(precision), float(recall),
            float(2 * precision * recall / (precision + recall)) if precision + recall > 0 else 0.0]


def density_coverage(real, fake, ties, k=5):
    d, r = cdist(real, fake, "sqeuclidean"), radii(real, k)[:, None]
    inside = d <= r if ties else d < r
    return [float(inside.sum() / (k * len(fake))), float(inside.any(1).mean())]


def realism(real, fake, k=3):
    r = np.sqrt(radii(real, k))
    r = np.where(r <= np.median(r), r, 0)
    d = cdist(real, fake)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.where(r[:, None] > 0, r[:, None] / d, 0)
    return [number(v) for v in ratios.max(0)]


def nearest(real, fake, quantile=0.01):
    d, among = cdist(fake, real), np.sqrt(radii(real, 1))
    distances = d.min(1)
    return {"index": [int(i) for i in d.argmin(1)], "distance": [float(v) for v in distances],
            "scores": [ratio(np.median(distances), np.median(among)),
                       float((distances <= np.quantile(among, quantile)).mean())]}


def diversity(real, fake, quantile=0.05):
    a, b = pdist(fake), pdist(real)
    return [ratio(a.mean(), b.mean()), ratio(np.quantile(a, quantile), np.quantile(b, quantile)),
            float(b.mean()), float(a.mean())]


def case(name, columns, real, generated, grid=False):
    sides = [dict(zip(KEYS, side)) for side in (real, generated)]
    a, b = (made(side, columns, grid) for side in sides)
    return {"name": name, "columns": columns, "grid": grid, "real": sides[0], "generated": sides[1],
            "precisionRecall": precision_recall(a, b), "densityCoverage": density_coverage(a, b, ties=False),
            "densityCoverageWithTies": density_coverage(a, b, ties=True), "realism": realism(a, b),
            "nearestIndex": nearest(a, b)["index"], "nearestDistance": nearest(a, b)["distance"],
            "nearestScores": nearest(a, b)["scores"], "diversity": diversity(a, b)}


def write():
    cases = [
        case("few features", 5, (1, 60, 0, 1, 0.5, 1), (2, 40, 0.1, 1.1, 0.5, 1)),
        case("more rows than a tile", 24, (3, 300, 0, 1, 0.5, 1), (4, 200, 0.2, 0.8, 0.5, 1)),
        case("more features than a block", 150, (5, 60, 0, 1, 0.3, 1), (6, 50, 0.05, 1, 0.3, 1)),
        case("unequal counts", 3, (7, 500, 0, 1, 0, 1), (8, 37, 0.5, 1, 0, 1)),
        case("one feature", 1, (9, 120, 0, 1, 0, 1), (10, 80, 0.5, 2, 0, 1)),
        case("far from zero", 8, (11, 150, 3000, 1, 0, 1), (12, 150, 3000.2, 1, 0, 1)),
        case("far apart", 8, (13, 30, 0, 1, 0, 1), (14, 30, 1000, 1, 0, 1)),
        case("collapsed", 12, (15, 150, 0, 1, 0, 1), (16, 7, 0, 1, 0, 20)),
        case("real samples repeated", 6, (17, 20, 0, 1, 0, 8), (18, 100, 0, 1, 0, 1)),
        case("equal sets", 6, (19, 100, 0, 1, 0, 1), (19, 100, 0, 1, 0, 1)),
        case("equal sets of repeated samples", 6, (20, 20, 0, 1, 0, 8), (20, 20, 0, 1, 0, 8)),
        case("grid of the plane", 2, (21, 250, 0, 3, 0, 1), (22, 220, 1, 3, 0, 1), grid=True),
        case("grid of four features", 4, (23, 250, 0, 1.5, 0, 1), (24, 220, 0.5, 1.5, 0, 1), grid=True),
        case("small numbers", 10, (25, 50, 0, 1e-25, 0, 1), (26, 60, 0, 1e-25, 0, 1)),
        case("large numbers", 10, (27, 50, 0, 1e30, 0, 1), (28, 60, 0, 1e30, 0, 1)),
    ]
    text = ",\n".join("    " + json.dumps(c) for c in cases)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "neighbors.json"), "w") as file:
        file.write(f'{{\n  "numpy": "{np.__version__}", "scipy": "{scipy.__version__}",\n'
                   f'  "cases": [\n{text}\n  ]\n}}\n')


if __name__ == "__main__":
    write()
