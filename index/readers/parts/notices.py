"""What a page says to those who do not pay for it, and where else they may read: no part of the article."""

import re
from collections.abc import Sequence

_LONGEST = 600
"""Characters of a notice; chosen: what is longer tells something."""
_LAST = 8
"""Paragraphs at the end of a text among which notices stand."""

_NOTICE = re.compile(
    r"\b(?:article|story|content|page) is (?:only )?(?:available |reserved |exclusive(?:ly)? )?(?:for|to) "
    r"(?:(?:our |paying |premium |registered ){0,3}subscribers|(?:our |paying |premium |registered ){1,3}members|members only)\b"
    r"|\bsubscribe (?:now |today |here )?(?:for [^.\n]{1,40} )?to (?:read|continue|keep|unlock|get|access)\b"
    r"|\bto (?:continue|keep) reading\b|\bread the full (?:story|article) with\b|\bunlock (?:this|the full) (?:article|story)\b"
    r"|\b(?:sign|log) in (?:if you already have|to (?:read|continue|access))\b"
    r"|\balready (?:a |an |have an? )?(?:subscriber|member|account|subscription)\b[^.\n]{0,20}\?"
    r"|\bcancel (?:at any ?time|anytime)\b|\bstart your (?:free )?trial\b|\bcreate an? (?:free )?account to\b"
    r"|\byou(?:'ve| have) (?:reached|read) (?:your|all)\b[^.\n]{0,40}\b(?:limit|free articles?)\b"
    r"|\bnur für abonnent|\bweiterlesen mit\b|\bjetzt abonnieren\b|\bmit einem abo\b|\bartikel ist (?:exklusiv|nur) für\b"
    r"|\bréservée? aux abonnés|\bpour lire la suite\b|\babonnez-vous\b|\bvous avez déjà un compte\b"
    r"|\bsuscríbete (?:para|y)\b|\b(?:solo|exclusivo) para suscriptores\b|\bpara seguir leyendo\b"
    r"|только для подписчиков|оформите подписку|чтобы продолжить чтение|доступ(?:ен|на|но) по подписке",
    re.IGNORECASE,
)
_LONGEST_LINK = 160
"""Characters of a line that names another story; chosen: two headlines."""
_ELSEWHERE = re.compile(
    r"(?:read (?:more|also|next|this)|also read|see also|more on this(?: story)?|related(?: stor(?:y|ies)| articles?)?"
    r"|mehr zum thema|lesen sie (?:auch|mehr)|lire aussi|à lire aussi|lee también|leggi anche|lees ook|czytaj też"
    r"|читайте также|читайте також)\s*[:：]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«»„]")


def without_notices(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs of an article without those at its end that ask to subscribe or to sign in, and without lines that
    name another story."""
    paragraphs = [line for line in paragraphs if not _is_elsewhere(line)]
    kept = len(paragraphs) - min(_LAST, len(paragraphs))
    return [*paragraphs[:kept], *(line for line in paragraphs[kept:] if not _is_notice(line))]


def _is_elsewhere(line: str) -> bool:
    """Tell whether a line is a link to another story with a word before it, and no sentence."""
    return (
        len(line) <= _LONGEST_LINK and not line.endswith(".") and _ELSEWHERE.match(line.lstrip()) is not None
    )


def _is_notice(line: str) -> bool:
    """Tell whether a paragraph is such a notice: what somebody is quoted to say of one is none."""
    return len(line) <= _LONGEST and _QUOTED.search(line) is None and _NOTICE.search(line) is not None
