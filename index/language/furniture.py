"""What a web page sets around an article: bars to share it, teasers, advertisements, credits, bylines, datelines.

None of it tells anything, so none of it is an answer, an event or a quotation. A line is furniture only as a whole; what
may as well be a sentence is none.
"""

import re

from index.language.patterns import late
from index.model import Span

_LONGEST = 300
"""Characters of a line of furniture; chosen: what is longer tells something."""
_LONGEST_CREDIT = 90
"""Characters of a credit that names no more than a person and an agency; chosen."""
_MOST_NAMED = 25
"""Words of a byline; chosen: it names a few people, their places and their paper."""
_FEWEST_AFTER_A_DATELINE = 3
"""Words that a report has behind its dateline; chosen: fewer are a heading's, or the second half of one."""
_LOOKED_THROUGH = 400
"""Characters behind a place in capitals in which a speaker would say "I" or "we"; chosen: a long sentence."""

_AROUND = " \t\r*_#>»›→•|[]()–—-"
_AGENCIES = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|dpa|DPA|UPI|TASS|Tass|ANSA|Xinhua|XINHUA|Anadolu(?: Agency)?|Interfax|Ukrinform|Kyodo|PTI"
    r"|Getty(?: Images)?|Shutterstock|Alamy|Bloomberg|Agency|Handout|Pool|RFE/RL)"
)
_TO_SHARE = frozenset("share tweet print email e-mail".split())
_NETWORKS = frozenset(
    "facebook twitter x whatsapp telegram linkedin reddit pinterest bluesky mastodon threads copy link copylink".split()
)
_OF_A_BAR = (
    _TO_SHARE | _NETWORKS | frozenset("on via with by to and or your a friend friends others this".split())
)
_APART = late(r"[\s|·•,:/]+")
_SHARE_THIS = late(r"share (?:this|the) (?:article|story|page|post|video)\b[.!]?", re.IGNORECASE)

_ALONE = late(
    r"advert(?:isement|ising)?s?|sponsored(?: content| post)?|paid content|promoted content|skip (?:advertisement|ad)"
    r"|(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:advertisement|ad|video|photo))?|scroll to continue"
    r"|(?:related|recommended|latest|top|trending|popular|more) (?:stories|articles|coverage|topics|content|links|news|posts)"
    r":?"
    r"|related|most (?:read|popular|viewed|shared)|more on this (?:story|topic|subject):?|what to read next"
    r"|you (?:may|might) also (?:like|be interested in):?|editors?[’']?s?[’']? picks?|back to top|click here"
    r"|read (?:more|next|the full (?:story|article))(?: here)?[.…]*|(?:see|show|load) more|continue reading"
    r"|(?:subscribe|sign up|follow us)(?: now| today| here)?[.!]?|(?:leave|post) a comment|(?:view|show|read) (?:all )?comments"
    r"|\d{1,3} min(?:ute)?s? read"
    r"|(?:(?:first |last )?(?:updated|published|posted|modified)\s*:?\s*)?(?:about )?"
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago",
    re.IGNORECASE,
)
_TEASER = late(r"(?:also read|read (?:more|next|also))\s*[:|»>–—-]+\s*\S", re.IGNORECASE)
_INVITATION = late(
    r"(?:see also|related(?: (?:stories|story|articles?))?|watch|don[’']t miss)\s*[:|»>]+\s*\S"
    r"|read more (?:about|on|from|at)\s"
    r"|(?:subscribe|sign up|register)\b[^.:]{1,60}?"
    r"\b(?:newsletters?|podcasts?|our\b[^.:]{0,40}\b(?:briefings?|alerts?|updates|channel))\b"
    r"|(?:get|receive) our\b[^.:]{0,40}\bnewsletters?\b|follow us on\s|click here (?:to|for)\s"
    r"|download (?:our|the)\b[^.:]{0,30}\bapp\b",
    re.IGNORECASE,
)
"""What asks the reader to look elsewhere; where somebody is said to say it, it is a report."""
_REPORTED = late(
    r"[\"“”«»„]|\b(?:said|says|told|asked|added|urged|wrote|warned|promised|is|are|was|were)\b", re.IGNORECASE
)

_CREDIT = late(
    r"(?:file )?(?:photos?|pictures?|images?|photographs?|video|illustration|graphic)"
    r"(?: credits?| courtesy)?(?: source,| by\b|\s*[:|])\s*(?=\S)",
    re.IGNORECASE,
)
_BY_AN_AGENCY = late(rf"\S.*?\s*(?:/|\bvia\b|\||©)\s*{_AGENCIES}(?: (?:Photo|Images|Pool))?\Z")
_NAME = r"[^\W\d_a-z][\w.’'-]*"
_CREDITED = late(
    rf"(?:{_NAME}(?:\s+{_NAME}){{0,3}}\s*(?:/|\bvia\b)\s*)+{_AGENCIES}(?: (?:Photo|Images|Pool))?"
    rf"|{_AGENCIES}(?: Photo)?\s*/\s*{_NAME}(?:\s+{_NAME}){{0,3}}|Getty Images"
)
_CONTRIBUTED = late(r".*? contributed to this (?:report|story|article)\.?")
_COPYRIGHT = late(
    r"(?:copyright|©|copyright ©|\(c\))\s*(?:19|20)\d\d\b[\s,.]*|all rights reserved\b[\s.]*", re.IGNORECASE
)
_BYLINE = late(
    r"(?P<desk>(?:additional |with )?(?:reporting|editing|writing)|(?:words|story|text|written|reported|edited|compiled)"
    r"(?: and \w+)?)?\s*\bby\s+(?P<names>\S.*)",
    re.IGNORECASE,
)
_NAMED = late(r"[^\s,;|/&]+")
_BESIDE_NAMES = frozenset(
    """and in for of the at with from de van von der den bin al el la di da reporting editing writing additional by staff
    correspondent correspondents editor reporter reporters writer writers senior political diplomatic chief foreign""".split()
)
_NO_NAMES = frozenset(
    """the a an this that these those his her its their our my all both order royal decree law land sea air road rail virtue
    consensus monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december spring summer autumn winter christmas easter ramadan noon midnight contrast""".split()
)

_LONGEST_NUMBER = 40
"""Characters of a number alone, with the word for what it numbers; chosen."""
_NUMBER_ALONE = late(
    r"\W*(?:(?:Article|Section|Chapter|Annex|Part|Paragraph|Point|Item)\s+(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\b[\s.:]+)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,2}|[a-z]|[ivxl]{1,5}|[IVXL]{1,5})[.)]\W*"
)
_FIRST_WORD = late(r"(?:©\s*)?([^\W\d_]+|\d)")
_BEGINNINGS = (
    _TO_SHARE
    | _NETWORKS
    | frozenset(
        """advertisement advertisements advertising adverts advert sponsored paid promoted skip story article scroll related
        recommended latest top trending popular more most what you editor editors back click read see load continue subscribe
        sign follow leave post view show also don watch register get receive download first last updated published posted modified
        about a an one two three four five six seven eight nine ten e file photo photos picture pictures image images photograph
        photographs video illustration graphic additional with reporting editing writing words text written reported edited
        compiled by copyright all c""".split()
    )
)
"""Words that all other furniture but credits and datelines begins with: most sentences begin with none, and are done with."""

_DATELINE = late(
    r"\s*(?P<place>[^\W\d_][\w.’' /-]{1,40}?)(?P<day>,[^()\n—–-]{1,40})?(?:\s*\((?P<agency>[^()\n]{2,40})\))?"
    r"\s*(?:[—–]|--?(?=\s|\Z))\s*(?=[\"“‘«„]?[^\W\d_a-z]|\Z)"
)
_DASHES = ("—", "–", "-")
_OPENS = late("[A-Za-z]+")
_FULL_STOPS = frozenset('.!?”"')
_DAY = late(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\d{1,2}[./]\d{1,2}")
_MOST_WORDS_OF_A_PLACE = 3
"""Words in capitals before a dash that are a place where no day and no agency says so; more are a headline."""
_LONGEST_DATELINE = 150
"""Characters; no more than the pattern takes: most sentences have no dash there, and are not looked at."""
_AN_AGENCY = late(rf"{_AGENCIES}\b|[A-Z][\w ]*\b(?:Agency|News|Press|Wire|Post|Times)\Z")
_THREE_LETTERS = late(r"[^\W\d_]{3}")
_SIGNATURE = late(r"\W*[A-Z][A-Z .'’-]{3,60}, (?:[A-Z]\w+ \d{1,2}|\d{1,2} [A-Z]\w+),? \d{4}\W*$")
_ABBREVIATED = late(r"[A-Z]{2,6}\Z")
_DIGIT = late(r"\d")
_WORD = late(r"[^\W_]+")
_ENDS = late(r"[.!?…。][\"”’»)\]]*\s*\Z")
_TO_SOMEBODY = late(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b")
_QUOTED = late(r"[\"“«„]")
_OFFICE = late(
    r"(?:MR|MS|MRS|DR|SIR|THE|PRESIDENT|CHAIR|CHAIRMAN|CHAIRWOMAN|MINISTER|PRIME|SECRETARY|SENATOR|AMBASSADOR|JUDGE|QUESTION|ANSWER"
    r"|Q|A|NOTE|DEADLINE|ARTICLE|ANNEX|SECTION|CHAPTER|PART)\b"
)
"""Words in capitals before a dash that are no place: who speaks, or what a part of a text is called."""


def is_furniture(sentence: str) -> bool:
    """Tell whether a sentence, a heading or a line is nothing but furniture: each line of it."""
    opening = _OPENS.match(sentence) if len(sentence) > _LONGEST_CREDIT else None
    if (
        opening
        and opening[0].lower() not in _BEGINNINGS
        and sentence[-1] in _FULL_STOPS
        and "\n" not in sentence
    ):
        # So it is with most: nothing that is as long, and begins and ends so, is furniture.
        return False
    return len(sentence) <= _LONGEST and all(map(_is_line, sentence.strip().split("\n")))


def is_number_alone(sentence: str) -> bool:
    """Tell whether a sentence is nothing but the number of what follows it: "1.", "(a)", "Article 2 / 1."."""
    return len(sentence) <= _LONGEST_NUMBER and _NUMBER_ALONE.fullmatch(sentence) is not None


def is_signature(sentence: str) -> bool:
    """Tell whether a line has nothing but an institution in capitals and a day: "THE WHITE HOUSE, December 22, 2023."."""
    return len(sentence) <= _LONGEST_CREDIT and _SIGNATURE.match(" ".join(sentence.split())) is not None


def after_furniture(text: str, span: Span) -> int:
    """Return where the sentence of ``text`` at ``span`` begins behind lines of furniture and a dateline; where the span
    begins when all of it is furniture."""
    end = span[1]
    start = after_dateline(text, (after_lines(text, span), end))
    return start if start < end else span[0]


def after_lines(text: str, span: Span) -> int:
    """Return where the sentence of ``text`` at ``span`` begins behind lines of furniture, with its dateline."""
    start, end = span
    while (line_end := text.find("\n", start, min(end, start + _LONGEST))) >= 0:
        if not _is_line(text[start:line_end]):
            break
        start = line_end + 1
    while start < end and text[start].isspace():
        start += 1
    return start if start < end else span[0]


def after_dateline(text: str, span: Span) -> int:
    """Return where the report at ``span`` of ``text`` begins behind its dateline, "LUCERNE, 26 May (Agency) - ".

    That is where the span ends when there is nothing else, and where it begins when there is no dateline.
    """
    start, end = span
    near = min(end, start + _LONGEST_DATELINE)
    # Most have no dash there: three looks for one character each take less time than a set in a pattern.
    opening = text[start:near]
    dashed = "—" in opening or "–" in opening or "-" in opening
    match = _DATELINE.match(text, start, end) if dashed else None
    if match is None or _OFFICE.match(match["place"]):
        return start
    if match.end() == end:
        return end if (match["day"] or match["agency"]) and _is_dateline(match, "") else start
    rest = text[match.end() : min(end, match.end() + _LOOKED_THROUGH)]
    if len(_WORD.findall(rest)) < _FEWEST_AFTER_A_DATELINE or not _ENDS.search(
        text, max(start, end - 8), end
    ):
        return start
    return match.end() if _is_dateline(match, _QUOTED.split(rest, maxsplit=1)[0]) else start


def place_of_dateline(text: str, span: Span) -> Span | None:
    """Return the span of the place in the dateline that the report at ``span`` of ``text`` begins with; None without one."""
    behind = after_dateline(text, span)
    match = _DATELINE.match(text, span[0], span[1]) if span[0] < behind < span[1] else None
    return match.span("place") if match is not None else None


def _is_dateline(match: re.Match[str], rest: str) -> bool:
    place, agency = match["place"], match["agency"]
    in_capitals = place.isupper() and _THREE_LETTERS.search(place) is not None
    dated = match["day"] is not None and _DAY.search(match["day"]) is not None
    if agency:
        known = _AN_AGENCY.match(agency) is not None
        return (
            known
            or (dated and agency[0].isupper())
            or (in_capitals and _ABBREVIATED.match(agency) is not None)
        )
    if not in_capitals or len(place.split()) > _MOST_WORDS_OF_A_PLACE:
        return False
    # "ORSIC — I agree." is a speaker's turn.
    return dated or _TO_SOMEBODY.search(rest) is None


def _is_line(line: str) -> bool:
    bare = line.strip(_AROUND)
    first = _FIRST_WORD.match(bare)
    if first is None:
        return False
    if first[1].lower() in _BEGINNINGS or first[1].isdigit():
        return (
            _ALONE.fullmatch(bare) is not None
            or _is_bar(bare)
            or _TEASER.match(bare) is not None
            or (_INVITATION.match(bare) is not None and not _is_reported(bare))
            or _is_labelled_credit(bare)
            or _is_copyright(bare)
            or _is_byline(bare)
        )
    if len(bare) <= _LONGEST_CREDIT and ("/" in bare or "via" in bare or "Getty" in bare):
        return _CREDITED.fullmatch(bare) is not None
    contributed = bare.find(" contributed to this ") if len(bare) <= _LONGEST_CREDIT else -1
    if contributed >= 0:
        return _CONTRIBUTED.fullmatch(bare) is not None and _are_people(bare[:contributed])
    return line.rstrip().endswith(_DASHES) and after_dateline(line, (0, len(line))) == len(line)


def _is_reported(line: str) -> bool:
    # A headline that is linked to ("Related: Sato says the ferry will close") has no full stop.
    return _ENDS.search(line) is not None and _REPORTED.search(line) is not None


def _is_bar(line: str) -> bool:
    shared = _SHARE_THIS.match(line)
    words = _APART.split(line[shared.end() if shared else 0 :].lower().strip(" .!|:"))
    if shared:
        return _OF_A_BAR.issuperset(filter(None, words))
    return (
        words[0] in _TO_SHARE | _NETWORKS and _OF_A_BAR.issuperset(words) and not _TO_SHARE.isdisjoint(words)
    )


def _is_labelled_credit(line: str) -> bool:
    label = _CREDIT.match(line)
    if label is None:
        return False
    rest = line[label.end() :]
    return _BY_AN_AGENCY.match(rest) is not None or _are_names(_NAMED.findall(rest))


def _is_copyright(line: str) -> bool:
    mark = _COPYRIGHT.match(line)
    return mark is not None and (mark.end() == len(line) or _are_names(_NAMED.findall(line[mark.end() :])))


def _is_byline(line: str) -> bool:
    match = _BYLINE.fullmatch(line)
    if match is None:
        return False
    names = _NAMED.findall(match["names"])
    if match["desk"] is None and (_ENDS.search(line) or len(names) < 2):
        return len(names) == 1 and re.fullmatch(_AGENCIES, names[0]) is not None
    return names[0].lower() not in _NO_NAMES and _are_names(names)


def _are_people(text: str) -> bool:
    words = _NAMED.findall(text)
    return _are_names(words) and words[0].isalpha() and len(words) > 1 and words[1][0].isupper()


def _are_names(words: list[str]) -> bool:
    if not 0 < len(words) <= _MOST_NAMED or not words[0][0].isupper():
        return False
    return all(
        word[0].isupper() or word.lower().strip(".") in _BESIDE_NAMES or _DIGIT.match(word) for word in words
    )
