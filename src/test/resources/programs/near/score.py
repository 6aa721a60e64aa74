"""The share of subjects predicted to within 0.2."""
import csv
import json
import sys


def numbers(name):
    with open(name, newline="", encoding="utf-8") as rows:
        return [float(row["merger_fraction"]) for row in csv.DictReader(rows)]


pairs = list(zip(numbers(sys.argv[1] + "/ref/solution.csv"), numbers(sys.argv[1] + "/res/predictions.csv")))
with open(sys.argv[2] + "/scores.json", "w") as out:
    json.dump({"within_program": sum(abs(t - p) <= 0.2 for t, p in pairs) / len(pairs)}, out)
