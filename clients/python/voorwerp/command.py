"""The command ``voorwerp``."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from typing import Any, Callable, Iterable, List, Optional, Sequence

from . import __version__, credentials
from .answers import Board, Challenge, Submission
from .client import Client
from .problem import Problem, VoorwerpError

DONE, REFUSED, MISUSED, UNFINISHED, INTERRUPTED = 0, 1, 2, 3, 130

_DESCRIPTION = """Fetch data, submit predictions and read boards of a Voorwerp server."""

_EPILOG = """environment:
  VOORWERP_URL         the server's address, unless --server or 'voorwerp login' say it; default http://localhost:8080
  VOORWERP_TOKEN       your token
  VOORWERP_TOKEN_FILE  a file that holds it and that nobody else may read; default: where 'voorwerp login' puts it

exit status:
  0 done   1 refused or failed; the reason is on standard error   2 misused   3 not scored within --wait
"""


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs the command; its exit status."""
    given = _parser().parse_args(arguments)
    try:
        if given.command == "login":
            return _login(given)
        client = Client(given.server, shown=False if given.quiet else None)
        run: Callable[[Client, argparse.Namespace], int] = given.run
        return run(client, given)
    except Problem as problem:
        if given.json:
            print(json.dumps(problem.members or {"status": problem.status, "detail": problem.detail}), file=sys.stderr)
        else:
            _say(str(problem))
            if problem.kind == "terms-not-accepted":
                _say(f"read and accept them: voorwerp terms {given.challenge} --accept")
        return REFUSED
    except (VoorwerpError, ValueError, OSError) as fault:
        _say(str(fault))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="voorwerp",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"voorwerp {__version__}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--server", metavar="URL", help="the server's address")
    shared.add_argument("--json", action="store_true", help="print the server's answer as it is")
    shared.add_argument("-q", "--quiet", action="store_true", help="show no progress")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, text: str, run: Any, also: Sequence[str] = (), of_one: bool = True) -> Any:
        made = commands.add_parser(name, aliases=list(also), help=text, description=text, parents=[shared])
        made.set_defaults(run=run)
        if of_one:
            made.add_argument("challenge", nargs="?", metavar="CHALLENGE", help="its short name, as in its address")
            made.add_argument("-c", "--challenge", dest="named", metavar="CHALLENGE", help="the same, as an option")
        return made

    login = command("login", "keep a server's address and your token in a file that only you can read", None, (), False)
    login.add_argument("url", metavar="URL", help="the server's address")

    command("challenges", "list challenges", _challenges, ("list",), False)

    terms = command("terms", "read a challenge's terms", _terms)
    terms.add_argument("--accept", action="store_true", help="and accept them, once before the first submission")

    command("files", "list a challenge's files", _files)

    download = command("download", "fetch a challenge's files; what broke off goes on where it stopped", _download)
    download.add_argument("-f", "--file", action="append", metavar="NAME", help="only this file, e.g. train.parquet; may be repeated")
    download.add_argument("-p", "--path", default=".", metavar="FOLDER", help="where to; default here")
    download.add_argument("-o", "--force", action="store_true", help="fetch what is there already, too")

    submit = command("submit", "send predictions", _submit)
    submit.add_argument("predictions", nargs="?", metavar="FILE", help="a CSV file like sample_submission.csv")
    submit.add_argument("-f", "--file", metavar="FILE", help="the same, as an option")
    submit.add_argument("-m", "--message", metavar="NOTE", help="a note to yourself")
    submit.add_argument("--phase", metavar="NAME", help="the phase it is for, where several are open")
    submit.add_argument(
        "--wait", nargs="?", type=float, const=300, default=0, metavar="SECONDS", help="for the scores; default 300"
    )
    submit.add_argument("--again", action="store_true", help="make another submission of a file that was sent before")

    listed = command("submissions", "list your team's submissions, the latest first", _submissions)
    listed.add_argument("-n", "--limit", type=int, metavar="N", help="at most so many")

    board = command("board", "show a leaderboard", _board, ("leaderboard",))
    board.add_argument("--phase", metavar="NAME", help="whose board; default: of the phase that is open")
    board.add_argument("--part", choices=("public", "private"), help="whose scores; default public")
    board.add_argument("-n", "--limit", type=int, metavar="N", help="at most so many rows")
    return parser


def _login(given: argparse.Namespace) -> int:
    secret = getpass.getpass("token: ") if sys.stdin.isatty() else sys.stdin.readline()
    client = Client(given.url, token=secret.strip())
    who = client._transport.json("GET", "/api/accounts/me")
    path = credentials.keep(client.server, secret)
    _print(f"You are {who['handle']} at {client.server}; the token is kept in {path}.")
    return DONE


def _slug(given: argparse.Namespace) -> str:
    slug = given.named or given.challenge
    if not slug:
        _say(f"voorwerp {given.command}: name a challenge; 'voorwerp challenges' lists them")
        raise SystemExit(MISUSED)
    given.challenge = slug
    return str(slug)


def _challenges(client: Client, given: argparse.Namespace) -> int:
    found = client.challenges()
    if given.json:
        return _json([one.raw for one in found])
    _table(("challenge", "open", "title"), ((one.slug, _open(one), one.title) for one in found))
    return DONE


def _open(challenge: Challenge) -> str:
    return "yes" if challenge.open else "no"


def _terms(client: Client, given: argparse.Namespace) -> int:
    slug = _slug(given)
    terms = client.terms(slug)
    if terms is None:
        _say(f"{slug} has no terms")
        return DONE
    if given.accept:
        # Exactly what is shown here; if it changes in between, the server says so.
        client.accept_terms(slug, terms["version"])
        terms = client.terms(slug) or terms
    if given.json:
        return _json(terms)
    _print(terms["markdown"])
    _print(f"(accepted {terms['acceptedAt']})" if terms.get("acceptedAt") else "(not accepted; --accept does it)")
    return DONE


def _files(client: Client, given: argparse.Namespace) -> int:
    found = client.files(_slug(given))
    if given.json:
        return _json([one.raw for one in found])
    rows = ((one.name, str(one.bytes), "" if one.rows is None else str(one.rows), one.sha256) for one in found)
    _table(("file", "bytes", "rows", "sha256"), rows)
    return DONE


def _download(client: Client, given: argparse.Namespace) -> int:
    paths = client.download(_slug(given), given.path, given.file, given.force)
    if given.json:
        return _json(paths)
    for path in paths:
        _print(path)
    return DONE


def _submit(client: Client, given: argparse.Namespace) -> int:
    # 'voorwerp submit -c CHALLENGE FILE', too.
    if given.named and given.challenge and not given.predictions:
        given.predictions, given.challenge = given.challenge, None
    slug = _slug(given)
    file = given.file or given.predictions
    if not file:
        _say("voorwerp submit: name the file of your predictions")
        return MISUSED
    submission = client.submit(slug, file, given.message, given.phase, given.wait, given.again)
    if given.json:
        _json(submission.raw)
    else:
        _print(str(submission))
    if submission.state == "failed":
        return REFUSED
    return UNFINISHED if given.wait and not submission.finished else DONE


def _submissions(client: Client, given: argparse.Namespace) -> int:
    found = client.submissions(_slug(given), given.limit)
    if given.json:
        return _json([one.raw for one in found])
    _table(("sent", "state", "score", "file", "note", "id"), (_sent(one) for one in found))
    return DONE


def _sent(one: Submission) -> Sequence[str]:
    score = next(iter(one.scores.values()), None)
    at = f"{one.accepted_at:%Y-%m-%d %H:%M}" if one.accepted_at else ""
    return at, one.state, "" if score is None else str(score), one.file_name or "", one.note or "", one.id


def _board(client: Client, given: argparse.Namespace) -> int:
    board = client.board(_slug(given), given.phase, given.part, given.limit)
    if given.json:
        return _json({**board.raw, "rows": [row.raw for row in board.rows], "next": None})
    _table(("rank", "team", *board.metrics, "submissions"), _rows(board))
    if board.shows != "full":
        _say(f"this board shows you: {board.shows}")
    return DONE


def _rows(board: Board) -> Iterable[Sequence[str]]:
    for row in board.rows:
        rank = "" if row.rank is None else str(row.rank)
        team = f"{row.team} (baseline)" if row.baseline else row.team
        scores = [str(row.scores[key]) if key in row.scores else "" for key in board.metrics]
        yield (rank, team, *scores, str(row.submissions))


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    lines: List[Sequence[str]] = [header, *([_harmless(cell).replace("\n", " ") for cell in row] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(header))]
    for line in lines:
        _print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def _json(answer: Any) -> int:
    # ASCII only, so a name cannot speak to the terminal.
    print(json.dumps(answer, indent=2))
    return DONE


def _print(text: str) -> None:
    try:
        print(_harmless(text))
    except BrokenPipeError:
        # Whoever read has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UnicodeEncodeError:
        print(_shown(text, sys.stdout))


def _say(text: str) -> None:
    print(_shown(text, sys.stderr), file=sys.stderr)


def _shown(text: str, stream: Any) -> str:
    """Text as far as a stream can show it."""
    encoding = getattr(stream, "encoding", None) or "ascii"
    return _harmless(text).encode(encoding, "backslashreplace").decode(encoding)


def _harmless(text: str) -> str:
    """Text of others for a terminal: what would steer it is shown instead."""
    return "".join(c if c == "\n" or c.isprintable() else "\\x%02x" % ord(c) for c in text)


if __name__ == "__main__":
    sys.exit(main())
