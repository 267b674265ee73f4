"""Where somebody goes after signing in: a path of our own, or the first page; never to another site."""

import re

_OWN = re.compile(r"/(?![/\\])[A-Za-z0-9/_.,~%=&?+-]*")
MOST = 500
"""Characters; a longer one is no path of ours."""


def own_path(asked: str | None) -> str:
    """The path that was asked for, with its query; "/" where it is none of ours."""
    path = asked or "/"
    is_ours = len(path) <= MOST and _OWN.fullmatch(path) and "//" not in path.partition("?")[0]
    return path if is_ours and not path.startswith(("/sign-in", "/sign-out", "/static")) else "/"
