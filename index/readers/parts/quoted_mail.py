"""The body of a mail into the messages that it is made of: its own, and those that it forwards or quotes.

A message that is forwarded begins with a line that says so and with some of its headers; one that is quoted with a line that
says who wrote when, and a mark before each of its lines.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from index.readers.parts.messages import Message, day_of, in_order
from index.readers.parts.paragraphs import join, plain

_LONGEST_LINE = 300
"""Characters of a line of the head of a forwarded mail; chosen: a bound on the work."""
_MOST_DEPTH = 20
"""Mails quoted inside one another; chosen: a bound on the work."""
_SEPARATOR = re.compile(
    r"\s*+(?:-{3,}+|_{5,}+|={5,}+)?\s*+(?:(?:begin )?forwarded (?:message|by)|original (?:message|appointment)"
    r"|(?:weitergeleitete|ursprüngliche) nachricht|anfang der weitergeleiteten nachricht"
    r"|(?:début du )?message (?:transféré|réexpédié|d'origine|original)"
    r"|mensaje (?:reenviado|original)|mensagem (?:encaminhada|original)|messaggio (?:inoltrato|originale)"
    r"|пересылаемое сообщение|пересланное сообщение|исходное сообщение|начало переадресованного сообщения)[^\n]{0,40}",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^\s*+(?:-{3,}+|_{5,}+|={5,}+)?\s*+(?:begin forwarded|forwarded (?:message|by)|(?:anfang der )?weitergeleitete"
    r"|(?:début du )?message (?:transféré|réexpédié)|mensaje reenviado|mensagem encaminhada|messaggio inoltrato"
    r"|пересылаемое|пересланное|начало переадресованного)",
    re.IGNORECASE | re.MULTILINE,
)
"""A separator that says that what follows is forwarded; others stand before what is answered as well."""
_REPLY = re.compile(
    r"\s*(?:\[[^\]\n]{1,30}\]\s*)?(?:re|aw|antw|sv|vs|res|rif|ref|réf|odp|ynt|отв|ответ|відп)(?:\[\d+\])?\s?:",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*_{10,}\s*")
_HEADERS = {
    "from": "from von de da od от van från fra",
    "date": "date sent gesendet datum envoyé fecha enviado data отправлено дата verzonden skickat dato",
    "other": "to cc bcc subject reply-to an kopie betreff à objet para asunto assunto oggetto a тема кому копия onderwerp aan"
    " ämne till",
}
_KIND = {name: kind for kind, names in _HEADERS.items() for name in names.split()}
_HEADER = re.compile(
    r"\s*\*{0,2}(?P<name>[^\W\d_][^\W\d_-]{0,11}(?:-[Tt]o)?)\*{0,2}\s?:\*{0,2}\s*(?P<value>.*)"
)
_WROTE = re.compile(
    r"(?P<said>.{3,250}?)\s*"
    r"(?:\b(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|написал(?:а|\(а\))?|пишет|пише"
    r"|написа(?:в|ла)|pisze|napisała?|napsala?|napísala?|írta|a scris|kirjoitti)(?!\w))"
    r"(?P<after>[^\n:]{0,150})\s?:",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?P<said>.{3,200}<[^\s<>@]+@[^\s<>@]+>)(?P<after>)\s?:")
_MARK = re.compile(r"\s{0,3}>")
_ADDRESS = re.compile(r"\s*[<\[(]{1,2}\s*(?:mailto:)?[^\s<>()\[\]]+@[^\s<>()\[\]]+?[>\])]{1,2}\s*")
_LED_IN = re.compile(r"^(?:on|am|le|el|em|il|op|den)\s+", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\.?\d)(?::\d\d)?(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?(?!\d)"
)
_ZONE = re.compile(
    r"\s*(?:\(?(?:UTC|GMT|[A-Z]{3,4})?\s?[+-]\d{2}:?\d{2}\)?|\b(?:UTC|GMT|[CE]E?S?T|[A-Z]{1,4}ST|[PEM]DT)\b)"
)
_SIGNATURE = re.compile(r"--\s?")

ReadDay = Callable[[str, date | None], date | None]
"""Returns the one day that some words name, those of a day without a year near the given one."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one depth of quoting, and those of deeper ones, without their marks."""

    content: tuple["str | Lines", ...]


def split(body: str, own: Message, read_day: ReadDay, subject: str = "") -> tuple[Message, ...]:
    """Return the messages in ``body``, the one of the mail first: ``own`` with its words, which may be none.

    The body is lines of text, quoted ones with ``>``. ``read_day`` reads the day of a quoted message. What stands with its
    headers below a mail whose ``subject`` says that it is a reply is what it answers, not forwarded.
    """
    answers = bool(_REPLY.match(subject)) and not _FORWARDED.search(body)
    return tuple(
        replace(message, forwarded=message.forwarded and not answers)
        for message in _messages(_nested(body.split("\n")), own, read_day)
        if message.words
    )


def _nested(lines: Sequence[str], depth: int = 0) -> Lines:
    content: list[str | Lines] = []
    quoted: list[str] = []
    for line in lines:
        if depth < _MOST_DEPTH and _MARK.match(line):
            quoted.append(_MARK.sub("", line, count=1).removeprefix(" "))
            continue
        if quoted:
            content.append(_nested(quoted, depth + 1))
            quoted = []
        content.append(line)
    if quoted:
        content.append(_nested(quoted, depth + 1))
    return Lines(tuple(content))


def _messages(lines: Lines, own: Message, read_day: ReadDay, *, is_quoted: bool = False) -> Iterator[Message]:
    """Yield the message of ``lines``, then those inside and after it."""
    current, words = own, [""]
    later: list[Message] = []
    content = list(lines.content)
    place = 0
    while place < len(content):
        line = content[place]
        if isinstance(line, Lines):
            # Marked lines that nobody is said to have written are somebody's all the same.
            said_by = _attributed(content, place, words, current, read_day)
            # Days without a year are near those of the message that quotes.
            quoted = said_by or Message("", None, "")
            later += _messages(line, quoted, _near(read_day, current), is_quoted=True)
            place += 1
            continue
        if _SIGNATURE.fullmatch(line):
            place = _after_signature(content, place)
            continue
        begun, after = _begun(content, place, current, read_day, is_quoted=is_quoted)
        if begun is None:
            words.append(line)
            place += 1
            continue
        yield replace(current, words=_paragraphs(words))
        yield from later
        current, words, later, place = begun, [""], [], after
    yield replace(current, words=_paragraphs(words))
    yield from later


def _near(read_day: ReadDay, message: Message) -> ReadDay:
    """Read days as ``read_day`` does, those without a year near the day of ``message`` where no other is known."""
    return lambda words, near: read_day(words, near or day_of(message.sent))


def _paragraphs(lines: Sequence[str]) -> str:
    return join(re.split(r"\n[ \t]*\n", "\n".join(lines)))


def _after_signature(content: Sequence[str | Lines], place: int) -> int:
    """The place after a signature: at the next message, else at the end."""
    while place < len(content):
        line = content[place]
        if isinstance(line, Lines) or _SEPARATOR.fullmatch(line) or _wrote(line) is not None:
            return place
        place += 1
    return place


def _begun(
    content: Sequence[str | Lines], place: int, around: Message, read_day: ReadDay, *, is_quoted: bool
) -> tuple[Message | None, int]:
    """Return the message that begins at ``place`` with its headers, and where its words begin."""
    line = content[place]
    assert isinstance(line, str)
    separated = bool(_SEPARATOR.fullmatch(line) or _RULE.fullmatch(line))
    first = place + 1 if separated else place
    while separated and first < len(content) and content[first] == "":
        first += 1
    found: dict[str, str] = {}
    last = first
    while last < len(content):
        header = content[last]
        if header == "" and found and last + 1 < len(content):
            header = content[last + 1]
            skipped = 1
        else:
            skipped = 0
        match = _HEADER.fullmatch(header[:_LONGEST_LINE]) if isinstance(header, str) else None
        kind = _KIND.get(match["name"].lower()) if match else None
        if match is None or kind is None:
            break
        found.setdefault(kind, match["value"])
        last += 1 + skipped
    match = _wrote(line)
    if match is not None and not separated:
        told = _of_words(match, around, read_day)
        if (
            told.sent is not None
            and isinstance(_following(content, place), str)
            and (is_quoted or _CLOCK.search(line))
        ):
            return told, place + 1
    if "from" not in found or (not separated and "date" not in found):
        return None, place
    return _of_headers(found, around, read_day), last


def _following(content: Sequence[str | Lines], place: int) -> str | Lines | None:
    """What comes after the line at ``place``, empty lines left out."""
    return next((line for line in content[place + 1 :] if line != ""), None)


def _of_headers(headers: dict[str, str], around: Message, read_day: ReadDay) -> Message:
    return Message(
        _author(headers["from"]),
        _sent(headers.get("date", ""), around, read_day),
        "",
        forwarded=True,
    )


def _attributed(
    content: Sequence[str | Lines], place: int, words: list[str], around: Message, read_day: ReadDay
) -> Message | None:
    """Return who is said to have written the quoted lines at ``place``, and take those words out of ``words``."""
    quoted = content[place]
    assert isinstance(quoted, Lines)
    found = [
        (_of_words(match, around, read_day), len(before))
        for before in _lines_before(words)
        if (match := _wrote(" ".join(before).strip())) is not None
    ]
    if not found:
        return None
    message, count = next((item for item in found if item[0].sent is not None), found[0])
    del words[-count:]
    return message


def _lines_before(words: Sequence[str]) -> Iterator[list[str]]:
    """The last line that is not empty with what is after it, then the last two: a long line is broken."""
    last = len(words)
    while last and not words[last - 1].strip():
        last -= 1
    for count in (1, 2):
        if last >= count:
            yield list(words[last - count :])


def _wrote(line: str) -> re.Match[str] | None:
    if len(line) > _LONGEST_LINE:
        return None
    return _WROTE.fullmatch(line.strip()) or _ADDRESSED.fullmatch(line.strip())


def _of_words(match: re.Match[str], around: Message, read_day: ReadDay) -> Message:
    said = plain(match["said"])
    sent = _sent(said, around, read_day) or _sent(match["after"], around, read_day)
    author = plain(match["after"]) or _name_in(said)
    return Message(_author(author), sent, "")


def _name_in(said: str) -> str:
    """The name in "Tue, 18 Mar 2025 at 17:45, Ann Berg <ann@x.example>": what is left behind the date."""
    addressed = _ADDRESS.search(said)
    said = said[: addressed.start()] if addressed and addressed.start() > 0 else said
    clocks = list(_CLOCK.finditer(said))
    if clocks:
        return _ZONE.sub("", said[clocks[-1].end() :]).strip(" ,;")
    head, comma, tail = _LED_IN.sub("", said).rpartition(",")
    if comma and not re.search(r"\d", tail):
        return tail.strip()
    dated = re.match(
        r"(?:.*\d[\d./-]*(?:\s+(?:г\.|[^\W\d_]{3,9}\.?(?:\s+\d{4})?))?)\s+(?P<name>\D+)$", head or said
    )
    return dated["name"].strip() if dated else (tail or said).strip()


def _author(name: str) -> str:
    bare = plain(_ADDRESS.sub(" ", name)).strip("\"'*, ")
    return in_order(bare) or plain(name).strip("<>[]\"'*, ") or "Unknown"


def _sent(words: str, around: Message, read_day: ReadDay) -> datetime | date | None:
    day = read_day(words[:_LONGEST_LINE], day_of(around.sent))
    clock = _CLOCK.search(words)
    if day is None or clock is None:
        return day
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(day.year, day.month, day.day, hour, int(clock["minute"]))
    except ValueError:
        return day
