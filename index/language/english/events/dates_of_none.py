"""Dates on which a sentence tells of no event: what is compared, how things were, what a paper of that day says."""

import re

from index.language.dates import TimeExpression
from index.language.english.events.clauses import DONE, FINITE_VERB
from index.language.english.events.dates_of_things import ATTRIBUTE, LOWER_NOUN_BEHIND, OF, is_of_a_thing
from index.language.english.events.told import Told
from index.language.english.events.words import whole_words
from index.language.patterns import late

# What the date is to its clause, by the words right before and behind it.
_NOT_THEN = whole_words(
    r"\bwhat\s+\Z|\bbeyond\s+(?:the\s+)?\Z|\bnot\s+(?:(?:on|in|at|by|for|before|after|the|this|a|an)\s+){0,2}\Z|\bnot\s+[^,;:.]{1,30}\bor\s+\Z|\bnot\s+(?:just|only)\s+(?:(?:for|in|on|at|during)\s+)?(?:the\s+)?\Z"
)
_SINCE = whole_words(
    r"\b(?:since|since\s+(?:\w+ing|(?:he|she|they|it|we|I)\s+(?:first\s+)?\w+)\b[^,;:]{0,40}\b(?:in|on)|since\s+the\s+(?:\w+\s+)?\w+\s+(?:of|on)|(?:dat(?:ing|es?|ed)|go(?:ing|es))\s+back\s+to|dating\s+(?:to|from)|since\s+(?:the\s+)?(?:start|beginning|outbreak|onset|end|fall|signing|launch|adoption)\b[^,;:]{0,60}\b(?:in|on|of)|as\s+of|as\s+in)\s+(?:at\s+least\s+)?(?:(?:the|about|around|early|late|mid)[\s-]+)*(?:fiscal\s+(?:year\s+)?|FY\s?)?\Z"
)
_STATE = whole_words(r"""
    (?<![-‑])\b(?:led|headed|governed|chaired|occupied|held|holds?|holding|controlled|controls?|detained|imprisoned|jailed|captive|hostage|besieged|blockaded|annexed
    |closed|shut|suspended|blocked|halted|cut\s+off|ruled|in\s+(?:office|power|force|place|exile|custody|prison)|at\s+war)\b""")
"""A state that began on the day that "since" names, and is all that the clause says."""
_COUNTED = whole_words(r"""
    [$€£¥%]|(?<![\w-])\d|\b(?:hundreds|thousands|dozens|millions?|billions?|more\s+than|(?:first|only)\s+time|lowest|highest|largest|biggest
    |worst|deadliest|strongest|weakest)\b""")
_COMPARED = whole_words(r"""
    \b(?:compared?\s+(?:\w+\s+)?(?:with|to)|same\s+(?:period|time|month|quarter)\s+(?:in|of)|than\s+(?:forecast|expected|predicted|planned|reported)|as\s+\w+\s+did|versus|unlike|similar\s+to|(?:up|down)\s+from|since\s+before)\b(?:[^,;:]|,(?=\d)){0,60}\Z
    |\bthan\s+(?:we|it|they|things|he|she)\s+(?:was|were|had|did)\b[^;:.]{0,50}\Z
    |\b(?:more|less|fewer|higher|lower|faster|slower|better|worse|double|twice|triple)\s+(?:than\s+)?(?:at|under|the\s+(?:pace|rate|number|level|amount|size))\b[^,;:]{0,70}\Z
    |(?<!more\s)(?<!less\s)(?<!fewer\s)(?<!later\s)\bthan\s+[^,;:\d$]{0,30}\Z
    |\b(?:(?<!later\s)(?<!sooner\s)(?<!earlier\s)than|like|just\s+as|not\s+(?:where|what))\s+(?:it\s+was\s+|they\s+were\s+)?(?:(?:in|on|at|during|back\s+in)\s+)?(?:the\s+)?\Z""")
_CHANGED = whole_words(r"""
    (?:\d%|\bpercent|\bpoints?|\b(?:up|down|rose|fell|grew|increased?|decreased?|rise|drop|decline|jump|higher|lower|gain|narrowed|widened|climbed
    |jumped|slid|slipped|dropped|soared|surged|plunged|shrank|expanded|declined|improved|eased|cooled))
    \s+(?:(?:[\w.%-]+\s+){0,3}(?:from|vs\.?|versus|against)\s+(?:the\s+|those\s+of\s+)?|over\s+)\Z""")
"""A change counted from the date: "rose 5.1 % over January"."""
_COMPARED_BEHIND = whole_words(
    r"\s+of\s+(?:the|this|that)\s+(?:\w+[\s-]+){0,2}century\b|\s+than\b|,\s+tomorrow,?\s+and\b|,?\s+and\s+(?:forever|beyond\b|in\s+the\s+future|tomorrow|always|every\s+day|for\s+years)\b|\s+levels?\b"
)
_START_OF_CHANGE = whole_words(r"\bfrom\s+[^,;:]{0,40}\d[^,;:]{0,40}\bin\s+(?:the\s+)?\Z")
_EVER_FROM = late(r"\bFrom\s[^,;:]{0,80}\Z")
_PERFECT = late(r"\b(?:has|have)\b|[’']ve\b")
"""What goes on since the date: "From the day in 2015 when I ran, I have vowed ..."."""
_NUMBER_BEHIND = whole_words(r"\s+(?:to|down\s+to|up\s+to)\s")
_PAPER = whole_words(r"""
    \b(?:executive\s+orders?|proclamations?|memorand(?:um|a)|act|law|directive|decree|resolution|regulation|letter|report|determination)\b
    [^,;:.]{0,40}\b(?:of|dated)\s+\Z|\bdated\s+\Z|\b(?:treaty|convention|charter|constitution)\s+of\s+(?:the\s+)?\Z
    |\b(?:fiscal\s+year|year|quarter|period|months|weeks)\s+(?:ended|ending)\s+(?:on\s+)?\Z|\bAct,\s+\Z|\b(?:as|last)\s+amended\s+(?:(?:in|on|by|through)\s+)?\Z|\b(?:executive\s+order|memorandum|proclamation|resolution)\b[^;:.]{0,160}\(\Z
    |\b(?:deal|agreement|accord|framework|act|statement|declaration|communiqu[eé]|memorandum|pact|treaty|plan|strategy)\s+\(\Z""")
"""A paper named by its date: "Executive Order 14024 of April 15, 2021"."""
_PAPERS = "agreement|accords?|treaty|pact|protocol|memorandum|declaration|resolution|letter|report|law|decree"
_NAMED_PAPER = whole_words(
    rf"\b(?:{_PAPERS}|convention|communiqu[eé]|charter|act|constitution|note)(?:\s\d+|\sNo\.\s?\d+)?,?\s(?:of|dated)(?:\sthe)?\s\Z"
)
_SAYS = whole_words(r"""
    \s*,?\s*(?:which\s+|that\s+|also\s+|still\s+|\w+ly\s+)?(?:says?|provides?|states?|forbids?|prohibits?|requires?|obliges?|bans?
    |calls?\s+for|allows?|permits?|holds?|sets?|shall|may|must|asks?|is\b|are\b|does\b|remains?|governs?|defines?|stipulates?|guarantees?
    |recogni[sz]es?|establishes|contains?|mentions?|speaks?)""")
"""What a paper that is named by its day says now, which is no event of that day."""
_UNDER_A_PAPER = whole_words(r"""
    \b(?:under|in\s+accordance\s+with|pursuant\s+to|according\s+to|in\s+line\s+with|consistent\s+with|as\s+required\s+by
    |in\s+breach\s+of|in\s+violation\s+of|on\s+the\s+basis\s+of|within\s+the\s+framework\s+of|as\s+set\s+out\s+in
    |(?:articles?|paragraphs?|sections?|clauses?)\s+\d+(?:\.\d+)?\s+of|parties\s+to)\s+(?:the|its|their|this|an?)\s[^,;]{0,60}\Z""")
_AGREEMENT_BEHIND = whole_words(rf"\s(?:[a-z]+\s){{0,2}}(?:{_PAPERS})\b(?=(.{{0,60}}))")
_STOOD = whole_words(
    r"\b(?:stood|stands?)\s+at\s+[^;:]{1,60}\b(?:on|in|at)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?\Z"
)
_STOOD_BEHIND = whole_words(r"[^;:]{1,80}\b(?:stood|stands?)\s+at\b")
"""How much there was of something on a day."""
_LED_TO = whole_words(
    r"\b(?:led|leads?|leading)\s+(?:up\s+)?to\s+(?:the\s+(?:\w+\s+of\s+)?)?\Z|\banniversary\b[^.;]{0,60}(?::|—|–)\s*(?:the\s+)?\Z"
)
_DIFFERS = whole_words(
    r"\b(?:differ(?:s|ed|ent)?|unlike|compar\w+)\b[^.;]{0,40}[\[(]?\b(?:from|to|with|as|than)\s+(?:in\s+|the\s+)?\Z"
)
_SEASON_OF_A_THING = whole_words(r"""
    [\s-](?:storms?|months?|season|weather|coats?|heating|holidays?|break|games|olympics|recess|fuel|blend|driving|time|solstice|session
    |capital|palace|wheat|crop|harvest|surge|wave)\b""")
"""What a season only names: "the winter storm", "over the summer months"."""
_DUE = whole_words(
    r"\b(?:notes?|debentures?|bonds?|bills?|loans?|securities|debt|certificates|mortgages?)\s+(?:\w+\s+)?due\s+(?:on\s+)?\Z"
)
"""When a paper is paid back, which is only its name: "convertible debentures due Oct. 15, 2030"."""
_AS_IT_WAS = whole_words(r"\w\W+(?:it|they|we|he|she|that|things)\s+(?:was|were)\s+(?:(?:just|only)\s+)?\Z")
"""How things were on a date with which they are compared: "less than half of what it was a year ago"."""
_THAT = whole_words(r"\s+(?:that|when|today)\b")
_IS_A_DAY = whole_words(
    r"\s+(?:seem|feel|felt|look)(?:s|ed)?\s+like\b|\s+(?:is|will\s+be|would\s+be|was|are|were)\s+(?:going\s+to\s+be\s+)?(?:a\s+|an\s+|the\s+|[“\"]|so\s+|very\s+|\w+ly\s+)*(?:critical|crucial|important|key|decisive|pivotal|big|hard|busy|tough|different"
    r"|good|great|long|sad|about)\b"
)
_IN = whole_words(r"\bin\s+(?:just\s+|only\s+)?\Z")
_A_DAY = whole_words(r"(?:an?|one|a\s+single)\s+day\b(?!['’])")
_WITHIN_A_DAY = whole_words(r"in\s+(?:just\s+|only\s+)?(?:an?|one)\s+day\b(?!['’])")
"""How long something takes: "I will settle it in a day"."""
_OF_A_YEAR = whole_words(r"\s+in\s+(?:1\d|20)\d\d\b")
"""Behind "on this day", which is then of that year."""
_THIS_DAY = late(r"this\s+(?:very\s+)?day\b")
_YEARS_AGO_TODAY = whole_words(
    r"\b(?:years?|decades?|century)\s+ago\s+(?:today|tonight|this\s+\w+)\b[^;.]{0,20}\Z"
)
"""An anniversary: "twenty-five years ago today, on this very day"."""
_IS_A_MOMENT = whole_words(
    r"\s+(?:is|was)\s+[“\"]|\s+(?:is|was|will\s+be|would\s+be)\b[^.;:]{0,20}?\b(?:an?|the|one\s+of\s+the|our)\s+(?:[\w-]+\s+){0,4}(?:days?|moments?|times?|nights?|weeks?|years?|dates?|turning\s+point)\b(?!\s+(?:of|that|when|on|since|the|for))"
)
"""What sort of day it is, and nothing of what happens on it: "this week will be critical"."""
_CONNECTED = whole_words(r"""
    \b(?:in\s+connection\s+with|linked\s+to|charged\s+(?:with|over)|accused\s+of|suspected\s+of|convicted\s+of|wanted\s+for|blamed\s+for
    |responsible\s+for)\s+[^,;:]{3,80}\Z""")
"""What somebody is arrested or charged for, on a day of its own: "charged with the bombings last year"."""
_FEAST = whole_words(r"(?:thanksgiving|christmas|easter|halloween)\Z")
"""What is named after a feast: "the Thanksgiving turkey"."""
_PRIOR = whole_words(r"\bprior\s+to\s+\Z")
_TOMORROWS = whole_words(r"\btomorrow[’']s\s+[^.;:]{1,80}\Z")
"""Before "today", where neither is a day: "the foundations of tomorrow's successes today"."""
_TAKEN_BACK = whole_words(
    r"\b(?:bring|take|go|think|hark)\w*\s+(?:\w+\s+){0,3}back\s+to\s+(?:the\s+)?\Z|\b(?:brought|took|went|thought)\s+(?:\w+\s+){0,3}back\s+to\s+(?:the\s+)?\Z"
)
"""A time that somebody is only reminded of: "that brings people back to 1980"."""
_MADE_IN = late(r"\b[a-z]{3,}\s+from\s+\Z")
_ITS_VERB = late(rf"\s+(?:\w+ly\s+)?(?={FINITE_VERB.pattern})")
"""Around a year, a thing of that year: "a paperback from 1985 started at $200"."""
_ABOUT = whole_words(
    r"\b(?:relat(?:ed|es?|ing)\s+to|as\s+(?:it|that)\s+relates\s+to|talk(?:ing)?\s+about|referring\s+to|(?:speak(?:ing)?|look(?:ing)?|get(?:ting)?\s+ahead)\s+(?:to|of|at))\s+(?:the\s+)?\Z"
)
"""What a date is that is only spoken of: "anything that is related to 2024"."""
_IN_MEMORY = whole_words(
    r"\s+(?:memorial|commemorat|remembrance|anniversary|museum|victims?|families|survivors?|hijackers?|commission|attackers?|fund)"
)
"""What is only named after a day that everybody knows: "left a Sept. 11 memorial early"."""
_REMEMBERED = whole_words(
    r"\b(?:victims|survivors|anniversary|horrors?|traged(?:y|ies)|lessons?|memor(?:y|ies)|heroes|families|aftermath|wake|bottom"
    r"|masterminds?|architects?|perpetrators?|advantage)\s+of\s+(?:the\s+)?\Z"
)
"""Whom or what a day left behind: "the victims of October 7"."""
_OF_A_DAY = whole_words(r"\babout\s+\Z")
_CALENDAR_DAY = late(r"[A-Z]|the\s+\d")
"""A day that is spoken about, which no count of days is: "what he said about January 6th"."""
_OF_ALL_DAYS = whole_words(r"\bof\s+\Z")
_ANY_DAY = whole_words(r"(?:today|tomorrow|yesterday|the\s+year|the\s+day)\Z")
"""Days that "of" makes a kind: "the challenges of today", "the darkest days of the year"."""
_SUBORDINATE_QUESTION = late(
    r"(?:what|how|whether)\s|[Ww]hen\s+(?:it\s+c[ao]mes?\s+to|(?:you|we|I)\s+(?:look|think)|looking|talking)\b"
)
"""A question, or what a clause is about: "when it comes to the talks on Monday"."""
_SUBORDINATE_THAT = late(r"(?:that|which|as)\s")
_SAME_AS = whole_words(r"\b(?:the\s+same|as\s+(?!recently|early|late|soon)\w+\s+as)\b[^.;]{0,120}\Z")
_LETTER = late(r"[^\W\d_]")
_ONLY_A_DAY = whole_words(
    r"\W*(?:(?:and|but|so|now|well|folks|look|remember)\b\W*)*(?:today|tomorrow|yesterday|this|it|that)(?:\s+(?:is|was)|[’']s)\s+(?:\w+\W+){0,4}\w*\W*\Z"
)
"""A clause that only says what day it is: "Today is Monday, May 8th"."""
_NAMED_AS = late(r"\s+as\s+(?:an?\s+|the\s+)?[“\"A-Z]")
_YEARS = late(r"P(?:X|\d\d+|[2-9])Y|P\w+(?:DE|CE)\Z")
_MOST_DAYS = 1100
"""Days of three years: nothing that a sentence tells happens in more."""
_COARSE = ("month", "season", "quarter", "year", "decade", "vague")
"""Dates on which what "was" was a state."""
_WAS = late(r"\s+(?:was|were)\s+")
_ONLY_WAS = late(
    rf"(?:(?!{FINITE_VERB.pattern}).)*\bwas "
    r"(?:(?:very|so|too|only|still|just|about|around|nearly|more|less|at|quite|really)\s+)*"
    r"(?:good|bad|high|higher|low|lower|strong|weak|great|different|difficult|hard|easy|true|worse|better|wrong|right|clear|important|critical|possible|necessary|normal|unlikely|ready|new|old|young"
    r"|the\s+same|\$?\d[\w.,%]*|an?\s|not\s|home\s+to)"
    rf"(?:(?!{FINITE_VERB.pattern}).)*\Z",
    re.DOTALL,
)
"""How things were, and nothing that happened: "two percent was good 10 years ago"."""
_FOR_A_WHILE = whole_words(r"\bfor\s+(?:the\s+)?\Z")
_A_YEAR_BEFORE = whole_words(
    r"(?:an?|one|the)\s+(?:year|month|quarter|week)\s+(?:ago|earlier|before)|.*year-(?:ago|earlier)"
)
_PAST_STRETCH = whole_words(r"(?:the\s+)?(?:past|last)\b")
_FROM_A_NUMBER = whole_words(r"\b(?:from|with|to|against|than)\s+(?:[a-z]+\s+){0,3}[$€£]?\d[^;:]{0,60}\Z")
_PERIOD_BEFORE = whole_words(r"(?:the\s+)?(?:last|previous|prior|preceding)\s")
_DOWN_FROM = whole_words(
    r"\b(?:up|down|rose|fell|grew|increased?|decreased?|compared)\b[^;:]{0,40}\b(?:from|with)\s+(?:[a-z]+\s+){0,3}[A-Z]?[$€£]?\d[^;:]{0,60}\Z"
)
"""What a number is compared with: "down from $9.7 million, or 70 cents a share, last year"."""
_SOURCE_BEHIND = late(r"\\?\]")
_SOURCE = late(r"\]\([^()\s]+\),?\s*\Z")


def dates_no_event(told: Told) -> bool:
    """Whether the date is of a comparison, the beginning of a span, or of a thing that is only named."""
    before, behind = told.before, told.behind
    if _is_too_long(told.found):
        return True
    if _THIS_DAY.match(told.text, told.found.start) and (
        _YEARS_AGO_TODAY.search(before) or _OF_A_YEAR.match(behind)
    ):
        return True
    if _WITHIN_A_DAY.match(told.text, told.found.start) or (
        _IN.search(before) and _A_DAY.match(told.text, told.found.start)
    ):
        return True
    date = " ".join(told.text[told.found.start : told.found.end].split())
    if _FOR_A_WHILE.search(before) and _PAST_STRETCH.match(date):
        return True
    if _A_YEAR_BEFORE.match(date) and _FROM_A_NUMBER.search(before):
        return True
    if _PERIOD_BEFORE.match(date) and _DOWN_FROM.search(before):
        return True
    if _ONLY_A_DAY.match(told.words) or not _LETTER.search(_without_date(told)) or _NAMED_AS.match(behind):
        return True
    if (
        _NOT_THEN.search(before)
        or _COMPARED.search(before)
        or (_CHANGED.search(before) and not told.is_a_span)
        or _COMPARED_BEHIND.match(behind)
        or _IS_A_DAY.match(behind)
        or _IS_A_MOMENT.match(behind)
        or (_AS_IT_WAS.search(before) and not _THAT.match(behind))
        or _PAPER.search(before)
        or (_ABOUT.search(before) and not (told.found.granularity == "time" and before.endswith("at ")))
        or (date == "today" and _TOMORROWS.search(before))
        or (told.found.granularity in _COARSE and _TAKEN_BACK.search(before))
        or _is_of_a_thing_made(told)
        or _REMEMBERED.search(before)
        or (_OF_A_DAY.search(before) and told.found.granularity == "day" and _CALENDAR_DAY.match(date))
        or _DUE.search(before)
        or (_PRIOR.search(before) and not told.alone)
        or (_OF_ALL_DAYS.search(before) and _ANY_DAY.match(date))
        or (_SAME_AS.search(before) and _SUBORDINATE_THAT.match(told.words))
        or _SUBORDINATE_QUESTION.match(told.words)
    ):
        return True
    if told.found.granularity == "day" and _IN_MEMORY.match(behind):
        return True
    if _names_a_paper(told) or _LED_TO.search(before) or _DIFFERS.search(before):
        return True
    if _STOOD.search(before) or (not told.is_an_object and _STOOD_BEHIND.match(behind)):
        return True
    if told.found.granularity == "season" and _SEASON_OF_A_THING.match(behind):
        return True
    if _SINCE.search(before):
        return bool(_COUNTED.search(_without_date(told))) or not _STATE.search(told.words)
    if _EVER_FROM.search(before) and _PERFECT.search(told.text, told.found.end, told.sentence[1]):
        return True
    if _START_OF_CHANGE.search(before) and _NUMBER_BEHIND.match(behind):
        return True
    if _SOURCE.search(before) and _SOURCE_BEHIND.match(behind):
        return True
    apart = not told.alone or told.found.granularity in ("year", "month", "season")
    if apart and _CONNECTED.search(before):
        return True
    if _FEAST.match(date) and LOWER_NOUN_BEHIND.match(behind):
        return True
    if told.found.granularity == "year" and OF.search(before) and not DONE.search(told.words):
        return True
    if told.found.granularity in _COARSE and _ONLY_WAS.match(_WAS.sub(" was ", _without_date(told))):
        return True
    return is_of_a_thing(told)


def _is_of_a_thing_made(told: Told) -> bool:
    """Whether a year is only that of the thing of which the verb behind it tells."""
    if told.found.granularity != "year" or not _MADE_IN.search(told.before) or told.is_an_object:
        return False
    return _ITS_VERB.match(told.behind) is not None


def _names_a_paper(told: Told) -> bool:
    """Whether the day is that of a paper which says what the sentence tells: "the Agreement of 3 May 2024 says"."""
    before, behind = told.before, told.behind
    if told.found.granularity not in ("day", "month", "year"):
        return False
    if _NAMED_PAPER.search(before):
        return _SAYS.match(behind) is not None or _UNDER_A_PAPER.search(before) is not None
    named = _AGREEMENT_BEHIND.match(behind)
    return (
        named is not None
        and _SAYS.match(named[1]) is not None
        and (not before or ATTRIBUTE.search(before) is not None)
    )


def _is_too_long(found: TimeExpression) -> bool:
    """Whether the date is a century, or a stretch of years that nothing happens "on": "over the past twenty years"."""
    if found.type == "DURATION" and _YEARS.match(found.value):
        return True
    if found.earliest is None or found.latest is None:
        return found.granularity == "decade"
    return (found.latest - found.earliest).days > _MOST_DAYS


def _without_date(told: Told) -> str:
    start, end = told.clause
    first, last = told.found.start, told.found.end
    if not start <= first < end:
        return told.words
    return told.text[start:first] + told.text[last:end]
