"""Questions that no one excerpt answers: lists, who took part, demands, terms, a summary, a comparison, reasons.

Each is told from its wording, with what it is asked about; and each has its signs, words that a sentence has which is a point
of such an answer.
"""

import re
from dataclasses import dataclass, replace

from index.language.patterns import late
from index.model import Together

LONGEST = 300
"""Characters of a question that is read as one of these; chosen: what is longer tells a story."""

_SEVERAL = (
    "countries|states|nations|parties|sides|agreements|deals|accords|treaties|documents|sanctions|steps|measures|issues|topics"
    "|subjects|proposals|groups|leaders|ministers|officials|delegations|envoys|companies|cities|towns|rounds|talks|meetings"
    "|rights|duties|concessions|commitments|promises|decisions|goods|weapons|people|things|questions|cases|threats|goals"
)
_MEETING = r"(?:\w+ ){0,4}?(?:round|talks?|negotiations?|meeting|summit|session|conference|visit|call|ceremony|forum|hearing)s?\b"
_ABOUT = r"(?:of|on|about|at|in|during|from|for|regarding|concerning|over|between|with)"
_PATTERNS: tuple[tuple[Together, str], ...] = (
    (
        "participants",
        r"^(?:who (?:all )?(?:else )?(?:took|takes|is taking|will take|has taken) part"
        r"|who (?:all )?(?:attended|participated|participates|was present|were present)"
        rf"|(?:which|what) (?:\w+ ){{0,2}}?(?:{_SEVERAL}) (?:took part|attended|participated|were (?:present|represented))"
        r"|(?:who (?:were|are) |list |name )(?:all )?(?:the )?(?:participants|attendees|delegates|negotiators|signatories))"
        rf"(?: (?:{_ABOUT}|to))?\b\s*(?P<about>.*)$",
    ),
    (
        "demands",
        r"^(?:(?:what|which) (?:are|were|is|was) |list |name |give me |show me )(?:all )?(?:of )?"
        r"(?P<about>(?:the |its |their |both )?(?:[\w’'-]+ ){0,4}?"
        r"(?:demands|conditions|requests|requirements|preconditions|ultimatums?)\b.*)$"
        r"|^(?:what|which) (?P<made>(?:demands|conditions|requests) (?:did|does|has|have|do|were|are)\b.*)$",
    ),
    (
        "terms",
        r"^(?:(?:what|which) (?:are|were) |list |name |give me |show me )(?:all )?(?:the )?(?:\w+ ){0,2}?"
        rf"(?:terms|provisions|points|clauses|commitments|obligations|elements|contents|details)\s+{_ABOUT}\s+(?P<about>.+)$"
        r"|^what (?:does|did|do|will|would) (?P<text>.+?) (?:provide(?: for)?|contain|include|stipulate|consist of|set out|cover|"
        r"oblige .+|commit .+ to)$",
    ),
    (
        "comparison",
        r"^(?:please )?(?:compare|contrast) (?P<compared>.+)$"
        r"|^(?:what (?:is|are|was|were) )?(?:the )?differences? between (?P<between>.+)$"
        r"|^how (?:do|does|did|are|were|is) (?P<differing>.+? and .+? differ(?:ent)?\b.*|.+? differ(?:ent)? from .+)$"
        r"|^(?P<versus>.+? (?:vs\.?|versus) .+)$"
        r"|^what (?:do|does|did|have|has) (?P<both>.+? and .+? (?:each|respectively|both) "
        r"(?:want|say|demand|propose|offer|claim|said|wanted|think|promise)\b.*)$",
    ),
    (
        "summary",
        r"^(?:please )?(?:summari[sz]e|sum up|recap|outline|tl;?\s?dr:?)\s+(?:of |on |for )?(?P<about>.+)$"
        r"|^(?:(?:can|could) you )?(?:please )?(?:give|show|write|get) (?:me |us )?(?:a |an |the )?(?:\w+ )?"
        rf"(?:summary|overview|recap|outline|digest) {_ABOUT} (?P<given>.+)$"
        rf"|^(?:(?:a|the) )?(?:\w+ )?(?:summary|overview|recap) {_ABOUT} (?P<of>.+)$"
        rf"|^(?:what (?:happened|came out|went on)|what were the (?:results|outcomes?)) "
        rf"(?:at|in|during|of|on|after|from) (?P<meeting>(?:the )?{_MEETING}.*)$"
        rf"|^(?P<self_agreed>what (?:was|has been) (?:discussed|agreed|decided|said|achieved) "
        rf"(?:at|in|during|on|after) (?:the )?{_MEETING}.*)$",
    ),
    (
        "list",
        r"^(?:please )?(?:list|enumerate|name|tell me|give me|show me)(?: me)? "
        r"(?:(?:a |the )?(?:full |complete )?list of |all (?:of )?|"
        rf"every(?:thing|one)? |each )(?P<about>.+)$|^(?:please )?(?:list|enumerate) (?P<plain>.+)$"
        rf"|^name (?P<named>(?:the |some |any )?(?:[\w’'-]+ ){{0,3}}?(?:{_SEVERAL})\b.*)$"
        rf"|^(?P<self_which>(?:which|what) (?:\w+ ){{0,2}}?(?:{_SEVERAL}) .+)$"
        rf"|^what (?:are|were) (?:all )?(?P<these>(?:the )?(?:[\w’'-]+ ){{0,3}}?(?:{_SEVERAL})\b.+)$",
    ),
    ("reasons", r"^(?P<self_why>why (?:did|does|do|is|are|was|were|has|have|had|would|will)\b.+)$"),
)
_OF_ITS_OWN = "self_"
"""How the groups begin that hold a question of its own."""
_SIGNS_OF_KINDS: dict[Together, tuple[str, ...]] = {
    "participants": ("part", "attend", "present", "delegates", "negotiators", "signatories"),
    "demands": ("demand", "condition", "request", "requirement", "ultimatum"),
    "terms": (
        *"terms provisions points clauses commitments obligations elements contents details".split(),
        *("provide", "contain", "include", "stipulate", "consist of", "set out", "cover", "oblige", "commit"),
    ),
    "comparison": ("compare", "contrast", "differ", "vs", "versus", "each", "respectively", "both"),
    "summary": (
        *("summari", "sum up", "recap", "outline", "tl", "summary", "overview", "digest", "happened"),
        *("came out", "went on", "results", "outcome", "discussed", "agreed", "decided", "said", "achieved"),
    ),
    "list": ("list", "enumerate", "name", "tell me", "give me", "show me", *_SEVERAL.split("|")),
    "reasons": ("why",),
}
"""Of which every question of the kind has one."""
_KINDS = tuple((kind, late(pattern, re.IGNORECASE, _SIGNS_OF_KINDS[kind])) for kind, pattern in _PATTERNS)

_SIGNS: dict[Together, str] = {
    "demands": r"""demand\w*|insist\w*|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|requir\w+|want(?:s|ed)?|must|request\w*
        |ask(?:s|ed)? (?:for|that)|conditions?|press(?:es|ed|ing)? for|seeks?|sought|only if|unless|ultimatum""",
    "terms": r"""will|shall|must|may|agree[sd]?|commit\w*|provid\w+|allow\w*|oblig\w+|requir\w+|prohibit\w*|establish\w*
        |guarantee\w*|undertakes?|ensure\w*|stipulat\w+|includ\w+|calls? for|entitle\w*|withdraw\w*|releas\w+|exchang\w+
        |receiv\w+|pays?|ends?|begins?|opens?|lift\w*|halts?|stops?|within|prolong\w*|extend\w*|bans?|limits?|cuts?""",
    "participants": r"""attend\w*|took part|tak(?:e|es|en|ing) part|participa\w+|led|leads?|head(?:s|ed)?|represent\w*|join\w*
        |met|meets?|meeting|host\w*|present|delegations?|envoys?|negotiators?|between|accompan\w+|mediat\w+|sat|came|sent
        |negotiat\w+|sign(?:ed|s)|welcom\w+|spoke|participants?|included?""",
    "reasons": r"""because|since|due to|owing to|as a result|in order to|so that|reasons?|caus\w+|led to|in response|citing|cited
        |fear\w*|blam\w+|therefore|that is why|accus\w+|over (?:the|a|an)|in protest|in retaliation|after|thanks to|concern\w*
        |to (?:avoid|prevent|protect|help|keep|make|force|end|secure|show|stop|allow|give)|wanted? to|need(?:ed|s)?""",
}
_DEMANDS = (
    r"(?:main |key |latest |other )?(?:demands|conditions|requests|requirements|preconditions|ultimatums?)"
)
_WHOSE = late(
    rf"^(?:the )?(?P<one>(?!the |main |key |latest |other |demands|conditions|requests|requirements).+?)(?:['’]s?)? {_DEMANDS}\b"
    rf"|^(?:the )?{_DEMANDS} of (?:the )?(?P<other>[\w’'-]+(?: (?!(?:in|on|at|from|for|over|about|as|during|to|of)\b)[\w’'-]+)*)",
    re.IGNORECASE,
)
DEMANDING = "demand insist call urge require want ask request press seek condition"
"""Verbs, and nouns made of them, of what somebody demands."""

_SIGN = {
    kind: late("".join((r"\b(?:", *words.split("\n        "), r")\b")), re.IGNORECASE)
    for kind, words in _SIGNS.items()
}

_TOOK_PART = late(
    r"\b(?:attend(?:ed|ees?|ing|s)?|took part|tak(?:e|es|en|ing) part|participa(?:ted?|nts?|ting|tes)|represented|led by"
    r"|headed by|sent|accompanied|signator(?:y|ies)|present at|delegations?|envoys?|negotiators?|mediators?|ministers?"
    r"|presidents?|secretar(?:y|ies)|ambassadors?|representatives?|chancellors?|premiers?|governors?|kings?|generals?"
    r"|commissioners?|advis[eo]rs?|spokes\w+|M(?:r|s|rs)\.)(?!\w)",
    re.IGNORECASE,
)
"""What says who took part, where "met" and "between" are said of anything."""

_OPENING = late(
    r"^\W*(?:(?:and|so|ok(?:ay)?|please|pls|now|then|hey|hi|hello|bot|parley)\b[\s,:]*)*", re.IGNORECASE
)
_POSITIONS = late(
    r"^(?:the )?(?:respective )?(?:(?P<what>[\w’'-]+(?: [\w’'-]+)?) )(?:of|from|between) (?=.+ (?:and|with|to|vs\.?|versus) )",
    re.IGNORECASE,
)
_TOPIC = late(
    r"\s+(?P<word>on|about|regarding|concerning|over|in|at|during|as to|when it comes to|toward|towards|for) ",
    re.IGNORECASE,
)
_BETWEEN = late(r"\s+(?:and|with|to|vs\.?|versus|against|from|or) ", re.IGNORECASE)
_DIFFER = late(r"\s+differ(?:ent)?\b(?: from\b)?", re.IGNORECASE)
_DEMANDED = late(r"\b(?:demands?|wants?|wanted|ask for|conditions?)\b", re.IGNORECASE)
_EACH = late(r"\s+(?:each|respectively|both) (?P<does>\w+)", re.IGNORECASE)
_VIEWS = late(
    r"\b(?:positions?|views?|stances?|approach(?:es)?|polic(?:y|ies)|opinions?|attitudes?)\b", re.IGNORECASE
)
_OF_A_SIDE = late(r"^(?P<name>.+?)(?:['’]s?|s['’]) (?P<what>[a-z][\w -]*)$")


_VIEW = r"(?:official |current |present |stated )?(?:positions?|stances?|views?|attitudes?|line)"
_ON = r"(?:on|about|regarding|concerning|towards?|over|as to)"
_HELD = late(
    rf"^(?:what(?:['’]?s| is| was| are| were) )?(?:the )?{_VIEW} of (?P<one>.+?) {_ON} (?P<its>.+)$"
    rf"|^(?:what(?:['’]?s| is| was| are| were) )?(?:the )?(?P<other>.+?)(?:['’]s?|(?<=s)['’])? {_VIEW} {_ON} (?P<theirs>.+)$"
    rf"|^where (?:does|do|did) (?P<standing>.+?) stand {_ON} (?P<there>.+)$",
    re.IGNORECASE,
    signs=("position", "stance", "view", "attitude", "line", "stand"),
)
"""Whose position is asked for, and on what."""
_WANTED = late(
    r"^what (?:else )?(?:does|do) (?P<who>(?:the )?[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,4}?) (?:really |still |now )?"
    r"(?:demand|want|ask for|insist on|call for|seek|request|require)(?P<rest>(?: (?:in|on|from|of|for|at|over|about|as) .+)?)$",
    re.IGNORECASE,
    signs=("demand", "want", "ask for", "insist on", "call for", "seek", "request", "require"),
)
"""Who demands something as things stand: of the past, one demand may be meant."""
_ANYBODY = frozenset("you i we it this that he she they people one both anyone everyone everybody".split())


@dataclass(frozen=True, slots=True)
class AskedTogether:
    """What a question asks for that several excerpts answer together, ``about`` what; of a comparison its two ``sides``, of a
    position the one that holds it.

    ``sign`` is the kind of which each point has a sign: of "what do they each demand" that of demands. ``ranked`` tells that it
    is a question of its own, which one excerpt may answer: the best comes first, and the others add to it.
    """

    kind: Together
    about: str
    sides: tuple[str, ...] | None = None
    sign: Together = "list"
    ranked: bool = False


def asked_together(question: str) -> AskedTogether | None:
    """Return what the question asks for, where several excerpts answer it together; None for another question."""
    if len(question) > LONGEST:
        return None
    text = _OPENING.sub("", " ".join(question.split())).rstrip("?!. ")
    held = _held(text)
    if held is not None:
        return held
    for kind, pattern in _KINDS:
        match = pattern.match(text)
        if match is None:
            continue
        name, found = next(((name, words) for name, words in match.groupdict().items() if words), ("", ""))
        if kind == "comparison":
            compared = _compared(found)
            if compared is not None:
                return replace(compared, sign="demands") if _DEMANDED.search(found) else compared
        elif any(map(str.isalnum, found)):
            return AskedTogether(kind, found.strip(), sign=kind, ranked=name.startswith(_OF_ITS_OWN))
    return None


def _held(text: str) -> AskedTogether | None:
    """Return whose position or demands the question asks for; None where it asks for none."""
    wanted = _WANTED.match(text)
    if wanted is not None and wanted["who"].lower() not in _ANYBODY and not _BETWEEN.search(wanted["who"]):
        return AskedTogether("demands", f"{wanted['who']}'s demands{wanted['rest']}", sign="demands")
    match = _HELD.match(text)
    if match is None:
        return None
    who = match["one"] or match["other"] or match["standing"]
    what = match["its"] or match["theirs"] or match["there"]
    compared = _compared(f"{who} on {what}") if _BETWEEN.search(who) else None
    if compared is not None:
        return compared
    name, _ = _side(who)
    return AskedTogether("position", what, (name,)) if name and name.lower() not in _ANYBODY else None


def whose_demands(about: str) -> str:
    """Return who demands what is asked about: "Norland" of "Norland's demands on the quay"; "" where it is not said."""
    match = _WHOSE.match(about[:LONGEST])
    return (match["one"] or match["other"]) if match is not None else ""


def in_other_words(about: str) -> str:
    """Return what is asked of somebody's demands in other words for demanding: "Norland wants insists asks on the quay"."""
    match = _WHOSE.match(about[:LONGEST])
    if match is None:
        return about
    return f"{match['one'] or match['other']} wants, insists, asks, urges{about[match.end() :]}"


def tells_who(text: str) -> bool:
    """Tell whether ``text`` says who took part: by a word that says no less, or by the office of somebody who was there."""
    return _TOOK_PART.search(text) is not None


def shows(kind: Together, text: str) -> bool:
    """Tell whether ``text`` has a sign of being a point of such an answer; a kind without signs takes any sentence."""
    sign = _SIGN.get(kind)
    return sign is None or sign.search(text) is not None


def _compared(words: str) -> AskedTogether | None:
    """Return the two sides that ``words`` name, and what they are compared in: "A and B on the tariffs"."""
    opening = _POSITIONS.match(words)
    what = opening["what"] if opening else ""
    rest = words[opening.end() :] if opening else words
    rest = _EACH.sub(" ", rest)
    rest = _DIFFER.sub("" if _BETWEEN.search(rest[: _differs_at(rest)]) else " and ", rest, count=1)
    between = _BETWEEN.search(rest)
    if between is None:
        return None
    first, second = rest[: between.start()], rest[between.end() :]
    topic = _TOPIC.search(second)
    about = second[topic.end() :] if topic else ""
    second = second[: topic.start()] if topic else second
    # "A on tariffs and B on tariffs" has its topic beside each.
    topic = _TOPIC.search(first)
    if topic is not None:
        about, first = about or first[topic.end() :], first[: topic.start()]
    one, other = _side(first), _side(second)
    what = " ".join(dict.fromkeys(filter(None, (what, one[1], other[1]))))
    if not one[0] or not other[0] or one[0].lower() == other[0].lower():
        return None
    about = " ".join(_VIEWS.sub(" ", f"{what} {about}").split())
    return AskedTogether("comparison", about, (one[0], other[0]))


def _differs_at(words: str) -> int:
    match = _DIFFER.search(words)
    return match.start() if match else 0


def _side(words: str) -> tuple[str, str]:
    """Return whom or what a side of a comparison is, and what of it: "Norland" and "demands" of "Norland's demands"."""
    words = re.sub(r"^(?:the|both|that of|those of)\s+", "", words.strip(), flags=re.IGNORECASE)
    match = _OF_A_SIDE.match(words)
    if match:
        return match["name"], match["what"]
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", words), ""
