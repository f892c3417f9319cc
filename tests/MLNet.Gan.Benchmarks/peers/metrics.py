#!/usr/bin/python3
"""Metrics as the usual Python tools compute them, for races with ours.

Run: /usr/bin/python3 metrics.py      (Debian's python3-scipy, on the BLAS that the system chooses)

Says which libraries these are, and then answers lines of its standard input, "NAME ROWS COLUMNS", with
"<seconds> <processor seconds>" for one computation from random features of both sides in float64:
  sqrtm      the trace of the root of the product of both covariances, by scipy.linalg.sqrtm
  eigvals    the same by scipy.linalg.eigvals
  kernel     the kernel distances of 10 subsets of 1000 rows
  neighbors  the distances of all rows of one side to their third nearest neighbor, in blocks
Ends with 77 where SciPy is missing.
"""
import functools, sys, time
try:
    import numpy as np, scipy, scipy.linalg
except ImportError:
    sys.exit(77)

SUBSETS, SUBSET, NEIGHBOR, BLOCK = 10, 1000, 3, 1000


@functools.lru_cache(maxsize=1)
def features(rows, columns):
    random = np.random.default_rng(1)
    scales = (1 + np.arange(columns)) ** -0.5
    return [random.standard_normal((rows, columns)) * scales for _ in range(2)]


@functools.lru_cache(maxsize=1)
def product(rows, columns):
    first, second = (np.cov(side, rowvar=False) for side in features(rows, columns))
    return first @ second


def sqrtm(rows, columns):
    return np.trace(scipy.linalg.sqrtm(product(rows, columns), disp=False)[0]).real


def eigvals(rows, columns):
    return np.sqrt(scipy.linalg.eigvals(product(rows, columns)).astype(complex)).real.sum()


def kernel(rows, columns):
    real, generated = features(rows, columns)
    random, distances = np.random.default_rng(2), []
    for _ in range(SUBSETS):
        x, y = (side[random.choice(rows, SUBSET, replace=False)] for side in (real, generated))
        within, mixed = [(one @ one.T / columns + 1) ** 3 for one in (x, y)], (x @ y.T / columns + 1) ** 3
        pairs = SUBSET * (SUBSET - 1)
        distances.append(sum((one.sum() - np.trace(one)) / pairs for one in within) - 2 * mixed.mean())
    return np.mean(distances)


def neighbors(rows, columns):
    side = features(rows, columns)[0]
    norms, found = (side * side).sum(1), []
    for start in range(0, rows, BLOCK):
        part = slice(start, start + BLOCK)
        squared = norms[part, None] + norms - 2 * side[part] @ side.T
        found.append(np.partition(squared, NEIGHBOR, 1)[:, NEIGHBOR])  # the nearest is the row itself
    return np.concatenate(found)


print(f"NumPy {np.__version__}, SciPy {scipy.__version__}", flush=True)
for line in sys.stdin:
    name, rows, columns = line.split()
    size = int(rows), int(columns)
    (product if name in ("sqrtm", "eigvals") else features)(*size)
    start, before = time.perf_counter(), time.process_time()
    globals()[name](*size)
    print(time.perf_counter() - start, time.process_time() - before, flush=True)
