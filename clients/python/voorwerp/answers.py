"""What a server answers, as values. Each keeps the answer itself in ``raw``, for fields that this version does not know."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Dict, List, Mapping, Optional, Tuple

Json = Mapping[str, Any]


def _raw() -> Any:
    return field(repr=False, compare=False)


def _time(text: Any) -> Optional[datetime]:
    """An RFC 3339 time as the server sends it, in UTC; Python before 3.11 reads neither Z nor nanoseconds."""
    if not isinstance(text, str):
        return None
    seconds, _, fraction = text.rstrip("Z").partition(".")
    return datetime.strptime(seconds, "%Y-%m-%dT%H:%M:%S").replace(
        microsecond=int((fraction or "0")[:6].ljust(6, "0")), tzinfo=timezone.utc
    )


@dataclass(frozen=True)
class Score:
    """A score and its 95 % interval; ``low`` and ``high`` are None where there is no interval."""

    value: float
    low: Optional[float] = None
    high: Optional[float] = None

    def __str__(self) -> str:
        if self.low is None or self.high is None:
            return f"{self.value:.5g}"
        return f"{self.value:.5g} [{self.low:.5g}, {self.high:.5g}]"


def _scores(answer: Any) -> Dict[str, Score]:
    return {key: Score(one["value"], one.get("low"), one.get("high")) for key, one in (answer or {}).items()}


@dataclass(frozen=True)
class Phase:
    """A period in which submissions are taken; ``ends`` is None for one without end."""

    name: str
    starts: Optional[datetime]
    ends: Optional[datetime]
    open: bool
    per_day: int
    raw: Json = _raw()

    @classmethod
    def of(cls, answer: Json) -> "Phase":
        return cls(
            answer["name"], _time(answer.get("starts")), _time(answer.get("ends")), answer["open"], answer["perDay"],
            answer,
        )


@dataclass(frozen=True)
class Challenge:
    """A challenge. ``phases`` and ``metrics`` (keys of scores, the primary one first) are empty in lists."""

    slug: str
    title: str
    summary: str
    open: bool
    phases: Tuple[Phase, ...]
    metrics: Tuple[str, ...]
    raw: Json = _raw()

    @classmethod
    def of(cls, answer: Json) -> "Challenge":
        phases = tuple(Phase.of(phase) for phase in answer.get("phases", []))
        return cls(
            answer["slug"],
            answer["title"],
            answer["summary"],
            answer.get("open", any(phase.open for phase in phases)),
            phases,
            tuple(metric["key"] for metric in answer.get("metrics", [])),
            answer,
        )


@dataclass(frozen=True)
class File:
    """A published file; ``rows`` of a table, without its header; ``same_as`` is the file that holds the same in the form
    meant for everybody, None for that one."""

    name: str
    bytes: int
    sha256: str
    href: str
    rows: Optional[int]
    description: str
    same_as: Optional[str]
    raw: Json = _raw()

    @classmethod
    def of(cls, answer: Json) -> "File":
        return cls(
            answer["name"],
            answer["bytes"],
            answer["sha256"],
            # What was listed is what comes, even if it is replaced in between.
            answer.get("content") or answer["href"],
            answer.get("rows"),
            answer.get("description", ""),
            answer.get("sameAs"),
            answer,
        )


@dataclass(frozen=True)
class Quota:
    """How many submissions a team may still send to a phase before ``resets_at``."""

    phase: str
    left: int
    resets_at: Optional[datetime]
    raw: Json = _raw()

    @classmethod
    def of(cls, answer: Json) -> "Quota":
        return cls(answer["phase"], answer["left"], _time(answer.get("resetsAt")), answer)


@dataclass(frozen=True)
class Submission:
    """A submission.

    ``state`` is ``accepted``, ``scoring``, ``scored``, ``failed``, ``withdrawn`` or ``disqualified``; ``scores`` are of
    the public part, by metric, the primary one first, and ``final_scores`` of the private part once it is open;
    ``why`` says where it stands on the board, or why it does not; ``replayed`` is true where this very file was sent
    before and this is that submission.
    """

    id: str
    challenge: str
    team: str
    phase: str
    state: str
    accepted_at: Optional[datetime]
    file_name: Optional[str]
    note: Optional[str]
    message: Optional[str]
    scores: Dict[str, Score]
    final_scores: Dict[str, Score]
    rank: Optional[int]
    why: str
    quota: Optional[Quota]
    replayed: bool = False
    raw: Json = field(default_factory=dict, repr=False, compare=False)

    FINAL = ("scored", "failed", "withdrawn", "disqualified")

    @classmethod
    def of(cls, answer: Json, replayed: bool = False) -> "Submission":
        quota = answer.get("quota")
        return cls(
            answer["id"],
            answer["challenge"],
            answer["team"],
            answer["phase"],
            answer["state"],
            _time(answer.get("acceptedAt")),
            answer.get("fileName"),
            answer.get("note"),
            answer.get("message"),
            _scores(answer.get("scores")),
            _scores(answer.get("finalScores")),
            answer.get("rank"),
            (answer.get("why") or {}).get("says", ""),
            Quota.of(quota) if quota else None,
            replayed,
            answer,
        )

    @property
    def finished(self) -> bool:
        """Whether nothing more will become of it by itself."""
        return self.state in self.FINAL

    def __str__(self) -> str:
        lines = [f"submission {self.id} to {self.challenge} ({self.phase}): {self.state}"]
        if self.replayed:
            lines.append(f"  this file was sent before, {self.accepted_at:%Y-%m-%d %H:%M} UTC: nothing was used up")
        lines += [f"  {metric}: {score}" for metric, score in self.scores.items()]
        lines += [f"  {metric}, private part: {score}" for metric, score in self.final_scores.items()]
        lines += [f"  {text}" for text in (self.message, self.why) if text]
        if self.rank is not None:
            lines.append(f"  your team's rank: {self.rank}")
        if self.quota is not None:
            lines.append(f"  left today: {self.quota.left}")
        return "\n".join(lines)


@dataclass(frozen=True)
class BoardRow:
    """A team's row; ``rank`` is None for baselines and late submissions."""

    rank: Optional[int]
    team: str
    baseline: bool
    submissions: int
    submitted_at: Optional[datetime]
    scores: Dict[str, Score]
    raw: Json = _raw()

    @classmethod
    def of(cls, answer: Json) -> "BoardRow":
        return cls(
            answer.get("rank"),
            answer["team"],
            answer.get("baseline", False),
            answer.get("submissions", 0),
            _time(answer.get("submittedAt")),
            _scores(answer.get("scores")),
            answer,
        )


@dataclass(frozen=True)
class Board:
    """A leaderboard: its rows in order, and the keys of its metrics, the primary one first."""

    challenge: str
    phase: str
    part: str
    shows: str
    metrics: Tuple[str, ...]
    rows: List[BoardRow]
    raw: Json = _raw()

    @classmethod
    def of(cls, answer: Json) -> "Board":
        return cls(
            answer["challenge"],
            answer["phase"],
            answer["part"],
            answer["shows"],
            tuple(metric["key"] for metric in answer["metrics"]),
            [BoardRow.of(row) for row in answer["rows"]],
            answer,
        )
