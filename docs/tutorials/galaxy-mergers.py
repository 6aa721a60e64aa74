# %% [markdown]
# # Galaxy mergers: from the data to the board
#
# Predict from a survey's catalogue which share of volunteers will see two galaxies colliding. The cells below fetch the
# data, validate as the hold-out is drawn, train, submit, and look at the board. They take about a minute.
#
# `pip install --no-index --find-links http://localhost:8080/client/ voorwerp` installs the client from the server itself;
# pandas and scikit-learn you have. The server's address and your token come from `VOORWERP_URL` and `VOORWERP_TOKEN`, or
# from `voorwerp login`.

# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_squared_error, roc_auc_score
from sklearn.model_selection import GroupKFold

import voorwerp

SLUG = "galaxy-mergers"

# %% [markdown]
# ## The data
#
# `download` checks every file by its SHA-256 and leaves alone what is there already, so this cell may run as often as you like.

# %%
voorwerp.download(SLUG, SLUG)
train = pd.read_csv(f"{SLUG}/train.csv", dtype={"id": str})
test = pd.read_csv(f"{SLUG}/test.csv", dtype={"id": str})
print(len(train), "galaxies to learn from,", len(test), "to predict")
train.head()

# %% [markdown]
# The truth is the share of votes for *merger*; `votes` says how many volunteers stand behind it, so a share of thirty votes
# can be trusted more than one of twenty. Likelihoods of fits have long tails: a logarithm does them good.


# %%
def attributes(galaxies):
    x = galaxies.drop(columns=["id", "field", "merger_fraction", "votes"], errors="ignore")
    tails = [column for column in x if column.startswith("lnL")]
    return x.assign(**{column: np.log1p(-x[column].clip(upper=0)) for column in tails})


features, share = attributes(train), train["merger_fraction"]

# %% [markdown]
# ## Validation
#
# A field of the sky is never on both sides of the hold-out: galaxies of one field share their seeing and their dust. So the
# folds are made by `field`. The board ranks by the area under the ROC curve of "more than 40 % saw a merger".

# %%
model = HistGradientBoostingRegressor(max_iter=200, learning_rate=0.05, max_leaf_nodes=15, random_state=2007)
expected = np.zeros(len(train))
for fit, check in GroupKFold(n_splits=5).split(features, share, groups=train["field"]):
    model.fit(features.iloc[fit], share.iloc[fit], sample_weight=train["votes"].iloc[fit])
    expected[check] = model.predict(features.iloc[check])
print("ROC-AUC at 0.4, cross-validated:", round(roc_auc_score(share >= 0.4, expected), 4))
print("RMSE, cross-validated:", round(mean_squared_error(share, expected) ** 0.5, 4))

# %% [markdown]
# ## A submission
#
# Terms are accepted once. `wait` waits for the scores.

# %%
model.fit(features, share, sample_weight=train["votes"])
mine = pd.DataFrame({"id": test["id"], "merger_fraction": model.predict(attributes(test)).clip(0, 1)})

voorwerp.accept_terms(SLUG)
submission = voorwerp.submit(SLUG, mine, note="gradient boosting over the catalogue", wait=120)
print(submission)

# %% [markdown]
# ## The board
#
# The intervals say how surely: where two overlap, a better place may be luck.

# %%
board = voorwerp.board(SLUG)
for row in board.rows[:10]:
    print(row.rank or "-", row.team, "(baseline)" if row.baseline else "", row.scores[board.metrics[0]])

# %% [markdown]
# Beaten is the baseline `linear-regression`, which sees the same attributes. What next? The crowd's own line on the board's
# page shows how far one can get at all. Textures and isophotes come in two bands: their differences are worth a try.

# %%
baseline = next(row for row in board.rows if row.team == "linear-regression" and row.baseline)
assert submission.scores["roc-auc"].value > baseline.scores["roc-auc"].value, "the baseline was not beaten"
