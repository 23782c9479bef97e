"""Who speaks in what was shown before: whom "what did she say about it?" and "what did he reply?" ask after."""

import re
from dataclasses import replace

from index.language.english.asking.asked_words import asked_of
from index.model import Excerpt
from index.quotations.storage import speakers_from
from index.requests import AskRequest
from index.search.searcher import Searcher
from index.storage.documents import row_of

_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_REPLIES = re.compile(
    r"\b(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|react(?:ed)?|say to (?:that|this|it))\b", re.IGNORECASE
)


def with_speaker(searcher: Searcher, request: AskRequest, shown: Excerpt) -> tuple[AskRequest, str] | None:
    """Return the request, which asks for the words of "he" or "she", with the name of who speaks in what was ``shown``, or of
    who replies to that; and the name. None where it asks for other words, or nobody speaks."""
    asked = asked_of(request.question)
    pronoun = _PRONOUN.search(request.question)
    if asked is None or pronoun is None or asked[0].lower() != pronoun.group().lower():
        return None
    row = row_of(searcher.db, shown.document.id)
    if row is None:
        return None
    spoken = speakers_from(searcher.db, row, shown.start)
    within = list(dict.fromkeys(one.speaker for one in spoken if one.start < shown.end and not one.asked))
    if _REPLIES.search(request.question):
        behind = (one.speaker for one in spoken if one.start >= shown.end and not one.asked)
        names = [name for name in behind if name not in within][:1]
    else:
        names = within
    if len(names) != 1:
        return None
    question = f"{request.question[: pronoun.start()]}{names[0]}{request.question[pronoun.end() :]}"
    return replace(request, question=question), names[0]
