"""The client's methods as functions, for notebooks: each asks the server that the environment names."""

from __future__ import annotations

import os
from typing import Any, List, Mapping, Optional, Sequence, Union

from .answers import Board, Challenge, File, Submission
from .client import Client


def challenges() -> List[Challenge]:
    """The challenges that you may see, the newest first."""
    return Client().challenges()


def challenge(slug: str) -> Challenge:
    """One challenge, with its phases and metrics."""
    return Client().challenge(slug)


def terms(slug: str) -> Optional[Mapping[str, Any]]:
    """The terms of a challenge: ``markdown``, ``version``, ``acceptedAt``; None where it has none."""
    return Client().terms(slug)


def accept_terms(slug: str, version: Optional[str] = None) -> None:
    """Accept the terms of a challenge, once before the first submission."""
    Client().accept_terms(slug, version)


def files(slug: str) -> List[File]:
    """The files that a challenge publishes."""
    return Client().files(slug)


def download(
    slug: str,
    folder: Union[str, "os.PathLike[str]"] = ".",
    names: Optional[Sequence[str]] = None,
    **options: Any,
) -> List[str]:
    """Fetch a challenge's files: see :meth:`Client.download`."""
    return Client().download(slug, folder, names, **options)


def submit(slug: str, predictions: Any, **options: Any) -> Submission:
    """Send predictions: see :meth:`Client.submit`."""
    return Client().submit(slug, predictions, **options)


def submission(id: str) -> Submission:
    """One of your submissions."""
    return Client().submission(id)


def submissions(slug: str, limit: Optional[int] = None) -> List[Submission]:
    """Your team's submissions to a challenge, the latest first."""
    return Client().submissions(slug, limit)


def board(slug: str, **options: Any) -> Board:
    """A leaderboard: see :meth:`Client.board`."""
    return Client().board(slug, **options)
