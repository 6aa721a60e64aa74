"""Where the server's address and the token come from: the environment, or files that only their owner can read."""

from __future__ import annotations

import os
import stat
from typing import Optional

from .problem import VoorwerpError

DEFAULT_SERVER = "http://localhost:8080"


class CredentialsError(VoorwerpError):
    """The token cannot be used."""


def folder() -> str:
    """Where ``voorwerp login`` keeps address and token."""
    given = os.environ.get("VOORWERP_CONFIG_DIR")
    if given:
        return given
    return os.path.join(os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config"), "voorwerp")


def server() -> str:
    """The server: of ``VOORWERP_URL``, else of the file ``server``, else the one on this machine."""
    return os.environ.get("VOORWERP_URL") or _kept_server()


def _kept_server() -> str:
    try:
        with open(os.path.join(folder(), "server"), encoding="utf-8") as file:
            return file.read().strip().rstrip("/") or DEFAULT_SERVER
    except OSError:
        return DEFAULT_SERVER


def token(address: str) -> Optional[str]:
    """The token for the server at ``address``: of ``VOORWERP_TOKEN``, else of the file that ``VOORWERP_TOKEN_FILE``
    names or that ``voorwerp login`` wrote for this very server; None where there is none.

    A file counts only while nobody else may read it.
    """
    given = os.environ.get("VOORWERP_TOKEN")
    if given:
        return _checked(given, "VOORWERP_TOKEN")
    named = os.environ.get("VOORWERP_TOKEN_FILE")
    path = named or os.path.join(folder(), "token")
    if not named and address.rstrip("/") != _kept_server():
        return None
    try:
        with open(path, encoding="utf-8") as file:
            mode = os.fstat(file.fileno()).st_mode
            if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise CredentialsError(
                    f"others may read the token in {path}: make it yours with 'chmod 600 {path}', and consider"
                    " revoking that token on your account page"
                )
            return _checked(file.read(4096), path)
    except FileNotFoundError:
        if named:
            raise CredentialsError(f"there is no file {path}, which VOORWERP_TOKEN_FILE names") from None
        return None
    except (OSError, UnicodeDecodeError) as fault:
        raise CredentialsError(f"the token in {path} cannot be read: {fault}") from fault


def keep(address: str, secret: str) -> str:
    """Keeps address and token for later; the path of the token's file."""
    secret = _checked(secret, "what you entered")
    os.makedirs(folder(), mode=0o700, exist_ok=True)
    path = os.path.join(folder(), "token")
    fresh = path + ".new"
    _remove(fresh)
    # Never readable by others, not for a moment.
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(secret + "\n")
    # Whatever goes wrong from here on, the old token is never taken for one of the new address.
    _remove(path)
    with open(os.path.join(folder(), "server"), "w", encoding="utf-8") as file:
        file.write(address + "\n")
    os.replace(fresh, path)
    return path


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def _checked(text: str, origin: str) -> str:
    secret = text.strip()
    if not secret or not all("!" <= c <= "~" for c in secret):
        raise CredentialsError(f"{origin} holds no token; one looks like vw_ and some letters and digits")
    return secret
