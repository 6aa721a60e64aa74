"""A server, as a participant uses it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
import shutil
import tempfile
import time
import urllib.parse
from typing import Any, BinaryIO, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from . import credentials
from .answers import Board, BoardRow, Challenge, File, Submission
from .download import fetch
from .problem import Problem, VoorwerpError
from .table import Opened, csv_of
from .transport import Transport

IN_MEMORY = 8 << 20
"""A compressed file is kept in memory up to here, in bytes, and on disk beyond."""

LONGEST_WAIT = 30
"""How long one request waits for a score, in seconds."""


class Client:
    """Talks to one server as one person.

    ``server`` and ``token`` default to what the environment and ``voorwerp login`` say; with ``token=""`` the client is
    nobody, which is enough to read. ``shown`` says whether progress is shown; by default where a person looks at it.
    """

    def __init__(
        self,
        server: Optional[str] = None,
        token: Optional[str] = None,
        shown: Optional[bool] = None,
        **options: Any,
    ):
        address = server or credentials.server()
        secret = credentials.token(address) if token is None else token
        self._transport = Transport(address, secret or None, **options)
        self._shown = shown

    @property
    def server(self) -> str:
        """Its address."""
        return self._transport.server

    def challenges(self) -> List[Challenge]:
        """The challenges that you may see, the newest first."""
        found: List[Challenge] = []
        at: Optional[str] = "/api/challenges"
        while at is not None:
            with self._transport.open("GET", at, headers={"Accept": "application/json"}) as response:
                found += [Challenge.of(one) for one in self._transport.read_json(response)]
                at = _next(response.headers.get("Link"))
        return found

    def challenge(self, slug: str) -> Challenge:
        """One challenge, with its phases and metrics."""
        return Challenge.of(self._transport.json("GET", _path(slug)))

    def terms(self, slug: str) -> Optional[Mapping[str, Any]]:
        """The terms of a challenge: ``markdown``, ``version``, ``acceptedAt``; None where it has none."""
        try:
            answer: Mapping[str, Any] = self._transport.json("GET", _path(slug, "terms"))
            return answer
        except Problem as problem:
            if problem.status != 404:
                raise
            self.challenge(slug)
            return None

    def accept_terms(self, slug: str, version: Optional[str] = None) -> None:
        """Accepts the terms of a challenge: exactly the ``version`` that you have read, or whatever they are now."""
        body = {} if version is None else {"version": version}
        self._transport.json("POST", _path(slug, "terms", "acceptance"), body)

    def files(self, slug: str) -> List[File]:
        """The files that a challenge publishes."""
        return [File.of(one) for one in self._transport.json("GET", _path(slug, "files"))]

    def download(
        self,
        slug: str,
        folder: Union[str, "os.PathLike[str]"] = ".",
        names: Optional[Sequence[str]] = None,
        force: bool = False,
    ) -> List[str]:
        """Fetches files of a challenge into ``folder``; their paths. Those of ``names``, or each once: not what holds the
        same in another form (Parquet, WebDataset).

        A download that broke goes on where it stopped, also in a later call; each file is checked by its SHA-256.
        What is there already is not fetched again unless ``force``.
        """
        published = self.files(slug)
        wanted = [file for file in published if (file.same_as is None if names is None else file.name in names)]
        missing = sorted(set(names or ()) - {file.name for file in wanted})
        if missing:
            raise VoorwerpError(
                f"{slug} has no file {', '.join(missing)}; it has {', '.join(file.name for file in published)}"
            )
        os.makedirs(folder, exist_ok=True)
        return [fetch(self._transport, file, os.fspath(folder), force, self._shown) for file in wanted]

    def submit(
        self,
        slug: str,
        predictions: Any,
        note: Optional[str] = None,
        phase: Optional[str] = None,
        wait: float = 0,
        again: bool = False,
    ) -> Submission:
        """Sends predictions: the path of a CSV file, a pandas or polars frame, a dict of columns, or CSV as bytes.

        ``wait`` is for how many seconds to wait for the scores; without them the submission that is returned is not
        scored yet. ``phase`` is needed where several are open. The same file sent again to the same phase within a week
        is the submission it was, so a cell may be run twice; ``again=True`` makes another one of it.
        """
        name, opened = csv_of(predictions)
        body, plain, sent = _compressed(opened)
        try:
            headers = {
                "Accept": "application/json",
                "Content-Type": "text/csv",
                "Content-Encoding": "gzip",
                "Content-Length": str(sent[1]),
                "Content-Digest": f"sha-256=:{base64.b64encode(sent[0]).decode('ascii')}:",
                "Content-Disposition": f"attachment; filename*=UTF-8''{urllib.parse.quote(name, safe='')}",
                "Idempotency-Key": f'"{self._key(slug, phase, plain, again)}"',
            }
            if wait > 0:
                headers["Prefer"] = f"wait={max(1, int(min(wait, LONGEST_WAIT)))}"
            query = {key: value for key, value in (("phase", phase), ("note", note)) if value is not None}
            path = _path(slug, "submissions") + ("?" + urllib.parse.urlencode(query) if query else "")
            begun = time.monotonic()
            response = self._transport.open(
                "POST", path, lambda: _Again(body), headers, repeatable=True, timeout=LONGEST_WAIT + 60
            )
            with response:
                replayed = response.headers.get("Idempotent-Replayed") == "true"
                submission = Submission.of(self._transport.read_json(response), replayed)
        finally:
            body.close()
        return self.wait(submission, wait - (time.monotonic() - begun))

    def wait(self, submission: Submission, seconds: float) -> Submission:
        """The submission once it is finished, or as it is after so many seconds."""
        deadline = time.monotonic() + seconds
        pause = 0.5
        while not submission.finished and time.monotonic() < deadline:
            time.sleep(min(pause, max(0.0, deadline - time.monotonic())))
            pause = min(10.0, pause * 1.5)
            answer = self._transport.json("GET", f"/api/submissions/{submission.id}")
            submission = Submission.of(answer, submission.replayed)
        return submission

    def submission(self, id: str) -> Submission:
        """One of your submissions."""
        return Submission.of(self._transport.json("GET", f"/api/submissions/{urllib.parse.quote(id, safe='')}"))

    def submissions(self, slug: str, limit: Optional[int] = None) -> List[Submission]:
        """Your team's submissions to a challenge, the latest first: all, or so many."""
        found: List[Submission] = []
        at: Optional[str] = _path(slug, "submissions") + f"?limit={min(limit or 1000, 1000)}"
        while at is not None and (limit is None or len(found) < limit):
            answer = self._transport.json("GET", at)
            found += [Submission.of(one) for one in answer["submissions"]]
            at = answer.get("next")
        return found if limit is None else found[:limit]

    def board(
        self,
        slug: str,
        phase: Optional[str] = None,
        part: Optional[str] = None,
        limit: Optional[int] = None,
    ) -> Board:
        """A leaderboard, all of it or the first ``limit`` rows: of the phase that is open and the public part unless
        said otherwise."""
        query: Dict[str, Any] = {"phase": phase, "part": part, "limit": min(limit or 1000, 1000)}
        given = urllib.parse.urlencode({key: value for key, value in query.items() if value is not None})
        answer = self._transport.json("GET", f"{_path(slug, 'leaderboard')}?{given}")
        board = Board.of(answer)
        rows: List[BoardRow] = list(board.rows)
        while answer.get("next") and (limit is None or len(rows) < limit):
            answer = self._transport.json("GET", answer["next"])
            rows += Board.of(answer).rows
        board.rows[:] = rows if limit is None else rows[:limit]
        return board

    def _key(self, slug: str, phase: Optional[str], sha256: str, again: bool) -> str:
        """What makes one submission of a file that is sent twice. The phase is part of it: what was sent to one is
        new in the next."""
        if again:
            return f"again-{os.urandom(16).hex()}"
        if phase is None:
            taking = [one.name for one in self.challenge(slug).phases if one.open]
            phase = taking[0] if len(taking) == 1 else ""
        return hashlib.sha256(f"{phase}\0{sha256}".encode("utf-8")).hexdigest()


class _Again:
    """A view of a file that is read from its beginning and stays open when this is closed."""

    def __init__(self, file: BinaryIO):
        self._file = file
        file.seek(0)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    def close(self) -> None:
        """Nothing: the file may be sent once more."""


def _compressed(opened: Opened) -> Tuple[Any, str, Tuple[bytes, int]]:
    """The file compressed, the SHA-256 of what it was, and digest and length of what it is."""
    body: Any = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)
    plain = hashlib.sha256()
    with opened() as source, gzip.GzipFile(filename="", mode="wb", fileobj=body, compresslevel=5, mtime=0) as packed:
        shutil.copyfileobj(source, _Both(plain, packed), 1 << 18)  # type: ignore[misc]
    length = body.tell()
    body.seek(0)
    sent = hashlib.sha256()
    for chunk in iter(lambda: body.read(1 << 18), b""):
        sent.update(chunk)
    return body, plain.hexdigest(), (sent.digest(), length)


class _Both:
    """Digests what is written on its way."""

    def __init__(self, digest: Any, out: Any):
        self._digest = digest
        self._out = out

    def write(self, data: bytes) -> None:
        self._digest.update(data)
        self._out.write(data)


def _next(link: Optional[str]) -> Optional[str]:
    """Where a list goes on (RFC 8288)."""
    found = re.search(r'<([^>]*)>\s*;\s*rel="?next"?', link or "")
    return found.group(1) if found else None


def _path(slug: str, *more: str) -> str:
    return "/".join(["/api/challenges", *(urllib.parse.quote(part, safe="") for part in (slug, *more))])
