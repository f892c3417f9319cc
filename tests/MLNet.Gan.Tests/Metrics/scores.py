#!/usr/bin/python3
"""Writes scores.json: what NumPy makes of the other metrics, for ScoreVectorTests.

Run: /usr/bin/python3 scores.py          (python3-numpy and python3-scipy of Debian)

Features come from vectors.py, and every random choice is replaced by a rule that ScoreVectorTests has too.
"""
import json, os
import numpy as np, scipy.special
from vectors import features, normals, usual


def picked(count, size, turn):
    """Rows of a subset: steps of seven, which is prime to every count here."""
    return sorted((7 * i + 3 * turn) % count for i in range(size))


def kernel(subsets, size, columns, first, second):
    """Binkowski et al. (2018): the polynomial kernel, unbiased; mean and deviation (ddof 0) over the subsets."""
    x, y = (features(*side[:2], columns, *side[2:]).astype(np.float64) for side in (first, second))
    values = []
    for turn in range(subsets):
        a, b = x[picked(len(x), size, turn)], y[picked(len(y), size, turn)]
        aa, bb, ab = ((p @ q.T / columns + 1) ** 3 for p, q in ((a, a), (b, b), (a, b)))
        values.append((aa.sum() - np.trace(aa) + bb.sum() - np.trace(bb)) / (size * (size - 1)) - 2 * ab.mean())
    return float(np.mean(values)), float(np.std(values))


def inception(splits, classes, side):
    """Salimans et al. (2016) by scipy.special: mean and deviation (ddof 0) over the splits."""
    logits = features(*side[:2], classes, *side[2:]).astype(np.float64)
    n, values = len(logits), []
    for i in range(splits):
        p = scipy.special.softmax(logits[i * n // splits:(i + 1) * n // splits], axis=1)
        values.append(np.exp(scipy.special.rel_entr(p, p.mean(0)).sum(1).mean()))
    return float(np.mean(values)), float(np.std(values))


def infinity(points, columns, first, second):
    """Chong & Forsyth (2020) as dgm-eval has it, with nested sets: a line by numpy.polyfit."""
    x, y = (features(*side[:2], columns, *side[2:]).astype(np.float64) for side in (first, second))
    y = y[[(7 * i + 3) % len(y) for i in range(len(y))]]
    sizes = np.linspace(min(5000, max(len(y) / 10, 2)), len(y), points).astype(int)
    return float(np.polyfit(1 / sizes, [usual(x, y[:size], 1) for size in sizes], 1)[1])


def sliced(projections, columns, first, second):
    """Root of the mean of squared W2 distances; quantile functions on the common grid of both counts."""
    x, y = (features(*side[:2], columns, *side[2:]).astype(np.float64) for side in (first, second))
    directions = np.array(normals(99, projections * columns)).reshape(projections, columns)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    n, m = len(x), len(y)
    squares = [((np.repeat(np.sort(x @ d), m) - np.repeat(np.sort(y @ d), n)) ** 2).mean() for d in directions]
    return float(np.sqrt(np.mean(squares)))


if __name__ == "__main__":
    a, b = (1, 64, 0, 1, 0.5, 1), (2, 50, 0.2, 1.2, 0.4, 1)
    (kid, kid_deviation), (score, score_deviation) = kernel(5, 30, 20, a, b), inception(10, 7, (3, 103, 0, 3, 0.3, 1))
    document = {
        "numpy": np.__version__,
        "kernel": kid, "kernelDeviation": kid_deviation,
        "kernelOfAll": kernel(1, 64, 300, a, (2, 64, 0.2, 1.2, 0.4, 1))[0],
        "inception": score, "inceptionDeviation": score_deviation,
        "infinity": infinity(15, 6, (4, 400, 0, 1, 0.5, 1), (5, 300, 0.1, 1.2, 0.4, 1)),
        "sliced": sliced(20, 3, (6, 40, 0, 1, 0, 1), (7, 56, 0.3, 1.5, 0.5, 1)),
    }
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scores.json"), "w") as file:
        file.write(json.dumps(document, indent=2) + "\n")
