"""Files, fetched so that a broken connection costs nothing and a wrong byte is noticed."""

from __future__ import annotations

import hashlib
import http.client
import os
from typing import Any, Optional

from .answers import File
from .problem import Problem, Unreachable, VoorwerpError
from .progress import Progress
from .transport import ATTEMPTS, Transport

CHUNK = 1 << 18


class DownloadError(VoorwerpError):
    """A file could not be fetched as the server says it is."""


def fetch(transport: Transport, file: File, folder: str, force: bool, shown: Optional[bool]) -> str:
    """Fetches ``file`` into ``folder``; its path.

    Bytes gather in ``NAME.DIGEST.part``, which is taken up again where it ends, also by a later call; it gets its name
    once its SHA-256 is right. A file that is there and right already is left alone unless ``force``.
    """
    path = os.path.join(folder, _plain(file.name))
    if not force and os.path.isfile(path) and _sha256(path) == file.sha256:
        return path
    # Named by its digest too: bytes of an older version are never gone on with.
    part = f"{path}.{file.sha256[:12]}.part"
    if force and os.path.exists(part):
        os.unlink(part)
    with Progress(file.name, file.bytes, shown) as progress:
        for attempt in range(2):
            _complete(transport, file, part, progress)
            if _sha256(part) == file.sha256:
                os.replace(part, path)
                return path
            os.unlink(part)
    raise DownloadError(
        f"{file.name} came with another SHA-256 than {file.sha256}, twice; something between here and"
        f" {transport.server} changes it, or it was just replaced: list the files again"
    )


def _plain(name: str) -> str:
    """A name that stays in its folder, whatever a server calls its files."""
    if name in ("", ".", "..") or any(c in '/\\:' or ord(c) < 32 for c in name):
        raise DownloadError(f"the server calls a file {name!r}, which is no plain name; it is not written")
    return name


def _complete(transport: Transport, file: File, part: str, progress: Progress) -> None:
    """Brings the part to its full length."""
    stalled = 0
    while True:
        have = os.path.getsize(part) if os.path.exists(part) else 0
        if have > file.bytes:
            os.unlink(part)
            have = 0
        if have == file.bytes and os.path.exists(part):
            return
        progress.start_at(have)
        try:
            _append(transport, file, part, have, progress)
            fault: Exception = Unreachable(f"{file.name} ended before it was complete")
        except (OSError, http.client.HTTPException) as broken:
            fault = Unreachable(f"the connection broke while {file.name} came: {broken}")
        now = os.path.getsize(part) if os.path.exists(part) else 0
        stalled = 0 if now > have else stalled + 1
        if now != file.bytes and stalled >= ATTEMPTS:
            raise fault


def _append(transport: Transport, file: File, part: str, have: int, progress: Progress) -> None:
    # Compression would be the server's, and ranges count its bytes.
    headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
        headers["If-Range"] = f'"{file.sha256}"'
    try:
        response: Any = transport.open("GET", file.href, headers=headers)
    except Problem as problem:
        if problem.status != 416:
            raise
        os.unlink(part)
        return
    with response:
        resumed = have > 0 and response.status == 206
        if resumed and not str(response.headers.get("Content-Range", "")).startswith(f"bytes {have}-"):
            raise Unreachable(f"the server sent another part of {file.name} than was asked for")
        if not resumed:
            progress.start_at(0)
        left = file.bytes - (have if resumed else 0)
        with open(part, "ab" if resumed else "wb") as out:
            while left >= 0:
                # One byte more than there should be tells a longer file, and is as much of it as is taken.
                chunk = response.read(min(CHUNK, left + 1))
                if not chunk:
                    return
                out.write(chunk)
                progress.add(len(chunk))
                left -= len(chunk)
    os.unlink(part)
    raise DownloadError(f"{file.name} is longer than the {file.bytes} bytes that the server says it has")


def _sha256(path: str) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(CHUNK), b""):
            digest.update(chunk)
    return digest.hexdigest()
