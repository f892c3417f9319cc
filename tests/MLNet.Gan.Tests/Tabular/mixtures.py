#!/usr/bin/python3
"""Writes mixtures.json: Gaussian mixtures of scikit-learn's BayesianGaussianMixture, for VariationalMixtureTests.

Run: /usr/bin/python3 mixtures.py          (python3-numpy and python3-sklearn of Debian)

scikit-learn starts from random responsibilities or those of a random k-means; here it starts from the clusters of
StartingClusters, computed anew, so that the steps can be compared.
"""
import json, os
import numpy as np, sklearn
from sklearn.mixture import BayesianGaussianMixture

COMPONENTS = 10


def values(case):
    """Numbers that C# makes alike: no library's generator, but a Weyl sequence through quantiles of logistic distributions."""
    rows = []
    for count, center, scale in case["parts"]:
        u = (np.arange(1, count + 1) * 0.6180339887498949) % 1.0
        rows.append(center + scale * np.log(u / (1 - u)))
    x = np.sort(np.concatenate(rows))
    return np.round((x - x.mean()) / x.std(), 9)


def start(x):
    """One cluster of the sorted numbers, split where that reduces the squares most; the largest cluster first."""
    sums, squares = (np.concatenate([[0.0], np.cumsum(v)]) for v in (x, x * x))

    def within(a, b):
        return squares[b] - squares[a] - (sums[b] - sums[a]) ** 2 / (b - a)

    def split(a, b):
        if b - a < 2:
            return a, 0.0
        left = [within(a, c) + within(c, b) for c in range(a + 1, b)]
        return a + 1 + int(np.argmin(left)), within(a, b) - min(left)

    ranges = [(0, len(x))]
    while len(ranges) < COMPONENTS:
        a, b = max(ranges, key=lambda r: split(*r)[1])
        place, gain = split(a, b)
        if gain <= 0:
            break
        ranges.remove((a, b))
        ranges += [(a, place), (place, b)]
    resp = np.zeros((len(x), COMPONENTS))
    for k, (a, b) in enumerate(sorted(ranges, key=lambda r: (r[0] - r[1], r[0]))):
        resp[a:b, k] = 1
    return resp


class Started(BayesianGaussianMixture):
    def _initialize_parameters(self, X, random_state):
        self._initialize(X, start(X[:, 0]))


def fitted(case):
    x = values(case)
    model = Started(n_components=COMPONENTS, weight_concentration_prior_type="dirichlet_process", weight_concentration_prior=0.001,
                    max_iter=200, tol=1e-3, n_init=1).fit(x[:, None])
    return {
        "name": case["name"], "parts": case["parts"], "steps": model.n_iter_, "bound": model.lower_bound_,
        "weights": model.weights_.tolist(), "means": model.means_[:, 0].tolist(),
        "deviations": np.sqrt(model.covariances_[:, 0, 0]).tolist(),
    }


CASES = [
    {"name": "one mode", "parts": [[1000, 0.0, 1.0]]},
    {"name": "two modes apart", "parts": [[700, -5.0, 0.3], [300, 5.0, 0.5]]},
    {"name": "three modes, one rare", "parts": [[900, 0.0, 1.0], [80, 12.0, 0.2], [20, 30.0, 0.1]]},
    {"name": "few rows", "parts": [[15, 0.0, 1.0]]},
    {"name": "overlapping modes", "parts": [[1200, 0.0, 0.5], [1200, 2.5, 0.5], [600, 4.0, 1.5]]},
]

if __name__ == "__main__":
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "mixtures.json")
    with open(path, "w") as file:
        json.dump({"sklearn": sklearn.__version__, "cases": [fitted(case) for case in CASES]}, file, indent=1)
        file.write("\n")
