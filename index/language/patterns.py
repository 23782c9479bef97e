"""Regular expressions that are compiled when they are first used."""

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what does as ``re.compile(text, flags)`` does, which waits until it is first asked for something.

    For the many that one question or text needs few of: to compile them all takes as long as the answer. Fit for what is
    asked by its methods; ``re`` itself and other functions of a pattern want a real one.
    """
    return cast(re.Pattern[str], _Late(text, flags))


class _Late:
    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:
        # Asked once: from then on the methods stand beside this one, and cost what the pattern's own do.
        compiled = re.compile(*self._given)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
