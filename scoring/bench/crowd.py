"""Dawid-Skene as it is done with pandas: python3 crowd.py VOTES ITERATIONS

The operations an iteration are crowd-kit's (DawidSkene, 1.4): votes joined with the posteriors and summed by volunteer
and answer; votes joined with the logarithms of that and summed by task. What it does besides, the evidence lower bound
by which it stops, is left out, so this is the quicker of the two. Prints the seconds of each iteration.
"""
import sys
import time

import numpy
import pandas

votes = pandas.read_csv(sys.argv[1])
counts = votes.groupby(["task", "label"]).size().unstack(fill_value=0)
posterior = counts.div(counts.sum(axis=1), axis=0)
for _ in range(int(sys.argv[2])):
    begin = time.perf_counter()
    joined = votes.join(posterior, on="task").drop(columns="task")
    errors = joined.groupby(["worker", "label"], sort=False).sum().clip(lower=1e-10)
    errors = errors.div(errors.groupby("worker", sort=False).sum())
    prior = posterior.mean()
    joined = votes.join(numpy.log2(errors), on=["worker", "label"]).drop(columns=["worker", "label"])
    evidence = joined.groupby("task", sort=False).sum() + numpy.log2(prior)
    scaled = numpy.exp2(evidence.sub(evidence.max(axis=1), axis=0))
    posterior = scaled.div(scaled.sum(axis=1), axis=0)
    print("seconds %.4f" % (time.perf_counter() - begin), flush=True)
print(" ".join("%.9f" % p for p in posterior.mean()))
