"""HTTP as this package speaks it: one server, a token that goes nowhere else, patience where the server asks for it."""

from __future__ import annotations

import email.utils
import http.client
import json
import random
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, BinaryIO, Callable, Dict, Mapping, Optional, Union

from .problem import Problem, Unreachable, problem_of

LARGEST_ANSWER = 256 << 20
"""Of an answer that is read into memory, in bytes."""

ATTEMPTS = 6
"""How often a request is made at most."""

#: 429 and 503 ask for it; 502 and 504 come from something between here and the server; 409 is looked at.
PASSING = (429, 502, 503, 504)

Body = Union[bytes, Callable[[], BinaryIO]]


class _Early:
    """Reads the answer of a server that answered before it had read all: what it says is why it would not."""

    def request(self, *arguments: Any, **options: Any) -> None:
        try:
            super().request(*arguments, **options)  # type: ignore[misc]
        except (BrokenPipeError, ConnectionResetError):
            pass


class _Connection(_Early, http.client.HTTPConnection):
    pass


class _SecureConnection(_Early, http.client.HTTPSConnection):
    pass


class _Http(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(_Connection, request)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(_SecureConnection, request, context=getattr(self, "_context", None))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: Any, **options: Any) -> None:
        """None: the answer is handed on as it is, and :meth:`Transport.open` decides."""


class Transport:
    """Requests to one server.

    ``patience`` is how many seconds a request may wait in all before it is made again; a server that asks for more is
    taken at its word: its answer is raised.
    """

    def __init__(
        self,
        server: str,
        token: Optional[str] = None,
        timeout: float = 60,
        patience: float = 60,
        sleep: Callable[[float], None] = time.sleep,
    ):
        parts = urllib.parse.urlsplit(server)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"a server's address looks like https://voorwerp.example.org, not {server!r}")
        self.server = server.rstrip("/")
        self._token = token
        self._timeout = timeout
        self._patience = patience
        self._sleep = sleep
        self._opener = urllib.request.build_opener(_Http(), _Https(), _NoRedirect())

    def json(self, method: str, path: str, body: Any = None, headers: Optional[Mapping[str, str]] = None) -> Any:
        """The answer's JSON; None where there is none."""
        sent: Dict[str, str] = {"Accept": "application/json", **(headers or {})}
        data = None
        if body is not None:
            data = json.dumps(body).encode("utf-8")
            sent["Content-Type"] = "application/json"
        with self.open(method, path, data, sent) as response:
            return self.read_json(response)

    @staticmethod
    def read_json(response: Any) -> Any:
        """What stands in an answer of :meth:`open`."""
        body = response.read(LARGEST_ANSWER + 1)
        if len(body) > LARGEST_ANSWER:
            raise Unreachable(f"the answer is longer than {LARGEST_ANSWER >> 20} MiB")
        if not body:
            return None
        try:
            return json.loads(body.decode("utf-8"))
        except ValueError as broken:
            raise Unreachable(f"{response.geturl()} does not answer as a Voorwerp server does: no JSON") from broken

    def open(
        self,
        method: str,
        path: str,
        body: Optional[Body] = None,
        headers: Optional[Mapping[str, str]] = None,
        repeatable: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> Any:
        """An answer of 2xx, to be read and closed.

        ``body`` is bytes, or opens a stream anew for each attempt. What may be done twice without harm is tried again
        when the connection breaks: GET and HEAD, or whatever is said to be ``repeatable``.
        """
        repeatable = method in ("GET", "HEAD") if repeatable is None else repeatable
        waited = 0.0
        for attempt in range(1, ATTEMPTS + 1):
            wish: Optional[float] = None
            try:
                return self._once(method, path, body, headers, timeout)
            except Problem as problem:
                fault: Exception = problem
                wish = problem.retry_after
                may = problem.status in PASSING and (repeatable or problem.status in (429, 503))
                may = may or problem.kind == "idempotency-in-progress"
            except (OSError, http.client.HTTPException) as broken:
                fault = Unreachable(f"{self.server} cannot be reached: {_reason(broken)}")
                may = repeatable
            pause = wish if wish is not None else min(20.0, 0.5 * 2 ** (attempt - 1)) * (0.5 + random.random() / 2)
            if not may or attempt == ATTEMPTS or waited + pause > self._patience:
                raise fault
            self._sleep(pause)
            waited += pause
        raise AssertionError("unreachable")

    def _once(
        self,
        method: str,
        path: str,
        body: Optional[Body],
        headers: Optional[Mapping[str, str]],
        timeout: Optional[float],
    ) -> Any:
        url = self.url(path)
        for _ in range(5):
            stream = body() if callable(body) else None
            try:
                request = urllib.request.Request(url, data=stream or body, method=method)  # type: ignore[arg-type]
                request.add_header("User-Agent", "voorwerp-python")
                for name, value in (headers or {}).items():
                    request.add_header(name, value)
                if self._token is not None:
                    request.add_header("Authorization", f"Bearer {self._token}")
                return self._opener.open(request, timeout=timeout or self._timeout)
            except urllib.error.HTTPError as answer:
                with answer:
                    target = answer.headers.get("Location")
                    if answer.code in (301, 302, 303, 307, 308) and target and method in ("GET", "HEAD"):
                        url = self.url(urllib.parse.urljoin(url, target))
                        continue
                    raise _problem(answer) from None
            finally:
                if stream is not None:
                    stream.close()
        raise Unreachable(f"{self.server} leads in circles")

    def url(self, path: str) -> str:
        """The address of what the server calls ``path``, which must be its own: the token goes nowhere else."""
        url = urllib.parse.urljoin(self.server + "/", path)
        if urllib.parse.urlsplit(url)[:2] != urllib.parse.urlsplit(self.server)[:2]:
            raise Unreachable(f"{self.server} leads to another server, {url}, which is not followed")
        return url


def _problem(answer: urllib.error.HTTPError) -> Problem:
    try:
        body = answer.read(1 << 20)
    except (OSError, http.client.HTTPException):
        body = b""
    return problem_of(
        answer.code, answer.headers.get("Content-Type", ""), body, _seconds(answer.headers.get("Retry-After"))
    )


def _seconds(header: Optional[str]) -> Optional[float]:
    """A Retry-After header: seconds, or a date."""
    if header is None:
        return None
    text = header.strip()
    if text.isdigit():
        return float(text[:12])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError, IndexError):
        return None


def _reason(fault: BaseException) -> str:
    reason = getattr(fault, "reason", None)
    return str(reason if reason is not None and not isinstance(reason, str) else fault) or type(fault).__name__
