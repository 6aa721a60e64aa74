"""Dawid-Skene as it is done with pandas: python3 crowd.py VOTES ITERATIONS

Crowd-kit itself where it can be imported. Else the operations of an iteration of its DawidSkene (1.4): votes joined with
the posteriors and summed by volunteer and answer; votes joined with the logarithms of that and summed by task. What it does
besides, the evidence lower bound by which it stops, is left out there, and is nearly half of its time. Prints who ran and
the seconds of each iteration, one that does not count before them.
"""
import sys
import time

import numpy
import pandas


def crowd_kit(votes, iterations):
    """The ends of iterations: the lower bound is the last thing that one works out."""
    ends = []

    class Timed(DawidSkene):
        def _evidence_lower_bound(self, *state):
            bound = super()._evidence_lower_bound(*state)
            ends.append(time.perf_counter())
            return bound

    Timed(n_iter=iterations, tol=-numpy.inf).fit(votes)
    return ends


def operations(votes, iterations):
    ends = []
    counts = votes.groupby(["task", "label"]).size().unstack(fill_value=0)
    posterior = counts.div(counts.sum(axis=1), axis=0)
    for _ in range(iterations):
        joined = votes.join(posterior, on="task").drop(columns="task")
        errors = joined.groupby(["worker", "label"], sort=False).sum().clip(lower=1e-10)
        errors = errors.div(errors.groupby("worker", sort=False).sum())
        prior = posterior.mean()
        joined = votes.join(numpy.log2(errors), on=["worker", "label"]).drop(columns=["worker", "label"])
        evidence = joined.groupby("task", sort=False).sum() + numpy.log2(prior)
        scaled = numpy.exp2(evidence.sub(evidence.max(axis=1), axis=0))
        posterior = scaled.div(scaled.sum(axis=1), axis=0)
        ends.append(time.perf_counter())
    return ends


try:
    from crowdkit.aggregation import DawidSkene

    who, run = "crowd-kit", crowd_kit
except ImportError:
    who, run = "the operations of crowd-kit", operations
print("by " + who, flush=True)
for seconds in numpy.diff(run(pandas.read_csv(sys.argv[1]), int(sys.argv[2]) + 1)):
    print("seconds %.4f" % seconds)
