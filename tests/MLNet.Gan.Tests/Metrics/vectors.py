#!/usr/bin/python3
"""Writes vectors.json: Frechet distances by NumPy and SciPy, for FrechetDistanceVectorTests.

Run:  /usr/bin/python3 vectors.py          (python3-numpy and python3-scipy of Debian)
Time: /usr/bin/python3 vectors.py --time N D   prints the processor seconds of the usual formula.

The features are made here and in Samples.cs by the same arithmetic, so that only seeds and results are committed.
"""
import json, math, os, sys, time
import numpy as np, scipy, scipy.linalg

MASK = (1 << 64) - 1


def normals(seed, count):
    """Standard normals: splitmix64 and the cosine half of Box and Muller."""
    state, values = seed, []

    def uniform():
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0 ** -53

    for _ in range(count):
        radius = math.sqrt(-2 * math.log(1 - uniform()))
        values.append(radius * math.cos(2 * math.pi * uniform()))
    return values


def features(seed, rows, columns, shift, scale, decay, repeats):
    """Rows of neighbors that correlate and scales that fall; each row `repeats` times; float32."""
    z = np.array(normals(seed, rows * columns)).reshape(rows, columns)
    x = z.copy()
    x[:, 1:] += 0.5 * z[:, :-1]
    scales = np.array([scale * math.pow(1 + j, -decay) for j in range(columns)])
    return np.tile((shift + scales * x).astype(np.float32), (repeats, 1))


def usual(a, b, ddof):
    """TTUR's and pytorch-fid's formula: the square root of the product."""
    m1, m2 = a.mean(0), b.mean(0)
    s1, s2 = np.cov(a, rowvar=False, ddof=ddof), np.cov(b, rowvar=False, ddof=ddof)
    root = scipy.linalg.sqrtm(s1 @ s2, disp=False)[0]
    return float(((m1 - m2) ** 2).sum() + np.trace(s1) + np.trace(s2) - 2 * np.trace(root).real)


def exact(a, b, ddof):
    """tr sqrt(S1 S2) is the nuclear norm of the centred cross-Gram matrix: nothing is squared, no rank matters."""
    a, b = a.astype(np.longdouble), b.astype(np.longdouble)
    m1, m2 = a.mean(0), b.mean(0)
    ca, cb = (a - m1) / np.sqrt(np.longdouble(len(a) - ddof)), (b - m2) / np.sqrt(np.longdouble(len(b) - ddof))
    nuclear = scipy.linalg.svdvals((ca @ cb.T).astype(np.float64)).sum()
    return float(((m1 - m2) ** 2).sum() + (ca * ca).sum() + (cb * cb).sum() - 2 * nuclear)


def case(name, reference, columns, first, second, ddof=1, tolerance=1e-8):
    keys = ("seed", "rows", "shift", "scale", "decay", "repeats")
    sides = [dict(zip(keys, side)) for side in (first, second)]
    a, b = (features(s["seed"], s["rows"], columns, s["shift"], s["scale"], s["decay"], s["repeats"]).astype(np.float64)
            for s in sides)
    return {"name": name, "columns": columns, "ddof": ddof, "first": sides[0], "second": sides[1],
            "reference": reference.__name__, "tolerance": tolerance, "expected": reference(a, b, ddof)}


def write():
    cases = [
        case("full rank", usual, 24, (1, 400, 0, 1, 0.5, 1), (2, 300, 0.1, 1.2, 0.4, 1)),
        case("full rank, ddof 0", usual, 24, (1, 400, 0, 1, 0.5, 1), (2, 300, 0.1, 1.2, 0.4, 1), ddof=0),
        case("full rank, several panels", usual, 150, (3, 500, 1, 1, 0.3, 1), (4, 450, 1.1, 0.9, 0.3, 1)),
        case("one feature", exact, 1, (5, 50, 0, 1, 0, 1), (6, 60, 1, 2, 0, 1)),
        case("two features", usual, 2, (7, 50, 0, 1, 1, 1), (8, 60, 1, 2, 0, 1)),
        case("first has too few rows", exact, 96, (9, 40, 0, 1, 0.5, 1), (10, 500, 0.1, 1.1, 0.5, 1), tolerance=1e-6),
        case("both have too few rows", exact, 128, (11, 60, 0, 1, 0.5, 1), (12, 45, 0.1, 1.1, 0.5, 1), tolerance=1e-6),
        case("repeated rows", exact, 80, (13, 20, 0, 1, 0.5, 9), (14, 300, 0.1, 1.1, 0.5, 1), tolerance=1e-6),
        case("both repeated", exact, 80, (13, 20, 0, 1, 0.5, 9), (14, 30, 0.1, 1.1, 0.5, 7), tolerance=1e-6),
        case("scales over nine decades", exact, 60, (15, 200, 0, 1, 5, 1), (16, 200, 0, 1, 5, 1), tolerance=1e-6),
        case("opposite scales", exact, 60, (17, 200, 0, 1, 5, 1), (18, 200, 0, 1e-9, -5, 1), tolerance=1e-6),
    ]
    text = ",\n".join("    " + json.dumps(c) for c in cases)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "vectors.json"), "w") as file:
        file.write(f'{{\n  "numpy": "{np.__version__}", "scipy": "{scipy.__version__}",\n  "cases": [\n{text}\n  ]\n}}\n')


def measure(rows, columns):
    """Processor seconds of the matrix part of the usual formula, as the tools run it: covariances given."""
    random = np.random.default_rng(1)
    scales = (1 + np.arange(columns)) ** -0.5
    s1, s2 = (np.cov(random.standard_normal((rows, columns)) * scales, rowvar=False) for _ in range(2))
    start = time.process_time()
    scipy.linalg.sqrtm(s1 @ s2, disp=False)
    print(time.process_time() - start)


if __name__ == "__main__":
    measure(int(sys.argv[2]), int(sys.argv[3])) if sys.argv[1:2] == ["--time"] else write()
