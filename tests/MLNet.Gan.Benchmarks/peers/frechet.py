#!/usr/bin/python3
"""Prints the seconds by the clock that SciPy needs for the matrix part of a Frechet distance, as the usual tools do it.

Run: /usr/bin/python3 frechet.py ROWS COLUMNS      prints "<sqrtm> <eigvals>"
"""
import sys, time
import numpy as np, scipy.linalg

rows, columns = int(sys.argv[1]), int(sys.argv[2])
random = np.random.default_rng(1)
scales = (1 + np.arange(columns)) ** -0.5
first, second = (np.cov(random.standard_normal((rows, columns)) * scales, rowvar=False) for _ in range(2))
for trace in (lambda product: np.trace(scipy.linalg.sqrtm(product, disp=False)[0]).real,
              lambda product: np.sqrt(scipy.linalg.eigvals(product).astype(complex)).real.sum()):
    start = time.perf_counter()
    trace(first @ second)
    print(time.perf_counter() - start, end=" ")
