"""Makes quality.json: values of NumPy, SciPy and scikit-learn that TableQuality is compared with. Run with /usr/bin/python3."""
import json
import math
import os

import numpy as np
import scipy
import sklearn
from scipy import stats
from scipy.stats.contingency import association
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import NearestNeighbors

rng = np.random.default_rng(7)


def listed(values):
    return [None if isinstance(v, float) and math.isnan(v) else v for v in np.asarray(values).tolist()]


def table(count, shift):
    """Two numbers, of which one has gaps and repeated values, and two categories."""
    x = np.round(rng.normal(shift, 1, count), 2)
    y = np.round(np.exp(x / 2 + rng.normal(0, 0.5, count)), 1)
    y[rng.random(count) < 0.1] = np.nan
    kind = rng.choice(["a", "b", "c", "d"], count, p=[0.5, 0.3 - shift / 10, 0.15, 0.05 + shift / 10])
    flag = np.where(rng.random(count) < np.where(kind == "a", 0.8, 0.3), "yes", "no")
    return dict(x=x, y=y, kind=kind, flag=flag)


def shares(values, names):
    return np.array([np.mean(values == name) for name in names])


def variation(one, other):
    names = sorted(set(one) | set(other))
    return float(np.abs(shares(one, names) - shares(other, names)).sum() / 2)


def deciles(values):
    return np.unique(np.nanquantile(values, np.arange(1, 10) / 10))


def bins(values, edges):
    codes = np.searchsorted(edges, values, side="left")
    return np.array(["missing" if np.isnan(v) else str(c) for v, c in zip(values, codes)])


def joint(one, other):
    return np.array([f"{a}|{b}" for a, b in zip(one, other)])


def cramer(one, other):
    rows, columns = sorted(set(one)), sorted(set(other))
    counts = [[int(np.sum((one == r) & (other == c))) for c in columns] for r in rows]
    return float(association(np.array(counts), method="cramer"))


def spearman(one, other):
    both = ~(np.isnan(one) | np.isnan(other))
    return float(stats.spearmanr(one[both], other[both]).correlation)


def wilson(hits, count, level):
    interval = stats.binomtest(hits, count).proportion_ci(level, method="wilson")
    return dict(hits=hits, count=count, level=level, low=float(interval.low), high=float(interval.high))


def range_coverage(one, other):
    low, high = np.nanquantile(one, [0.01, 0.99])
    return float(max(min(np.nanmax(other), high) - max(np.nanmin(other), low), 0) / (high - low))


def closest(real, holdout, synthetic):
    """One column, standardized by the real values: distances to the closest record."""
    def distance(records):
        scaled = (records[:, None] - real.mean()) / real.std()
        return NearestNeighbors(n_neighbors=1, algorithm="brute").fit(scaled).kneighbors((synthetic[:, None] - real.mean()) / real.std())

    (own, which), (other, which_other) = distance(real), distance(holdout)
    own, other = own[:, 0], other[:, 0]
    nearest = [("r", int(i)) if a < b else ("h", int(j)) for a, b, i, j in zip(own, other, which[:, 0], which_other[:, 0])]
    records = [("r", i) for i in range(len(real))] + [("h", i) for i in range(len(holdout))]
    counts = np.array([nearest.count(record) for record in records])
    divisions = [rng.permutation(len(records)) < len(real) for _ in range(40000)]  # which records are called training rows
    return dict(real=listed(real), holdout=listed(holdout), synthetic=listed(synthetic), nearer=float(np.mean(own < other)),
                deviation=float(np.std([counts[division].sum() / len(synthetic) for division in divisions])), median=float(np.median(own / other)))


real, made = table(300, 0.0), table(250, 0.4)
known = [{name: t[name][~np.isnan(t[name])] for name in ("x", "y")} for t in (real, made)]
x_bins = [bins(t["x"], deciles(real["x"])) for t in (real, made)]
y_bins = [bins(t["y"], deciles(real["y"])) for t in (real, made)]
scores, labels = np.round(rng.normal(0, 1, 60), 1), rng.random(60) < 0.4

result = dict(
    versions=dict(numpy=np.__version__, scipy=scipy.__version__, sklearn=sklearn.__version__),
    real={name: listed(values) for name, values in real.items()},
    made={name: listed(values) for name, values in made.items()},
    shapes=dict(x=1 - float(stats.ks_2samp(known[0]["x"], known[1]["x"]).statistic), y=1 - float(stats.ks_2samp(known[0]["y"], known[1]["y"]).statistic),
                kind=1 - variation(real["kind"], made["kind"]), flag=1 - variation(real["flag"], made["flag"])),
    coverage=dict(x=range_coverage(real["x"], made["x"][:6]), y=range_coverage(real["y"], made["y"][:6])),
    pairs={
        "x y": dict(real=spearman(real["x"], real["y"]), made=spearman(made["x"], made["y"]),
                    score=1 - abs(spearman(real["x"], real["y"]) - spearman(made["x"], made["y"])) / 2),
        "x kind": dict(real=cramer(x_bins[0], real["kind"]), made=cramer(x_bins[1], made["kind"]),
                       score=1 - variation(joint(x_bins[0], real["kind"]), joint(x_bins[1], made["kind"]))),
        "y flag": dict(real=cramer(y_bins[0], real["flag"]), made=cramer(y_bins[1], made["flag"]),
                       score=1 - variation(joint(y_bins[0], real["flag"]), joint(y_bins[1], made["flag"]))),
        "kind flag": dict(real=cramer(real["kind"], real["flag"]), made=cramer(made["kind"], made["flag"]),
                          score=1 - variation(joint(real["kind"], real["flag"]), joint(made["kind"], made["flag"]))),
    },
    area=dict(scores=listed(scores), labels=[bool(v) for v in labels], value=float(roc_auc_score(labels, scores))),
    wilson=[wilson(0, 20, 0.95), wilson(7, 20, 0.95), wilson(20, 20, 0.9), wilson(513, 1000, 0.99)],
    closest=closest(np.round(rng.normal(0, 1, 80), 5), np.round(rng.normal(0, 1, 80), 5), np.round(rng.normal(0, 1, 90), 5)),
)
with open(os.path.join(os.path.dirname(__file__), "quality.json"), "w") as file:
    json.dump(result, file)
    file.write("\n")
