"""Writes data sets of Debian's python3-sklearn (1.2.1) as CSV files: /usr/bin/python3 tables.py FOLDER"""
import csv
import sys

from sklearn.datasets import load_breast_cancer, load_wine

for name, load in (("wine", load_wine), ("breast-cancer", load_breast_cancer)):
    data = load()
    with open(f"{sys.argv[1]}/{name}.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*(column.replace(" ", "_") for column in data.feature_names), "Class"])
        for row, label in zip(data.data, data.target):
            writer.writerow([*(repr(float(value)) for value in row), data.target_names[label]])
