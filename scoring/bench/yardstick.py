"""The usual way to score predictions: python3 yardstick.py TRUTH PREDICTIONS [only]

pandas reads and joins, scikit-learn scores: ROC-AUC, average precision and log loss for one column, the root mean
square over all cells for more. With the word only, the truth is there already and is not timed. Prints the scores and
the seconds.
"""
import sys
import time

import numpy
import pandas
from sklearn.metrics import average_precision_score, log_loss, roc_auc_score

begin = time.perf_counter()
truth = pandas.read_csv(sys.argv[1])
if "only" in sys.argv:
    begin = time.perf_counter()
predictions = pandas.read_csv(sys.argv[2])
names = [name for name in truth.columns if name != "id"]
if len(predictions) != len(truth) or predictions.isna().any().any():
    sys.exit("the rows do not match")
both = truth.merge(predictions, on="id", suffixes=("", "_predicted"), validate="one_to_one")
if len(both) != len(truth):
    sys.exit("the ids do not match")
t = both[names].to_numpy()
p = both[[name + "_predicted" for name in names]].to_numpy()
if len(names) == 1:
    print("roc-auc %.12f" % roc_auc_score(t[:, 0], p[:, 0]))
    print("average-precision %.12f" % average_precision_score(t[:, 0], p[:, 0]))
    print("log-loss %.12f" % log_loss(t[:, 0], p[:, 0]))
else:
    print("rmse %.12f" % numpy.sqrt(((t - p) ** 2).mean()))
print("seconds %.4f" % (time.perf_counter() - begin))
