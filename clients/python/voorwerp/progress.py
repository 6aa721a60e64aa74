"""A bar for long work, on standard error and only where a person looks at it."""

from __future__ import annotations

import sys
import time
from typing import Optional, TextIO


class Progress:
    """Shows how far some bytes have come, and how long the rest will take; nothing where ``stream`` is no terminal."""

    def __init__(self, title: str, total: int, shown: Optional[bool] = None, stream: Optional[TextIO] = None):
        self._stream = sys.stderr if stream is None else stream
        self._shown = self._stream.isatty() if shown is None else shown
        self._title = title
        self._total = total
        self._done = 0
        self._begun_at = 0
        self._begun = self._last = time.monotonic()

    def start_at(self, done: int) -> None:
        """Says how much was there before; the pace is of what comes from now on."""
        self._done = self._begun_at = done
        self._begun = time.monotonic()

    def add(self, number: int) -> None:
        """Says that so many more bytes have come."""
        self._done += number
        now = time.monotonic()
        if self._shown and now - self._last >= 0.1:
            self._last = now
            self._draw(now)

    def _draw(self, now: float) -> None:
        share = min(1.0, self._done / self._total) if self._total else 1.0
        pace = (self._done - self._begun_at) / max(now - self._begun, 1e-9)
        left = f"{max(0, self._total - self._done) / pace:4.0f} s left" if pace > 0 else ""
        bar = "#" * int(30 * share)
        self._stream.write(
            f"\r{self._title[:30]:30} [{bar:30}] {100 * share:3.0f} %  {self._done / 1e6:.1f} MB  {left}\x1b[K"
        )
        self._stream.flush()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *exception: object) -> None:
        if self._shown:
            self._draw(time.monotonic())
            self._stream.write("\n")
            self._stream.flush()
