"""Rows of imbalanced-learn's SMOTE, SMOTE-NC or SMOTE-N, whichever the columns need: /usr/bin/python3 smote.py TRAIN.csv OUT.csv SEED"""
import csv
import sys

import numpy as np
from imblearn.over_sampling import SMOTE, SMOTEN, SMOTENC

train, out, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
rows = list(csv.reader(open(train)))
header, rows = rows[0], rows[1:]
label = header.index("Class")
names = [name for i, name in enumerate(header) if i != label]


def number(cells):
    try:
        return [float(cell) for cell in cells]
    except ValueError:
        return None


columns = [[row[i] for row in rows] for i in range(len(header)) if i != label]
numbers = [number(column) for column in columns]
texts = [i for i, column in enumerate(numbers) if column is None]
codes = {i: sorted(set(columns[i])) for i in texts}
data = np.array([column if column is not None else [codes[i].index(cell) for cell in columns[i]] for i, column in enumerate(numbers)]).T
if not texts:
    method = SMOTE(random_state=seed)
elif len(texts) < len(names):
    method = SMOTENC(categorical_features=texts, random_state=seed)
else:
    method = SMOTEN(random_state=seed)
made, classes = method.fit_resample(data, [row[label] for row in rows])
with open(out, "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(header)
    for row, of in zip(made, classes):
        cells = [codes[i][int(v)] if i in codes else repr(float(v)) for i, v in enumerate(row)]
        writer.writerow([*cells[:label], of, *cells[label:]])
