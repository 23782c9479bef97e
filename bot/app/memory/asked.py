"""Requests as they are remembered: a kind, and JSON without where it was asked and how much was shown."""

import json
from dataclasses import asdict
from datetime import date

from pydantic import TypeAdapter

from index.requests import AskRequest, CompareRequest, QuotesRequest, R, Request, TimelineRequest

QUESTION = "question"

_KINDS: dict[type[Request], str] = {
    AskRequest: QUESTION,
    TimelineRequest: "timeline",
    QuotesRequest: "quotes",
    CompareRequest: "comparison",
}


def kind_of(request: type[Request]) -> str:
    """Return the name of a kind of request."""
    return _KINDS[request]


def as_json(request: Request) -> tuple[str, str]:
    """Return the kind of a request, and the request as JSON; equal requests give equal text."""
    values = asdict(request)
    for how_many in ("limit", "points"):
        values.pop(how_many, None)
    del values["filters"]["collections"]
    if isinstance(request, AskRequest) and not request.previous:
        del values["previous"]
    encoded = json.dumps(values, default=date.isoformat, ensure_ascii=False, sort_keys=True)
    # Half of a surrogate pair, which JSON may hold, has no place in UTF-8.
    return kind_of(type(request)), encoded.encode("utf-8", "replace").decode("utf-8")


def from_json(kind: type[R], text: str) -> R:
    """Return the request of a kind that ``as_json`` wrote."""
    return TypeAdapter(kind).validate_json(text)
