"""What can go wrong, in the server's own words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Mapping, Optional, Tuple


class VoorwerpError(Exception):
    """Anything that this package raises on purpose."""


class Unreachable(VoorwerpError):
    """The server gave no answer, or none that makes sense, however often it was asked."""


@dataclass(frozen=True)
class Finding:
    """One mistake in a file.

    ``line`` and ``column`` count from 1 and are 0 where the mistake is not in one place.
    """

    line: int
    column: int
    message: str
    file: Optional[str] = None

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line:
            place.append(f"line {self.line}")
        if self.column:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}" if place else self.message


class Problem(VoorwerpError):
    """What the server refused, and why (RFC 9457).

    ``kind`` is the last part of the problem's type, for programs to go by (``quota-spent``); ``findings`` are the first
    mistakes of a file, ``count`` says how many there are in all; ``members`` is all that the server said;
    ``retry_after`` is in how many seconds to try again, None where the server does not say.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        findings: Tuple[Finding, ...] = (),
        count: int = 0,
        members: Optional[Mapping[str, Any]] = None,
        retry_after: Optional[float] = None,
    ):
        self.status = status
        self.kind = kind
        self.title = title
        self.detail = detail
        self.findings = findings
        self.count = max(count, len(findings))
        self.members = dict(members or {})
        self.retry_after = retry_after
        super().__init__(self._text())

    def _text(self) -> str:
        if not self.findings:
            return f"{self.title} ({self.status}): {self.detail}"
        lines = [f"{self.title} ({self.status}):"]
        lines += [f"  {finding}" for finding in self.findings]
        if self.count > len(self.findings):
            lines.append(f"  and {self.count - len(self.findings)} more")
        return "\n".join(lines)


def problem_of(status: int, media_type: str, body: bytes, retry_after: Optional[float]) -> Problem:
    """The problem that an answer's body tells of; one made of its first words where it is no such body."""
    members: Any = None
    if "json" in media_type:
        try:
            members = json.loads(body.decode("utf-8"))
        except ValueError:
            members = None
    if not isinstance(members, dict):
        # Most likely something between here and the server answered.
        words = " ".join(body[:2000].decode("utf-8", "replace").split())[:200]
        return Problem(status, "", "No answer of a Voorwerp server", words or "(empty)", retry_after=retry_after)
    errors = members.get("errors")
    findings = tuple(_finding(e) for e in errors if isinstance(e, dict)) if isinstance(errors, list) else ()
    return Problem(
        status,
        str(members.get("type", "")).rsplit("/", 1)[-1],
        str(members.get("title", "Refused")),
        str(members.get("detail", "")),
        findings,
        _whole(members.get("errorCount")),
        members,
        retry_after,
    )


def _finding(error: Mapping[str, Any]) -> Finding:
    file = error.get("file")
    return Finding(
        _whole(error.get("line")),
        _whole(error.get("column")),
        str(error.get("message", "")),
        None if file is None else str(file),
    )


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
