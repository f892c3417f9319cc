#!/usr/bin/python3
"""Writes probe.json: the statistics of generated samples beside real ones, for SampleProbeTests.

Run:  /usr/bin/python3 probe.py          (python3-numpy and python3-scipy of Debian)

Plain programs of the definitions in SampleStatistics, in float64, from whole matrices of distances. The samples are
those of ../Metrics/vectors.py. The discriminator is the sum of a sample's values.
"""
import json, os, sys
import numpy as np, scipy
from scipy.spatial.distance import cdist

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Metrics"))
from vectors import features

KEYS = ("seed", "rows", "shift", "scale", "decay", "repeats")
SIDE, NEIGHBORS, QUANTILE = 16, 5, 0.01


def made(side, columns):
    return features(side["seed"], side["rows"], columns, side["shift"], side["scale"], side["decay"], side["repeats"]).astype(np.float64)


def pooled(x, shape):
    """Adaptive average pooling as PyTorch defines it: bin i of n reaches from floor(i s / n) to ceil((i + 1) s / n)."""
    if len(shape) != 3 or max(shape[1:]) <= SIDE:
        return x
    x = x.reshape(len(x), *shape)
    for axis in (2, 3):
        s = x.shape[axis]
        n = min(SIDE, s)
        bins = [np.take(x, range(i * s // n, -(-(i + 1) * s // n)), axis).mean(axis) for i in range(n)]
        x = np.stack(bins, axis)
    return x.reshape(len(x), -1)


def statistics(real, fake, held, shape, classes, packing):
    logit = lambda x: float(packing * x.sum(1).mean())                # a pack's logit is the sum over all of its samples
    result = {"trainingLogit": logit(real), "generatedLogit": logit(fake)}
    if held is not None:
        result["heldOutLogit"] = logit(held)
        held = pooled(held, shape)
    real, fake = pooled(real, shape), pooled(fake, shape)
    rr, ff, rf = cdist(real, real), cdist(fake, fake), cdist(real, fake)
    ordered = np.sort(rr, 1)
    near = rf <= ordered[:, NEIGHBORS][:, None]
    result |= {
        "diversity": float(ff.mean() / rr.mean()), "coverage": float(near.any(1).mean()), "precision": float(near.any(0).mean()),
        "duplicateShare": float((np.sort(ff, 1)[:, 1] <= np.quantile(ordered[:, 1], QUANTILE)).mean()),
        "scale": float(np.sqrt((fake ** 2).mean() / (real ** 2).mean())),
    }
    if held is not None:
        result["nearTrainingShare"] = float((rf.min(0) < cdist(held, fake).min(0)).mean())
    if classes:
        labels = np.arange(len(real)) % classes
        of_fake = np.sort(labels)                                      # generated samples have the labels of the real ones, by class
        coverages = []
        for c in range(classes):
            own = labels == c
            radii = np.sort(rr[own][:, own], 1)[:, NEIGHBORS]
            coverages.append(float((rf[own][:, of_fake == c] <= radii[:, None]).any(1).mean()))
        result |= {"lowestClass": int(np.argmin(coverages)), "lowestClassCoverage": min(coverages)}
    return result


def case(name, shape, real, generated, held=None, classes=0, packing=1):
    columns = int(np.prod(shape))
    sides = [dict(zip(KEYS, side)) if side else None for side in (real, generated, held)]
    a, b, c = (made(side, columns) if side else None for side in sides)
    return {"name": name, "shape": shape, "real": sides[0], "generated": sides[1], "heldOut": sides[2], "classes": classes,
            "packing": packing, "expected": statistics(a, b, c, shape, classes, packing)}


def write():
    cases = [
        case("vectors", [3], (1, 60, 0, 1, 0, 1), (2, 60, 0.3, 0.8, 0, 1)),
        case("far from zero", [3], (3, 60, 3000, 1, 0, 1), (4, 60, 3000.3, 0.8, 0, 1)),
        case("three samples only", [4], (5, 60, 0, 1, 0, 1), (6, 3, 0, 1, 0, 20)),
        case("many components", [200], (7, 48, 0, 1, 0.3, 1), (8, 48, 0.1, 0.9, 0.3, 1)),
        case("held-out rows", [3], (9, 60, 0, 1, 0, 1), (10, 60, 0, 1, 0, 1), (11, 60, 0, 1, 0, 1)),
        case("copies of the training", [3], (12, 60, 0, 1, 0, 1), (12, 60, 0.01, 0.97, 0, 1), (13, 60, 0, 1, 0, 1)),
        case("classes", [2], (14, 66, 0, 1, 0, 1), (15, 66, 1.5, 0.4, 0, 1), classes=3),
        case("packs of two", [3], (16, 60, 0, 1, 0, 1), (17, 60, 0.3, 0.8, 0, 1), packing=2),
        case("small images", [2, 8, 8], (18, 40, 0, 0.5, 0.2, 1), (19, 40, 0, 0.5, 0.2, 1)),
        case("images of 32 x 32", [1, 32, 32], (20, 40, 0, 0.5, 0.2, 1), (21, 40, 0.01, 0.5, 0.2, 1)),
        case("images of 24 x 10", [2, 24, 10], (22, 40, 0, 0.5, 0.2, 1), (23, 40, 0, 0.4, 0.2, 1), (24, 40, 0, 0.5, 0.2, 1)),
    ]
    text = ",\n".join("    " + json.dumps(c) for c in cases)
    with open(os.path.join(HERE, "probe.json"), "w") as file:
        file.write(f'{{\n  "numpy": "{np.__version__}", "scipy": "{scipy.__version__}",\n  "cases": [\n{text}\n  ]\n}}\n')


if __name__ == "__main__":
    write()
