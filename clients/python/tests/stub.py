"""A server that answers what a test tells it to, and misbehaves where it should."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Dict, List, Optional, Tuple


class Request:
    """What came."""

    def __init__(self, method: str, path: str, headers: Dict[str, str], body: bytes):
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body


class Answer:
    """What goes: ``cut`` bytes of the body are left out though they are announced; ``vanish`` closes without a word."""

    def __init__(
        self,
        status: int = 200,
        body: Any = b"",
        headers: Optional[Dict[str, str]] = None,
        cut: int = 0,
        vanish: bool = False,
    ):
        self.status = status
        self.headers = dict(headers or {})
        self.cut = cut
        self.vanish = vanish
        if isinstance(body, bytes):
            self.body = body
        else:
            self.body = json.dumps(body).encode()
            problem = isinstance(body, dict) and "type" in body and "detail" in body
            self.headers.setdefault("Content-Type", f"application/{'problem+' if problem else ''}json")


Rule = Callable[[Request], Answer]


class Stub:
    """``rule`` answers; ``requests`` is what came."""

    def __init__(self, rule: Rule):
        self.requests: List[Request] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                request = Request(self.command, self.path, dict(self.headers.items()), body)
                stub.requests.append(request)
                answer = rule(request)
                self.close_connection = True
                if answer.vanish:
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.send_header("Connection", "close")
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer.body[: len(answer.body) - answer.cut])

            do_GET = do_POST = do_PUT = do_HEAD = _answer

            def log_message(self, *arguments: Any) -> None:
                """Nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def __enter__(self) -> "Stub":
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def in_turn(*answers: Answer) -> Rule:
    """One answer after the other, the last one for ever."""
    left = list(answers)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]


def problem(status: int, kind: str, detail: str = "No.", **members: Any) -> Dict[str, Any]:
    return {"type": f"/problems/{kind}", "title": kind, "status": status, "detail": detail, **members}


def ranged(content: bytes, digest: str, request: Request) -> Tuple[int, bytes, Dict[str, str]]:
    """What a server that knows ranges answers: status, body, headers."""
    asked = request.headers.get("Range")
    tag = f'"{digest}"'
    if asked and request.headers.get("If-Range", tag) == tag:
        first = int(asked.split("=")[1].rstrip("-"))
        headers = {"ETag": tag, "Content-Range": f"bytes {first}-{len(content) - 1}/{len(content)}"}
        return 206, content[first:], headers
    return 200, content, {"ETag": tag}
