"""Makes files to score: python3 data.py ROWS COLUMNS FOLDER

truth.csv, shuffled.csv (predictions in another order), ordered.csv (in the truth's). With one column the truth is 0 or
1 and the prediction a probability; with more, both are fractions. Always the same for the same arguments.
"""
import os
import sys

import numpy

rows, columns, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
os.makedirs(folder, exist_ok=True)
random = numpy.random.default_rng(2007)
ids = 1237645879551066262 + 41 * random.permutation(rows).astype(numpy.int64)
chance = random.beta(0.6, 2.2, (rows, columns))
truth = (random.random((rows, columns)) < chance).astype(int) if columns == 1 else chance
guess = numpy.clip(chance + random.normal(0, 0.12, (rows, columns)), 0.0001, 0.9999)


def write(name, order, cells, form):
    names = ["p%d" % c for c in range(columns)]
    pattern = "%d," + ",".join([form] * columns) + "\n"
    with open(os.path.join(folder, name), "w") as out:
        out.write("id," + ",".join(names) + "\n")
        for start in range(0, rows, 100_000):
            part = order[start:start + 100_000]
            out.write("".join(pattern % (i, *c) for i, c in zip(ids[part].tolist(), cells[part].tolist())))


in_order, shuffled = numpy.arange(rows), random.permutation(rows)
write("truth.csv", in_order, truth, "%d" if columns == 1 else "%.6f")
write("ordered.csv", in_order, guess, "%.6f")
write("shuffled.csv", shuffled, guess, "%.6f")
