"""CTGAN after its paper (Xu et al., 2019, "Modeling Tabular Data using Conditional GAN"), as a peer of the benchmark of tables.

Written from the paper: mode-specific normalization with at most 10 modes (section 4.2), conditional vector and training by sampling (4.3),
residual generator, critic with packs of 10, WGAN-GP (4.4), batches of 500, 300 epochs, Adam of 2e-4 with betas 0.5 and 0.9.

Run with Debian's python3 (torch 1.13, scikit-learn 1.2, numpy 1.24): /usr/bin/python3 ctgan.py TRAIN.csv SYNTHETIC.csv ROWS SEED [EPOCHS]
"""
import csv
import sys
import time
import warnings

import numpy as np
import torch
from sklearn.mixture import BayesianGaussianMixture
from torch import nn
from torch.nn import functional as F

BATCH, PACK, NOISE, WIDTH, CATEGORIES_OF_NUMBERS = 500, 10, 128, 256, 20


class Number:
    """A column of numbers: a value within one of some Gaussian modes, and which."""

    def __init__(self, values, seed):
        self.missing = np.isnan(values)
        known = values[~self.missing].reshape(-1, 1)
        self.decimals = max((len(repr(float(v)).split(".")[1].rstrip("0")) if "e" not in repr(float(v)) else 15) for v in known[:1000, 0])
        self.low, self.high = known.min(), known.max()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            mixture = BayesianGaussianMixture(
                n_components=min(10, len(known)), weight_concentration_prior_type="dirichlet_process", weight_concentration_prior=0.001,
                random_state=seed, max_iter=100).fit(known)
        kept = mixture.weights_ > 0.005
        self.means, self.deviations = mixture.means_[kept, 0], np.sqrt(mixture.covariances_[kept, 0, 0])
        chances = mixture.predict_proba(known)[:, kept] + 1e-6
        chances /= chances.sum(1, keepdims=True)
        random = np.random.default_rng(seed)
        mode = (chances.cumsum(1) > random.random((len(known), 1))).argmax(1)
        self.width = kept.sum()
        self.has_missing = self.missing.any()
        states = int(self.width) + int(self.has_missing)
        self.encoded = np.zeros((len(values), 1 + states), np.float32)
        rows = np.flatnonzero(~self.missing)
        self.encoded[rows, 0] = np.clip((known[:, 0] - self.means[mode]) / (4 * self.deviations[mode]), -0.99, 0.99)
        self.encoded[rows, 1 + mode] = 1
        if self.has_missing:
            self.encoded[self.missing, states] = 1
        self.parts = [("tanh", 1), ("softmax", states)]

    def decode(self, rows):
        mode = rows[:, 1:].argmax(1)
        at = np.minimum(mode, self.width - 1)
        values = np.clip(np.clip(rows[:, 0], -1, 1) * 4 * self.deviations[at] + self.means[at], self.low, self.high)
        texts = [repr(round(float(v), self.decimals)) for v in values]
        return ["" if m == self.width else t for m, t in zip(mode, texts)]


class Category:
    """A column of categories as one-hot vectors, which conditions are made of."""

    def __init__(self, values):
        self.names = sorted(set(values))
        places = {name: i for i, name in enumerate(self.names)}
        self.states = np.array([places[value] for value in values])
        self.encoded = np.eye(len(self.names), dtype=np.float32)[self.states]
        self.parts = [("softmax", len(self.names))]

    def decode(self, rows):
        return [self.names[i] for i in rows.argmax(1)]


class Sampler:
    """Conditional vectors, and rows that fulfil them."""

    def __init__(self, columns):
        self.columns = [c for c in columns if isinstance(c, Category)]
        self.starts = np.cumsum([0] + [len(c.names) for c in self.columns])
        # For each column its rows by state: where each state's begin, and how many there are.
        self.order = np.array([np.argsort(c.states, kind="stable") for c in self.columns])
        counts = [np.bincount(c.states, minlength=len(c.names)) for c in self.columns]
        self.counts = np.concatenate(counts)
        self.first = np.concatenate([np.cumsum(c) - c for c in counts])
        self.ends = {by_log: [np.cumsum(s) / s.sum() for s in (np.log(c + 1) if by_log else c.astype(float) for c in counts)]
                     for by_log in (True, False)}

    @property
    def size(self):
        return int(self.starts[-1])

    def draw(self, count, random, by_log):
        condition, column = np.zeros((count, self.size), np.float32), random.integers(len(self.columns), size=count)
        uniform, state = random.random(count), np.zeros(count, np.int64)
        for i, ends in enumerate(self.ends[by_log]):
            mine = column == i
            state[mine] = np.minimum(np.searchsorted(ends, uniform[mine], side="right"), len(ends) - 1)
        condition[np.arange(count), self.starts[column] + state] = 1
        return condition, column, state

    def matching(self, column, state, random):
        at = self.starts[column] + state
        return self.order[column, self.first[at] + (random.random(len(at)) * self.counts[at]).astype(np.int64)]


class Residual(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.layer, self.norm = nn.Linear(inputs, WIDTH), nn.BatchNorm1d(WIDTH)

    def forward(self, x):
        return torch.cat([F.relu(self.norm(self.layer(x))), x], 1)


def activated(raw, parts):
    done, at = [], 0
    for kind, width in parts:
        part = raw[:, at:at + width]
        done.append(torch.tanh(part) if kind == "tanh" else F.gumbel_softmax(part, tau=0.2))
        at += width
    return torch.cat(done, 1)


def main(train, out, rows, seed, epochs=300):
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    random = np.random.default_rng(seed)
    table = list(csv.reader(open(train)))
    header, table = table[0], table[1:]
    columns = []
    for i, name in enumerate(header):
        cells = [row[i] for row in table]
        try:
            values = np.array([float(c) if c else np.nan for c in cells])
            # The same rule as ours: few different whole numbers are categories.
            few = len(set(cells)) <= min(CATEGORIES_OF_NUMBERS, len(cells) ** 0.5) and all(v == int(v) for v in values[~np.isnan(values)])
            columns.append(Category(cells) if name == "Class" or few else Number(values, seed))
        except ValueError:
            columns.append(Category(cells))
    data = np.concatenate([c.encoded for c in columns], 1)
    parts = [part for c in columns for part in c.parts]
    category_of = [(c, sum(w for o in columns[:i] for _, w in o.parts)) for i, c in enumerate(columns) if isinstance(c, Category)]
    sampler, width = Sampler(columns), data.shape[1]
    data_t = torch.from_numpy(data)
    generator = nn.Sequential(Residual(NOISE + sampler.size), Residual(NOISE + sampler.size + WIDTH),
                              nn.Linear(NOISE + sampler.size + 2 * WIDTH, width))
    critic = nn.Sequential(nn.Linear(PACK * (width + sampler.size), WIDTH), nn.LeakyReLU(0.2), nn.Dropout(0.5),
                           nn.Linear(WIDTH, WIDTH), nn.LeakyReLU(0.2), nn.Dropout(0.5), nn.Linear(WIDTH, 1))
    by_g = torch.optim.Adam(generator.parameters(), 2e-4, (0.5, 0.9), weight_decay=1e-6)
    by_d = torch.optim.Adam(critic.parameters(), 2e-4, (0.5, 0.9), weight_decay=1e-6)
    steps = max(len(data) // BATCH, 1)
    for _ in range(epochs * steps):
        condition, column, state = sampler.draw(BATCH, random, by_log=True)
        condition = torch.from_numpy(condition)
        fake = activated(generator(torch.cat([torch.randn(BATCH, NOISE), condition], 1)), parts)
        order = random.permutation(BATCH)
        real = data_t[sampler.matching(column[order], state[order], random)]
        real_in = torch.cat([real, condition[order]], 1).reshape(BATCH // PACK, -1)
        fake_in = torch.cat([fake, condition], 1).reshape(BATCH // PACK, -1).detach()
        mix = torch.rand(BATCH // PACK, 1)
        between = (mix * real_in + (1 - mix) * fake_in).requires_grad_(True)
        slope, = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
        loss = critic(fake_in).mean() - critic(real_in).mean() + 10 * ((slope.norm(2, 1) - 1) ** 2).mean()
        by_d.zero_grad(set_to_none=False)
        loss.backward()
        by_d.step()

        condition, column, state = sampler.draw(BATCH, random, by_log=True)
        condition = torch.from_numpy(condition)
        raw = generator(torch.cat([torch.randn(BATCH, NOISE), condition], 1))
        fake = activated(raw, parts)
        wrong = torch.zeros(())
        for i, (c, at) in enumerate(category_of):
            mine = np.flatnonzero(column == i)
            if len(mine):
                wrong = wrong + F.cross_entropy(raw[mine, at:at + len(c.names)], torch.from_numpy(state[mine]), reduction="sum") / BATCH
        loss = wrong - critic(torch.cat([fake, condition], 1).reshape(BATCH // PACK, -1)).mean()
        by_g.zero_grad(set_to_none=False)
        loss.backward()
        by_g.step()
    made = []
    with torch.no_grad():
        for start in range(0, rows, BATCH):
            condition = torch.from_numpy(sampler.draw(BATCH, random, by_log=False)[0])
            made.append(activated(generator(torch.cat([torch.randn(BATCH, NOISE), condition], 1)), parts).numpy())
    made = np.concatenate(made)[:rows]
    decoded, at = [], 0
    for c in columns:
        w = sum(w for _, w in c.parts)
        decoded.append(c.decode(made[:, at:at + w]))
        at += w
    with open(out, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(zip(*decoded))
    print(f"{time.process_time():.2f}")  # With what the modules took to load, which is about a second.


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), *map(int, sys.argv[5:]))
