"""What a page says to those who do not pay for it, and where else they may read: no part of the article."""

import itertools
import re
from collections.abc import Iterator, Sequence

from index.language.furniture import is_furniture

_LONGEST = 600
"""Characters of a notice; chosen: what is longer tells something."""
_MOST_TIMES = 4
"""How often what is left is looked through again: above a list of other stories a notice may stand; chosen."""
_LAST = 8
"""Paragraphs at the end of a text among which notices stand."""

_NOTICE = re.compile(
    r"\b(?:article|story|content|page) is (?:only )?(?:available |reserved |exclusive(?:ly)? )?(?:for|to) "
    r"(?:(?:our |paying |premium |registered ){0,3}subscribers|(?:our |paying |premium |registered ){1,3}members|members only)\b"
    r"|\bsubscribe (?:now |today |here )?(?:for [^.\n]{1,40} )?to (?:read|continue|keep|unlock|get|access)\b"
    r"|\bto (?:continue|keep) reading\b|\bread the full (?:story|article) with\b|\bunlock (?:this|the full) (?:article|story)\b"
    r"|\b(?:sign|log) in (?:if you already have|to (?:read|continue|access))\b"
    r"|\balready (?:a |an |have an? )?(?:subscriber|member|account|subscription)\b[^.\n]{0,20}\?"
    r"|\bbecome an? (?:member|subscriber|supporter) to\b|\bsupport our (?:work|journalism|reporting)\b"
    r"|\bcancel (?:at any ?time|anytime)\b|\bstart your (?:free )?trial\b|\bcreate an? (?:free )?account to\b"
    r"|\byou(?:'ve| have) (?:reached|read) (?:your|all)\b[^.\n]{0,40}\b(?:limit|free articles?)\b"
    r"|\bnur für abonnent|\bweiterlesen mit\b|\bjetzt abonnieren\b|\bmit einem abo\b|\bartikel ist (?:exklusiv|nur) für\b"
    r"|\bréservée? aux abonnés|\bpour lire la suite\b|\babonnez-vous\b|\bvous avez déjà un compte\b"
    r"|\bsuscríbete (?:para|y)\b|\b(?:solo|exclusivo) para suscriptores\b|\bpara seguir leyendo\b"
    r"|только для подписчиков|оформите подписку|чтобы продолжить чтение|доступ(?:ен|на|но) по подписке"
    # What asks to comment, to follow, to write in, and what says whose standards and money are behind an article.
    r"|\bsign(?:ing)? up (?:for|to) (?:our|the)\b[^.\n]{0,60}\bnewsletters?\b|\bstraight to your inbox\b|\bin your inbox\b"
    r"|\bjoin (?:our commenting forum|the conversation|thought-provoking conversations)\b|\bcomment(?:s|ing)? policy\b"
    r"|\bwould you like to comment\b|\byou must (?:confirm your public display name|be logged in)\b|\blog ?out and then log ?in\b"
    r"|\bget in touch with (?:our news team|us)\b|\bdo you have a story\b|\bfor more stories like this\b|\bemail us at\b"
    r"|\bfollow (?:us|him|her|them|\w+) on (?:twitter|x\b|facebook|instagram|google news|telegram|bluesky|threads|linkedin)"
    r"|\bmay earn (?:us )?an? (?:affiliate )?commission\b|\bindependently select(?:ed)?\b|\benjoying our (?:latest )?content\b"
    r"|^our standards: |^our website is the place for\b|^stay informed with\b"
    r"|^get (?:real-time|live|instant) (?:updates|alerts)\b|^(?:additional reporting|with files) (?:from|by)\b"
    r"|^(?:first|originally) published (?:in|on|by) \w|\bcontributed to this (?:report|story|article)\b"
    r"|\b(?:our|the) (?:latest|best)\b[^.\n]{0,80}\bsign(?:ing)? up (?:for|to)\b|^sign up for (?:our )?e?-?mails\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"[$€£]\s?\d+(?:[.,]\d\d)?\b|\b\d+(?:[.,]\d\d)?\s?(?:€|euros?\b)|\bper (?:month|week|year)\b"
    r"|\bunlimited\b[^.\n]{0,20}\baccess\b|\bdigital access\b|\bsubscri(?:be|ption|ber)s?\b|\bany device\b|\bfree trial\b"
    r"|\bexplore more offers\b|\bpro monat\b|\bpar mois\b",
    re.IGNORECASE,
)
"""What stands below a notice: for which price one may read."""
_BESIDE_LINE = re.compile(
    r"(?:article|story) content|end of (?:article|story)|(?:recommended|related|latest|trending|featured) videos?"
    r"|trending(?: now| topics)?|(?:most read|popular)(?: in [^.\n]{1,30})?"
    r"|(?:\d{1,2}\.\s*)?advertisement \d{0,2}\s?(?:[\w-]+\s?)?(?:story|article) continues below"
    r"|to read the full (?:story|article)|order reprints|print(?: this)? article|don[’']t miss:?|you (?:may|might) also like\W*"
    r"|popular (?:on|in|at) [^.\n]{1,30}|explore further|more:|[^.\n]{0,100}\bclick(?:ing)? here(?: (?:to|for) [^.\n]{1,60})?"
    r"|an error has occurred\b[^\n]{0,40}|this (?:article|story) has been sent to|(?:join|enter) our free [^.\n]{1,60}"
    r"|click to tweet|like this (?:story|article|post)\?[^\n]{0,60}|tell us what you think\W*"
    r"|get (?:daily|breaking|the latest) [\w ]{0,30}news|more\s?:\s?\S[^\n]*[^.\n]|this is a breaking news? story\b[^\n]{0,60}",
    re.IGNORECASE,
)
"""Lines between the paragraphs of an article that are none of it."""
_LINK_OF_A_POST = re.compile(r"\s*(?:https?://t\.co/|\bpic\.(?:twitter|x)\.com/)\w+")
_MORE_FROM = re.compile(
    r"more (?:from|by) [^.\n]{1,60}|you (?:may|might) also like|recommended for you", re.IGNORECASE
)
_LONGEST_OF_A_STORY = 300
"""Characters of the headline of another story or what it says of it; chosen: two sentences."""
_OF_THE_ARTICLE = 0.5
"""The share of a page's characters that an article has before the list of other stories; chosen: more than half."""
_LONGEST_AFTER = 200
"""Characters of a line below an article that is no part of it; chosen: a row of tags."""
_AFTER = re.compile(
    r"(?:tags?|topics?|filed under|posted in|keywords|categor(?:y|ies)|labels|schlagw[oö]rter|themen|mots[- ]clés|etiquetas"
    r"|теги|метки)\s*:"
    r"|(?:previous|next|older|newer|prev)(?: (?:post|article|story|entry|page))?\s*[:»›→]"
    r"|(?:(?:press|media) (?:contacts?|office|enquir(?:y|ies)|inquir(?:y|ies))|contacts?|pressekontakt"
    r"|for (?:more|further) information|enquiries)\b[^\n]{0,80}(?:\+?\d[\d ()/-]{5,}|@)"
    r"|[^\n]{0,40}\bnot an official record\b|(?:copyright|©|\(c\))[^\n]{0,60}(?:19|20)\d\d\b|all rights reserved\b"
    r"|(?-i:\([a-z]{2,5}(?:[/,] ?[a-z]{2,5}){0,3}\)|[a-z]{2,5}(?:/[a-z]{2,5}){1,3})$"
    r"|(?:dpa|afp|ap|apa|sda|epd|ansa|efe|lusa|tass)$"
    r"|©[^\n]{0,80}$|[^\n]{0,40}©\s*copyright\b[^\n]{0,60}$|(?:riproduzione riservata"
    r"|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|все права защищены|усі права захищено)\b"
    r"|(?:#\w+\s*)+$|\W+$|(?:page )?last (?:modified|updated|changed|reviewed)\b[^\n]{0,40}$"
    r"|(?:print|save|listen|download(?: pdf)?|(?:send|share) (?:this )?(?:by|via) e?-?mail"
    r"|e-?mail this|print this)(?: (?:page|article|story))?$"
    r"|(?:first )?published (?:in|by) [^\n]{0,60}\bon \d"
    r"|sources?\s?:\s?[^\n.]{1,60}$|provided by [^\n.]{1,60}$|[\w.+-]+@[\w-]+(?:\.\w+)+$|\[email\s?protected\]$"
    r"|(?:https?://|www\.|twitter\.com/|facebook\.com/)\S+$"
    r"|(?:reach|contact|write to|e-?mail|follow|more)\b[^\n]{1,90}(?:@\w|\btwitter\b|\bfacebook\b|\binstagram\b|https?://)"
    r"|subscribe to\b[^\n]{1,90}\b(?:newsletters?|youtube|podcasts?|magazine|channel)\b"
    r"|get\b[^\n]{1,90}\b(?:to your (?:inbox|e?-?mail|phone)|on the go)\b|listen to\b[^\n]{1,60}\b(?:live|podcasts?)\b"
    r"|this copy is for your\b|if you enjoyed this\b|the [\w ]{1,40}\bis committed to publishing\b"
    r"|note: we are (?:temporarily )?moderating\b|get access to\b"
    r"|\d{1,4} (?:comments?|replies|shares|likes|views)\W*$|(?:leave a )?(?:comments?|repl(?:y|ies))\W*$",
    re.IGNORECASE,
)
"""What stands below an article: what it is filed under, what comes before and after it, whom to ask, whose it is."""
_LABEL = re.compile(
    r"(?:tags?|topics?|filed under|posted in|keywords|categor(?:y|ies)|labels|schlagw[oö]rter|themen|mots[- ]clés|etiquetas|теги"
    r"|метки|related|share(?: this)?|more in this section|(?:also read|read (?:next|also|more)|see also|what to read next"
    r"|more (?:stories|news|on this(?: story| topic)?)|you (?:may|might) also (?:like|be interested in)|latest(?: news| stories)?"
    r"|most read|recommended(?: for you)?|à lire aussi|lire aussi|mehr zum thema|lesen sie auch|lea también|читайте также))\s*:?",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60
"""Characters of a word that an article is filed under; chosen: a few words."""
_LONGEST_LINK = 160
"""Characters of a line that names another story; chosen: two headlines."""
_ELSEWHERE = re.compile(
    r"(?:read (?:more|also|next|this)|also read|(?:you can )?also check|see also"
    r"|more on this(?: story)?|related(?: stor(?:y|ies)| articles?)?"
    r"|mehr zum thema|lesen sie (?:auch|mehr)|lire aussi|à lire aussi|lee también|leggi anche|lees ook|czytaj też"
    r"|leia também|veja também|läs också|les også|læs også|lue myös|zobacz też|čtěte také|citiți și|ayrıca oku(?:yun)?"
    r"|читайте также|читайте також|смотрите также|дивіться також)\s*[:：]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«»„]")


def without_notices(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs of an article without those at its end that ask to subscribe or to sign in, and without lines that
    name another story."""
    # Words may stand apart by spaces that do not break.
    left = [" ".join(line.split()) for line in paragraphs]
    for _ in range(_MOST_TIMES):
        before, left = len(left), _once(left)
        if len(left) == before:
            break
    return left


def _once(paragraphs: Sequence[str]) -> list[str]:
    paragraphs = [
        _LINK_OF_A_POST.sub("", line) if ".co" in line else line
        for line in _before_other_stories(paragraphs)
        if not _is_elsewhere(line) and _BESIDE_LINE.fullmatch(line.strip(" -•")) is None
    ]
    kept = len(paragraphs) - min(_LAST, len(paragraphs))
    left = [*paragraphs[:kept], *_without_notices(paragraphs[kept:])]
    while len(left) > 1 and left and (not left[-1].strip() or _is_below(left[-1].strip())):
        left.pop()
    return _without_labels(left)


def _without_notices(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs that are no notices, nor the prices below one."""
    noticed = False
    for line in paragraphs:
        noticed = _is_notice(line) or (noticed and (not line.strip() or _is_offer(line)))
        if not noticed:
            yield line


def _is_offer(line: str) -> bool:
    return len(line) <= _LONGEST and _QUOTED.search(line) is None and _OFFER.search(line) is not None


def _before_other_stories(paragraphs: Sequence[str]) -> Sequence[str]:
    """Return the paragraphs before a list of other stories at the end of an article: "More from The Nation"."""
    whole, before = sum(map(len, paragraphs)), 0
    # Of each place, the longest line from it on.
    longest = list(itertools.accumulate(map(len, reversed(paragraphs)), max))[::-1]
    for place, line in enumerate(paragraphs[:-1]):
        only_stories = before > _OF_THE_ARTICLE * whole and longest[place + 1] <= _LONGEST_OF_A_STORY
        if only_stories and _MORE_FROM.fullmatch(line.strip()) is not None:
            return paragraphs[:place]
        before += len(line)
    return paragraphs


def _without_labels(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without the list at their end that says what an article is filed under, each word in a line."""
    for place in range(max(1, len(paragraphs) - _LAST), len(paragraphs)):
        below = [line.strip() for line in paragraphs[place + 1 :]]
        if _LABEL.fullmatch(paragraphs[place].strip()) and all(
            len(line) <= _LONGEST_LABEL and line[-1:] not in ".!?" for line in below
        ):
            return paragraphs[:place]
    return paragraphs


def _is_below(line: str) -> bool:
    line = line.lstrip("-•*· ")
    return not line or (
        len(line) <= _LONGEST_AFTER and (_AFTER.match(line) is not None or is_furniture(line))
    )


def _is_elsewhere(line: str) -> bool:
    """Tell whether a line is a link to another story with a word before it, and no sentence."""
    return (
        len(line) <= _LONGEST_LINK and not line.endswith(".") and _ELSEWHERE.match(line.lstrip()) is not None
    )


def _is_notice(line: str) -> bool:
    """Tell whether a paragraph is such a notice: what somebody is quoted to say of one is none."""
    return len(line) <= _LONGEST and _QUOTED.search(line) is None and _NOTICE.search(line) is not None
