"""Fetch data, submit predictions and read boards of a Voorwerp server.

In a notebook::

    import voorwerp

    voorwerp.download("galaxy-mergers", "data")
    submission = voorwerp.submit("galaxy-mergers", frame, wait=60)
    print(submission)

The functions here talk to the server that the environment names: ``VOORWERP_URL`` (default http://localhost:8080) and
``VOORWERP_TOKEN``, or the files that ``voorwerp login`` writes. For several servers or people make a :class:`Client` of
each. Whatever a server refuses is raised as a :class:`Problem`, in the server's own words, with lines and columns.
"""

from .answers import Board, BoardRow, Challenge, File, Phase, Quota, Score, Submission
from .client import Client
from .credentials import CredentialsError
from .download import DownloadError
from .problem import Finding, Problem, Unreachable, VoorwerpError
from .shortcuts import (
    accept_terms,
    board,
    challenge,
    challenges,
    download,
    files,
    submission,
    submissions,
    submit,
    terms,
)
from .table import TableError

__version__ = "0.1.0"

__all__ = [
    "Board",
    "BoardRow",
    "Challenge",
    "Client",
    "CredentialsError",
    "DownloadError",
    "File",
    "Finding",
    "Phase",
    "Problem",
    "Quota",
    "Score",
    "Submission",
    "TableError",
    "Unreachable",
    "VoorwerpError",
    "accept_terms",
    "board",
    "challenge",
    "challenges",
    "download",
    "files",
    "submission",
    "submissions",
    "submit",
    "terms",
]
