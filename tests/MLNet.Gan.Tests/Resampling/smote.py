"""Makes smote.json: what imbalanced-learn 0.10.0 (Debian: python3-imblearn) makes of small tables. Run with /usr/bin/python3."""
import json
import os

import imblearn
import numpy as np
import sklearn
from imblearn.over_sampling import SMOTE, SMOTENC
from scipy import stats
from sklearn.metrics import average_precision_score, f1_score

ADDED = 4000  # rows of a sample, of which imbalanced-learn's generator makes other ones for other seeds
rng = np.random.default_rng(17)


def rounded(values, digits=4):
    return [[round(float(v), digits) for v in row] for row in values]


def numbers():
    """A rare class with two clusters in three columns of different scales, one of them skewed; and many rows of another class."""
    rare = np.vstack([rng.normal([0, 0, 1], [1, 2, 0.2], (9, 3)), rng.normal([4, 6, 1], [0.5, 1, 0.2], (6, 3))])
    rare[:, 2] = np.exp(rare[:, 2] * 2)
    many = rng.normal([2, 3, 6], [1.5, 2.5, 3], (60, 3))
    rows = np.round(np.vstack([rare, many]), 3)
    labels = np.array([1] * len(rare) + [0] * len(many))
    k = 4
    sampler = SMOTE(k_neighbors=k, random_state=1, sampling_strategy={0: len(many), 1: len(rare) + ADDED})
    made = sampler.fit_resample(rows, labels)[0][len(rows):]
    nearest = sampler.nn_k_.kneighbors(rows[labels == 1], return_distance=False)[:, 1:]
    return dict(k=k, rare=rounded(rare, 3), many=rounded(many, 3), nearest=nearest.tolist(), made=rounded(made))


def mixed():
    """Two numbers and two categories, with ties among the votes."""
    n, k = 14, 4
    x = np.round(np.column_stack([rng.normal(0, 1, n), rng.exponential(2, n)]), 3)
    first = rng.choice(["a", "b", "c"], n, p=[0.4, 0.4, 0.2])
    second = rng.choice([0, 1], n)
    rare = np.empty((n, 4), object)
    rare[:, 0], rare[:, 1], rare[:, 2], rare[:, 3] = x[:, 0], x[:, 1], first, second
    m = 40
    many = np.empty((m, 4), object)
    many[:, 0], many[:, 1] = np.round(rng.normal(1, 1, m), 3), np.round(rng.exponential(3, m), 3)
    many[:, 2], many[:, 3] = rng.choice(["a", "b", "c", "d"], m), rng.choice([0, 1], m)
    rows, labels = np.vstack([rare, many]), np.array([1] * n + [0] * m)
    sampler = SMOTENC(categorical_features=[2, 3], k_neighbors=k, random_state=2, sampling_strategy={0: m, 1: n + ADDED})
    encoded = []
    make = sampler._make_samples

    def seen(X, *rest):
        encoded.append(X.toarray())
        return make(X, *rest)

    sampler._make_samples = seen
    made = sampler.fit_resample(rows, labels)[0][len(rows):]
    nearest = sampler.nn_k_.kneighbors(encoded[0], return_distance=False)[:, 1:]
    winners = []  # of each row's vote, by column: all categories with the most votes
    for row in range(n):
        winners.append([sorted(c for c in set(rare[nearest[row], j]) if sum(rare[nearest[row], j] == c)
                               == max(sum(rare[nearest[row], j] == d) for d in set(rare[nearest[row], j]))) for j in (2, 3)])
    codes = ["a", "b", "c", "d"]
    as_list = lambda part: [[float(r[0]), float(r[1]), str(r[2]), int(r[3])] for r in part]
    return dict(k=k, median=float(sampler.median_std_), rare=as_list(rare), many=as_list(many), nearest=nearest.tolist(),
                squared_distance_of_first_two=float(((encoded[0][0] - encoded[0][1]) ** 2).sum()), winners=winners,
                made=[[round(float(r[0]), 4), round(float(r[1]), 4), codes.index(r[2]), int(r[3])] for r in made])


def integers():
    """What happens to whole numbers: imbalanced-learn casts, which truncates toward 0."""
    values = np.array([[-9], [-4], [0], [5], [11], [12], [40], [41]])
    rows = np.vstack([values, np.arange(20)[:, None]])
    labels = np.array([1] * 8 + [0] * 20)
    make = lambda data: SMOTE(k_neighbors=3, random_state=3, sampling_strategy={0: 20, 1: 8 + ADDED}).fit_resample(data, labels)[0][28:]
    whole, real = make(rows), make(rows.astype(float))
    assert (whole == np.trunc(real)).all()
    return dict(values=values[:, 0].tolist(), k=3, mean_of_truncated=float(whole.mean()), mean_of_magnitudes_truncated=float(np.abs(whole).mean()),
                mean_of_magnitudes_real=float(np.abs(real).mean()))


def refusal():
    try:
        SMOTE(k_neighbors=5).fit_resample(np.arange(25.)[:, None], np.array([1] * 5 + [0] * 20))
    except ValueError as error:
        return str(error)


def scores():
    actual = rng.integers(0, 3, 40)
    predicted = np.where(rng.random(40) < 0.6, actual, rng.integers(0, 3, 40))
    scored = np.round(rng.normal((actual == 0) * 1.0, 1), 1)  # with ties
    return dict(actual=actual.tolist(), predicted=predicted.tolist(), scores=scored.tolist(),
                average_precision=float(average_precision_score(actual == 0, scored)),
                f1_of_0=float(f1_score(actual == 0, predicted == 0)), macro_f1=float(f1_score(actual, predicted, average="macro")))


def quantiles():
    return [dict(p=p, n=n, t=float(stats.t.ppf(p, n))) for p in (0.5, 0.9, 0.975, 0.9917, 0.9995) for n in (1, 2, 3, 9, 14, 49)]


path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "smote.json")
with open(path, "w") as file:
    json.dump(dict(imblearn=imblearn.__version__, sklearn=sklearn.__version__, numbers=numbers(), mixed=mixed(), integers=integers(),
                   refusal=refusal(), scores=scores(), quantiles=quantiles()), file, separators=(",", ":"))
    file.write("\n")
