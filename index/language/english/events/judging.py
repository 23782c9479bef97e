"""What the words around a date make of the event: that it happened, is planned, was called off, or that it is none."""

import re

from index.language.dates import TimeExpression
from index.language.english.events.called_off import ONCE_PLANNED, called_off, is_wished_for
from index.language.english.events.clauses import DONE, FINITE_VERB
from index.language.english.events.told import MEETING, Told
from index.language.english.events.unrealised import unrealised
from index.language.english.speech.verb_pattern import SPEECH_CUES
from index.language.patterns import late
from index.model import Status

_WORDS_BEHIND = 120
"""Characters behind a date in which its own verb stands: "may" in a list that follows far behind says nothing of it; chosen."""
_NEAR = 40
"""Characters between a meeting, its date and the verb that says it was called off."""


def _words(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE | re.VERBOSE)


_HAPPENING = _words(
    r"\W{0,3}\w*\W?\s*(?:\w+\s+)?(?:announce|attack|decision|ruling|statement|speech|address|remarks|release|launch|bombing|killing)"
)

# Whether the clause affirms what it tells.
_NEGATION = _words(r"""
    \b(?:not|never|no\s+longer|nobody|no\s+one|nothing|neither|nor|unable\s+to|yet\s+to)\b|n[’']t\b
    |\bthere\s+(?:is|are|was|were|will\s+be|would\s+be|has\s+been|have\s+been)\s+no\b
    |\b(?:hold|held|holds|have|has|had|see|saw|plans?|scheduled?|announced?|made|reported)\s+no\b
    |\bno\s+(?:\w+\s+)?(?:talks|meetings?|agreement|deal|visit|summit|vote|ceasefire|plans|contacts?)\b
    |\bfailed\s+to\b""")
_NO_NEGATION = _words(r"""
    \bnot\s+(?:only|just|merely|until|least|later|long|surprisingly|including|counting)\b|\bnot\s+a\s+day\b|\bnever\s+again\b
    |\bif\s+not\b|\bwhether\s+or\s+not\b|\bno\s+(?:later|matter)\b|\bwhy\s+not\b
    |\bnot\s+(?:on|in|at)\s+[^,;:.]{1,25}\bbut\b""")
_REPORT = late(rf"\b(?:{SPEECH_CUES})\b")
_NOT_HELD = _words(r"""
    (?:\bnot|\bnever|n[’']t|\bfailed\s+to)\s+(?:yet\s+|be\s+|been\s+|even\s+)*(?:meet\b(?!\s+the\b)|met\b|hold|held|take|taking|place|happen|occur|attend
    |travel|visit|sign|talk|speak|resume|begin|start|join|participat|come|withdraw|release|agree|exchange|go\b|announce|vote|strike|extend)\w*
    |\bno\b(?!,)|\bneither\b|\bnobody\b|\bnot\s+going\s+to\s+be\s+an?\b""")
"""What did not come about; "it was not his first meeting" says that it did."""
_NOT_DONE = _words(
    r"(?:\b(?:did|will|would|does)\s+not|n[’']t|\bfailed\s+to)\s+(?:travel|attend|sign|visit|appear|show\s+up)\b"
)
_HYPOTHETICAL = _words(r"""
    \bif\s|\b(?:whether|unless|unlikely|in\s+case|suppose|supposing|imagine)\b|\bwould\s+(?:not\s+)?have\b|\Ahad\s+(?:he|she|they|it|we)\b""")
_UNLESS = late(r"\bunless\b")
_MODAL = late(
    r"\b(?:may(?!\s+have\s+(?:seen|heard|noticed|read))|might|could|should|ought\s+to)\b|\b(?:possibly|perhaps|maybe|Perhaps|Maybe)\b"
    r"|\bcan(?:not)?\b(?!\s+(?:also\s+)?(?:announce|confirm|report|say|tell))"
)
"""Not in capitals: May is a month."""
_AVERTED = _words(r"\bto\s+(?:deter|prevent|avert|avoid|mitigate|forestall|guard\s+against)\s+[^,;:]{1,80}\Z")
"""What is not to come about: "to deter more attacks over the coming weeks"."""
_EXEMPT = _words(
    r"\b(?:goods|articles|merchandise|products|cargo|vessels?|loaded|entered|consumption|transit|entry)\b[^.;]{0,80}\b(?:before|prior\s+to)\s+\Z"
)
"""What goods are exempt by the day they came: "loaded onto a vessel before 12:01 a.m. on October 5"."""
_AMENDED = _words(
    r"\b(?:(?:further\s+)?amended\s+(?:(?:in|by|at)\s+[^.;]{0,80}?)?(?:by\s+)?(?:deleting|inserting|striking|replacing|adding|revising)"
    r"|by\s+(?:deleting|inserting|striking|replacing)\s+[“\"‘])"
)
"""A law that is changed word by word: its old and new dates are words of it."""
_ANEW = late(r"\bbut\b|;|—|\bbecause\b")
"""Behind a denial, where another statement begins: "I don't think it's much, but the agency plans to ..."."""
_DENIED = _words(r"""
    \b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|doubt(?:s|ed)?|ruled?\s+out)
    \s+(?:[a-z’']+\s+){0,4}(?:that|reports|claims|allegations|rumou?rs|having)\b
    |\b(?:do|does|did)(?:n[’']t|\s+not)\s+(?:\w+ly\s+)?(?:anticipate|expect|think|believe|foresee|envision)\b""")

# What the date is to its clause, by the words right before and behind it.
_NOT_THEN = _words(
    r"\bwhat\s+\Z|\bbeyond\s+(?:the\s+)?\Z|\bnot\s+(?:(?:on|in|at|by|for|before|after|the|this|a|an)\s+){0,2}\Z|\bnot\s+[^,;:.]{1,30}\bor\s+\Z|\bnot\s+(?:just|only)\s+(?:(?:for|in|on|at|during)\s+)?(?:the\s+)?\Z"
)
_SINCE = _words(
    r"\b(?:since|since\s+(?:\w+ing|(?:he|she|they|it|we|I)\s+(?:first\s+)?\w+)\b[^,;:]{0,40}\b(?:in|on)|since\s+the\s+(?:\w+\s+)?\w+\s+(?:of|on)|(?:dat(?:ing|es?|ed)|go(?:ing|es))\s+back\s+to|dating\s+(?:to|from)|since\s+(?:the\s+)?(?:start|beginning|outbreak|onset|end|fall|signing|launch|adoption)\b[^,;:]{0,60}\b(?:in|on|of)|as\s+of|as\s+in)\s+(?:at\s+least\s+)?(?:(?:the|about|around|early|late|mid)[\s-]+)*(?:fiscal\s+(?:year\s+)?|FY\s?)?\Z"
)
_STATE = _words(r"""
    (?<![-‑])\b(?:occupied|held|holds?|holding|controlled|controls?|detained|imprisoned|jailed|captive|hostage|besieged|blockaded|annexed
    |closed|shut|suspended|blocked|halted|cut\s+off|ruled|in\s+(?:office|power|force|place|exile|custody|prison)|at\s+war)\b""")
"""A state that began on the day that "since" names, and is all that the clause says."""
_COUNTED = _words(r"""
    [$€£¥%]|(?<![\w-])\d|\b(?:hundreds|thousands|dozens|millions?|billions?|more\s+than|(?:first|only)\s+time|lowest|highest|largest|biggest
    |worst|deadliest|strongest|weakest)\b""")
_COMPARED = _words(r"""
    \b(?:compared?\s+(?:\w+\s+)?(?:with|to)|same\s+(?:period|time|month|quarter)\s+(?:in|of)|than\s+(?:forecast|expected|predicted|planned|reported)|as\s+\w+\s+did|versus|unlike|similar\s+to|(?:up|down)\s+from|since\s+before)\b(?:[^,;:]|,(?=\d)){0,60}\Z
    |\bthan\s+(?:we|it|they|things|he|she)\s+(?:was|were|had|did)\b[^;:.]{0,50}\Z
    |\b(?:more|less|fewer|higher|lower|faster|slower|better|worse|double|twice|triple)\s+(?:than\s+)?(?:at|under|the\s+(?:pace|rate|number|level|amount|size))\b[^,;:]{0,70}\Z
    |(?<!more\s)(?<!less\s)(?<!fewer\s)(?<!later\s)\bthan\s+[^,;:\d$]{0,30}\Z
    |\b(?:(?<!later\s)(?<!sooner\s)(?<!earlier\s)than|like|just\s+as|not\s+(?:where|what))\s+(?:it\s+was\s+|they\s+were\s+)?(?:(?:in|on|at|during|back\s+in)\s+)?(?:the\s+)?\Z""")
_CHANGED = _words(r"""
    (?:\d%|\bpercent|\bpoints?|\b(?:up|down|rose|fell|grew|increased?|decreased?|rise|drop|decline|jump|higher|lower|gain|narrowed|widened|climbed
    |jumped|slid|slipped|dropped|soared|surged|plunged|shrank|expanded|declined|improved|eased|cooled))
    \s+(?:(?:[\w.%-]+\s+){0,3}(?:from|vs\.?|versus|against)\s+(?:the\s+|those\s+of\s+)?|over\s+)\Z""")
"""A change counted from the date: "rose 5.1 % over January"."""
_COMPARED_BEHIND = _words(
    r"\s+of\s+(?:the|this|that)\s+(?:\w+[\s-]+){0,2}century\b|\s+than\b|,\s+tomorrow,?\s+and\b|,?\s+and\s+(?:forever|beyond\b|in\s+the\s+future|tomorrow|always|every\s+day|for\s+years)\b|\s+levels?\b"
)
_START_OF_CHANGE = _words(r"\bfrom\s+[^,;:]{0,40}\d[^,;:]{0,40}\bin\s+(?:the\s+)?\Z")
_EVER_FROM = late(r"\bFrom\s[^,;:]{0,80}\Z")
_PERFECT = late(r"\b(?:has|have)\b|[’']ve\b")
"""What goes on since the date: "From the day in 2015 when I ran, I have vowed ..."."""
_NUMBER_BEHIND = _words(r"\s+(?:to|down\s+to|up\s+to)\s")
_ATTRIBUTE = _words(
    r"\b(?:the|a|an|this|that|its|their|his|her|our|[a-z]+[’']s)\s+(?:(?:new|first|next|joint|old|current|original)\s+)?\Z"
)
_PREPOSITION = (
    r"\b(?:after|before|since|following|of|by|with|under|from|against|about|to|in|during|for|beyond|per|on|over|into|onto|amid|despite"
    r"|regarding|upon|behind|as)\s+"
)
_AFTER_PREPOSITION = _words(_PREPOSITION + r"\Z")
_ATTRIBUTE_AFTER_PREPOSITION = _words(
    _PREPOSITION + r"(?:the|a|an|this|that|its|their|his|her|our|[a-z]+[’']s)\s+\Z"
)
_ATTRIBUTE_WITH_ANOTHER = _words(
    _PREPOSITION
    + r"(?:the|a|an|this|that|its|their|his|her|our|[a-z]+[’']s)\s+(?!(?:and|or|of|in|on|at|to)\b)[a-z-]+\s+\Z"
)
_OF_A_MONTH = late(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_THING_BEHIND = late(
    r"\s+(?!(?:[a-z]+ing|that|after|before|when|which|who|in|on|at|of|by|for|with|and|but|as|to|from)\b)[a-z]+\b"
)
"""What a month names: "the mastermind behind the devastating Oct. 7 attack"."""
_NOUN_BEHIND = late(
    r"\s+(?!(?:and|or|but|to|in|on|at|by|for|from|with|as|that|when|after|before|was|were|is|are|has|had|will|would)\b)[A-Za-z]"
)
_AIM_BEHIND = _words(r"\s+(?:[a-z]+\s+)?(?:targets?|goals?|agenda|strategy|vision|roadmap|ambitions?)\b")
"""What a year ahead only names: "an ambitious 2030 emissions target"."""
_BODY_BEHIND = late(
    r"\s+(?:[A-Z][\w’'-]*\s+){0,3}(?:Committee|Commission|Panel|Declaration|Agreement|Accords?|Memorandum|Report|Movement|Coalition|Alliance)\b"
)
"""What is named by the day that it is about: "the January 6th Select Committee"."""
_LOWER_NOUN_BEHIND = late(r"(?=.[a-z])(?:-|" + _NOUN_BEHIND.pattern + ")")
_POSSESSIVE = late(r"[’']s?\s")
_ENDS_BEFORE = _words(r"\b(?:before|prior\s+to|ahead\s+of|until)\s+(?:the\s+)?\Z")
_AT = _words(r"\b(?:at|during|in|on)\s+(?:the|a|an|this|that|its|their|his|her|our)\s+\Z")
"""What is said at a meeting is of the day of the meeting."""
_OF = _words(r"\bof\s+(?:the\s+)?\Z")
_PAPER = _words(r"""
    \b(?:executive\s+orders?|proclamations?|memorand(?:um|a)|act|law|directive|decree|resolution|regulation|letter|report|determination)\b
    [^,;:.]{0,40}\b(?:of|dated)\s+\Z|\bdated\s+\Z|\b(?:treaty|convention|charter|constitution)\s+of\s+(?:the\s+)?\Z
    |\b(?:fiscal\s+year|year|quarter|period|months|weeks)\s+(?:ended|ending)\s+(?:on\s+)?\Z|\bAct,\s+\Z|\b(?:as|last)\s+amended\s+(?:(?:in|on|by|through)\s+)?\Z|\b(?:executive\s+order|memorandum|proclamation|resolution)\b[^;:.]{0,160}\(\Z
    |\b(?:deal|agreement|accord|framework|act|statement|declaration|communiqu[eé]|memorandum|pact|treaty|plan|strategy)\s+\(\Z""")
"""A paper named by its date: "Executive Order 14024 of April 15, 2021"."""
_PAPERS = "agreement|accords?|treaty|pact|protocol|memorandum|declaration|resolution|letter|report|law|decree"
_NAMED_PAPER = _words(
    rf"\b(?:{_PAPERS}|convention|communiqu[eé]|charter|act|constitution|note)(?:\s\d+|\sNo\.\s?\d+)?,?\s(?:of|dated)(?:\sthe)?\s\Z"
)
_SAYS = _words(r"""
    \s*,?\s*(?:which\s+|that\s+|also\s+|still\s+|\w+ly\s+)?(?:says?|provides?|states?|forbids?|prohibits?|requires?|obliges?|bans?
    |calls?\s+for|allows?|permits?|holds?|sets?|shall|may|must|asks?|is\b|are\b|does\b|remains?|governs?|defines?|stipulates?|guarantees?
    |recogni[sz]es?|establishes|contains?|mentions?|speaks?)""")
"""What a paper that is named by its day says now, which is no event of that day."""
_UNDER_A_PAPER = _words(r"""
    \b(?:under|in\s+accordance\s+with|pursuant\s+to|according\s+to|in\s+line\s+with|consistent\s+with|as\s+required\s+by
    |in\s+breach\s+of|in\s+violation\s+of|on\s+the\s+basis\s+of|within\s+the\s+framework\s+of|as\s+set\s+out\s+in
    |(?:articles?|paragraphs?|sections?|clauses?)\s+\d+(?:\.\d+)?\s+of|parties\s+to)\s+(?:the|its|their|this|an?)\s[^,;]{0,60}\Z""")
_AGREEMENT_BEHIND = _words(rf"\s(?:[a-z]+\s){{0,2}}(?:{_PAPERS})\b(?=(.{{0,60}}))")
_STOOD = _words(
    r"\b(?:stood|stands?)\s+at\s+[^;:]{1,60}\b(?:on|in|at)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?\Z"
)
_STOOD_BEHIND = _words(r"[^;:]{1,80}\b(?:stood|stands?)\s+at\b")
"""How much there was of something on a day."""
_LED_TO = _words(
    r"\b(?:led|leads?|leading)\s+(?:up\s+)?to\s+(?:the\s+(?:\w+\s+of\s+)?)?\Z|\banniversary\b[^.;]{0,60}(?::|—|–)\s*(?:the\s+)?\Z"
)
_DIFFERS = _words(
    r"\b(?:differ(?:s|ed|ent)?|unlike|compar\w+)\b[^.;]{0,40}[\[(]?\b(?:from|to|with|as|than)\s+(?:in\s+|the\s+)?\Z"
)
_SEASON_OF_A_THING = _words(r"""
    [\s-](?:storms?|months?|season|weather|coats?|heating|holidays?|break|games|olympics|recess|fuel|blend|driving|time|solstice|session
    |capital|palace|wheat|crop|harvest|surge|wave)\b""")
"""What a season only names: "the winter storm", "over the summer months"."""
_PAPER_OF = _words(r"(?:[’']s?|\b(?:the|his|her|its|their|our|my|your))\s+\Z")
_PAPER_BEHIND = _words(
    r",?\s+(?:(?:joint|final|first|initial|interim)\s+)?(?:reports?|memorand(?:um|a)|letter|proclamation|orders?|determinations?|directive"
    r"|notice|resolution|decree)\b"
)
"""What a day names by the day it is of: "in the Secretary's January 11, 2018, report"."""
_LIKE_IT = late(r"-(?:like|style|type)\b")
"""What is only like a day: "an October 7th-like attack"."""
_IN_BRACKETS = late(r"\b[A-Z][\w’'-]*[*_”\"]*\s+\(\Z")
"""The year of a paper behind its name: "Declaration on Rights at Work and its Follow-Up (1998)"."""
_DUE = _words(
    r"\b(?:notes?|debentures?|bonds?|bills?|loans?|securities|debt|certificates|mortgages?)\s+(?:\w+\s+)?due\s+(?:on\s+)?\Z"
)
"""When a paper is paid back, which is only its name: "convertible debentures due Oct. 15, 2030"."""
_BESIDE = _words(
    r"\b(?:before|after|prior\s+to|ahead\s+of|follow(?:ed|ing)|leading\s+up\s+to|(?:before|until|once|when)\s+(?:we|they|you|it)\s+(?:hits?|reach(?:es)?|gets?\s+to))"
    r"\s+(?:the\s+)?\Z"
)
"""What comes before a date on which nothing is told to have happened: "before the 7th of October they were talking"."""
_AS_IT_WAS = _words(r"\w\W+(?:it|they|we|he|she|that|things)\s+(?:was|were)\s+(?:(?:just|only)\s+)?\Z")
"""How things were on a date with which they are compared: "less than half of what it was a year ago"."""
_THAT = _words(r"\s+(?:that|when|today)\b")
_IS_A_DAY = _words(
    r"\s+(?:seem|feel|felt|look)(?:s|ed)?\s+like\b|\s+(?:is|will\s+be|would\s+be|was|are|were)\s+(?:going\s+to\s+be\s+)?(?:a\s+|an\s+|the\s+|[“\"]|so\s+|very\s+|\w+ly\s+)*(?:critical|crucial|important|key|decisive|pivotal|big|hard|busy|tough|different"
    r"|good|great|long|sad|about)\b"
)
_IN = _words(r"\bin\s+(?:just\s+|only\s+)?\Z")
_A_DAY = _words(r"(?:an?|one|a\s+single)\s+day\b(?!['’])")
_WITHIN_A_DAY = _words(r"in\s+(?:just\s+|only\s+)?(?:an?|one)\s+day\b(?!['’])")
"""How long something takes: "I will settle it in a day"."""
_OF_A_YEAR = _words(r"\s+in\s+(?:1\d|20)\d\d\b")
"""Behind "on this day", which is then of that year."""
_THIS_DAY = late(r"this\s+(?:very\s+)?day\b")
_YEARS_AGO_TODAY = _words(
    r"\b(?:years?|decades?|century)\s+ago\s+(?:today|tonight|this\s+\w+)\b[^;.]{0,20}\Z"
)
"""An anniversary: "twenty-five years ago today, on this very day"."""
_IS_A_MOMENT = _words(
    r"\s+(?:is|was)\s+[“\"]|\s+(?:is|was|will\s+be|would\s+be)\b[^.;:]{0,20}?\b(?:an?|the|one\s+of\s+the|our)\s+(?:[\w-]+\s+){0,4}(?:days?|moments?|times?|nights?|weeks?|years?|dates?|turning\s+point)\b(?!\s+(?:of|that|when|on|since|the|for))"
)
"""What sort of day it is, and nothing of what happens on it: "this week will be critical"."""
_CONNECTED = _words(r"""
    \b(?:in\s+connection\s+with|linked\s+to|charged\s+(?:with|over)|accused\s+of|suspected\s+of|convicted\s+of|wanted\s+for|blamed\s+for
    |responsible\s+for)\s+[^,;:]{3,80}\Z""")
"""What somebody is arrested or charged for, on a day of its own: "charged with the bombings last year"."""
_FEAST = _words(r"(?:thanksgiving|christmas|easter|halloween)\Z")
"""What is named after a feast: "the Thanksgiving turkey"."""
_PRIOR = _words(r"\bprior\s+to\s+\Z")
_ABOUT = _words(
    r"\b(?:relat(?:ed|es?|ing)\s+to|as\s+(?:it|that)\s+relates\s+to|talk(?:ing)?\s+about|referring\s+to|(?:speak(?:ing)?|look(?:ing)?|get(?:ting)?\s+ahead)\s+(?:to|of|at))\s+(?:the\s+)?\Z"
)
"""What a date is that is only spoken of: "anything that is related to 2024"."""
_THE_DAY = late(r"the\s+\d")
_IN_MEMORY = _words(
    r"\s+(?:memorial|commemorat|remembrance|anniversary|museum|victims?|families|survivors?|hijackers?|commission|attackers?|fund)"
)
"""What is only named after a day that everybody knows: "left a Sept. 11 memorial early"."""
_REMEMBERED = _words(
    r"\b(?:victims|survivors|anniversary|horrors?|traged(?:y|ies)|lessons?|memor(?:y|ies)|heroes|families|aftermath|wake|bottom"
    r"|masterminds?|architects?|perpetrators?|advantage)\s+of\s+(?:the\s+)?\Z"
)
"""Whom or what a day left behind: "the victims of October 7"."""
_OF_A_DAY = _words(r"\babout\s+\Z")
_CALENDAR_DAY = late(r"[A-Z]|the\s+\d")
"""A day that is spoken about, which no count of days is: "what he said about January 6th"."""
_OF_ALL_DAYS = _words(r"\bof\s+\Z")
_ANY_DAY = _words(r"(?:today|tomorrow|yesterday|the\s+year|the\s+day)\Z")
"""Days that "of" makes a kind: "the challenges of today", "the darkest days of the year"."""
_YEAR_AND = late(r"(?:\b(?:19|20)\d\d(?:,\s+(?:and\s+)?|\s+and\s+))+\Z")
_IF_FIRST = _words(r"\W*(?:(?:and|but|so|then|now|because|look|well)\W+)*(?:if|should|unless)\s")
_WOULD_THEN = _words(r"\b(?:will|would|shall|can|could|going\s+to|won[’']t)\b|[’'](?:ll|d)\b")
_SUBORDINATE_QUESTION = late(
    r"(?:what|how|whether)\s|[Ww]hen\s+(?:it\s+c[ao]mes?\s+to|(?:you|we|I)\s+(?:look|think)|looking|talking)\b"
)
"""A question, or what a clause is about: "when it comes to the talks on Monday"."""
_SUBORDINATE_THAT = late(r"(?:that|which|as)\s")
_SAME_AS = _words(r"\b(?:the\s+same|as\s+(?!recently|early|late|soon)\w+\s+as)\b[^.;]{0,120}\Z")
_LETTER = late(r"[^\W\d_]")
_ONLY_A_DAY = _words(
    r"\W*(?:(?:and|but|so|now|well|folks|look|remember)\b\W*)*(?:today|tomorrow|yesterday|this|it|that)(?:\s+(?:is|was)|[’']s)\s+(?:\w+\W+){0,4}\w*\W*\Z"
)
"""A clause that only says what day it is: "Today is Monday, May 8th"."""
_NAMED_AS = late(r"\s+as\s+(?:an?\s+|the\s+)?[“\"A-Z]")
_YEARS = late(r"P(?:X|\d\d+|[2-9])Y|P\w+(?:DE|CE)\Z")
_MOST_DAYS = 1100
"""Days of three years: nothing that a sentence tells happens in more."""
_HELD = _words(
    r"\b(?:held|hosted|attended|signed|announced|marked|celebrated|began|started|joined|opened|left|leave)\s+(?:[\w’'-]+\s+){0,2}\Z"
)
"""A verb that says of the thing it names that it took place: "hosted their March 3 meeting"."""
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
_FOR_A_WHILE = _words(r"\bfor\s+(?:the\s+)?\Z")
_A_YEAR_BEFORE = _words(
    r"(?:an?|one|the)\s+(?:year|month|quarter|week)\s+(?:ago|earlier|before)|.*year-(?:ago|earlier)"
)
_PAST_STRETCH = _words(r"(?:the\s+)?(?:past|last)\b")
_FROM_A_NUMBER = _words(r"\b(?:from|with|to|against|than)\s+(?:[a-z]+\s+){0,3}[$€£]?\d[^;:]{0,60}\Z")
_PERIOD_BEFORE = _words(r"(?:the\s+)?(?:last|previous|prior|preceding)\s")
_DOWN_FROM = _words(
    r"\b(?:up|down|rose|fell|grew|increased?|decreased?|compared)\b[^;:]{0,40}\b(?:from|with)\s+(?:[a-z]+\s+){0,3}[A-Z]?[$€£]?\d[^;:]{0,60}\Z"
)
"""What a number is compared with: "down from $9.7 million, or 70 cents a share, last year"."""
_TITLE_BEHIND = _words(
    r"\s+(?:[a-z]+\s+)?(?:winners?|champions?|nominees?|recipients?|finalists?|laureates?|graduates?|candidates?|model)\b"
)
"""Whom a year names by what he was in it: "Lind, 2015 winner of the prize"."""
_NO_NAMES = """
    In Since By On At Until Till During From After Before Around About Early Late Mid Through Throughout Of This That Last Next
    And Or For As But Back Fiscal Year Years FY Calendar Winter Spring Summer Autumn Fall Between To The With While When Not
    Ending Ended Compared Than January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"""
"""Words with a capital that are no name before a year."""
_NAME_BEFORE = late(
    rf"(?<![.!?] )(?<![.!?]  )(?<!\A)\b(?!(?:{'|'.join(_NO_NAMES.split())})\b)[A-Z][\w’'/-]+\s\Z"
)
"""A name that a year ends, without a comma: "the PACC 2030 partnership"."""
_CAPITAL_BEHIND = late(r"[*_”\"]*\s+[“\"*_]*[A-Z]")
_DATING = late(
    r"(?:\A|[.,;:(—–-]|\b(?:in|since|by|until|till|during|from|after|before|around|about|early|late|mid|through|throughout|of|this|that|last|next|and|or|on))"
    r"\W*\Z",
    re.IGNORECASE,
)
"""What comes before a year that dates; without it, a year before a capital is a name: "the 2030 Agenda"."""
_FOR = late(r"\bfor\s+(?:the\s+)?(?:fiscal\s+(?:year\s+)?)?(?:(?:19|20)\d\d\s+and\s+)?\Z", re.IGNORECASE)
"""What is for a year, such as a budget or a plan, did not happen in it."""
_OPENING, _CLOSING = frozenset('"“‘*_'), frozenset('"”’*_')
"""What a title may stand in."""
_CLOSED = late(r"\W{0,3}\]?(?:\([^()\s]*\))?\s*\)")
"""The end of brackets with a date in them, which may be a link: "([5/15/25](https://news.example/1))"."""
_SOURCE_BEHIND = late(r"\\?\]")
_SOURCE = late(r"\]\([^()\s]+\),?\s*\Z")


def status_of(told: Told, *, planned: bool) -> Status | None:
    """Return what became of the event that a date belongs to; None where the words tell of none on that date.

    Args:
        told: the date, its clause and its sentence.
        planned: whether the date was still to come, as the verbs and the day of publication say.
    """
    moved = called_off(told, planned=planned)
    if moved is not None:
        return moved
    if is_wished_for(told):
        return None
    came_of_it = unrealised(told.text, told.sentence, (told.found.start, told.found.end))
    if came_of_it is not None:
        return None if came_of_it == "untold" or planned else came_of_it
    if (
        _dates_no_event(told)
        or _is_hypothetical(told)
        or (not planned and told.found.granularity != "time" and _BESIDE.search(told.before))
    ):
        return None
    if planned and (_AVERTED.search(told.before) or _EXEMPT.search(told.before)):
        return None
    if _AMENDED.search(told.text, told.sentence[0], told.found.start):
        return None
    if _NEGATION.search(_NO_NEGATION.sub(" ", _without_what_was_said(told))):
        deed = MEETING.search(told.words) and _NOT_HELD.search(told.words)
        return "negated" if deed or _NOT_DONE.search(told.words) else None
    return "planned" if planned else "happened"


def announces(text: str) -> bool:
    """Whether a sentence without a date that speaks of a plan says that it stands: no "if", no "may", no "not"."""
    if _HYPOTHETICAL.search(text) or _MODAL.search(text) or _DENIED.search(text):
        return False
    return not _NEGATION.search(_NO_NEGATION.sub(" ", text))


def _dates_no_event(told: Told) -> bool:
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
        or _ABOUT.search(before)
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
    if _FEAST.match(date) and _LOWER_NOUN_BEHIND.match(behind):
        return True
    if told.found.granularity == "year" and _OF.search(before) and not DONE.search(told.words):
        return True
    if told.found.granularity in _COARSE and _ONLY_WAS.match(_WAS.sub(" was ", _without_date(told))):
        return True
    return _is_of_a_thing(told)


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
        and (not before or _ATTRIBUTE.search(before) is not None)
    )


def _is_too_long(found: TimeExpression) -> bool:
    """Whether the date is a century, or a stretch of years that nothing happens "on": "over the past twenty years"."""
    if found.type == "DURATION" and _YEARS.match(found.value):
        return True
    if found.earliest is None or found.latest is None:
        return found.granularity == "decade"
    return (found.latest - found.earliest).days > _MOST_DAYS


def _is_of_a_thing(told: Told) -> bool:
    """Whether the date only tells a thing from others of its kind: "under the 2015 deal", "tomorrow's economy"."""
    before, behind, coarse = told.before, told.behind, told.found.granularity in ("year", "decade")
    if _THE_DAY.match(told.text, told.found.start):
        before += "the "
    if coarse and (_AIM_BEHIND.match(behind) or _TITLE_BEHIND.match(behind)):
        return True
    if _PAPER_BEHIND.match(behind) and _PAPER_OF.search(before):
        return True
    if _LIKE_IT.match(behind):
        return True
    if (
        told.found.granularity == "year"
        and told.text[told.found.start : told.found.end].isdecimal()
        and _NAME_BEFORE.search(before)
    ):
        return True
    if _is_a_title(told) or _is_of_what_stood_before(told):
        return True
    if told.found.granularity == "year" and _IN_BRACKETS.search(before) and behind.startswith(")"):
        return True
    if _BODY_BEHIND.match(behind) and (told.found.granularity == "day" or _ATTRIBUTE.search(before)):
        return True
    if coarse and _CAPITAL_BEHIND.match(behind) and not _DATING.search(_YEAR_AND.sub("", before)):
        return True
    if (
        told.found.granularity in ("year", "season")
        and _FOR.search(before)
        and not ONCE_PLANNED.search(before)
    ):
        return True
    if _POSSESSIVE.match(behind):
        happening = MEETING.search(behind[:_NEAR]) or _HAPPENING.match(behind)
        return not happening or bool(_AFTER_PREPOSITION.search(before))
    if _ATTRIBUTE.search(before) and _NOUN_BEHIND.match(behind):
        if not coarse and _AT.search(before) and MEETING.search(behind[:_NEAR]):
            return False
        return (
            coarse
            or not told.alone
            or bool(_ATTRIBUTE_AFTER_PREPOSITION.search(before))
            or (told.found.granularity != "quarter" and told.is_an_object and not _HELD.search(before))
        )
    if (
        _OF_A_MONTH.match(told.text, told.found.start)
        and _ATTRIBUTE_WITH_ANOTHER.search(before)
        and _THING_BEHIND.match(behind)
    ):
        return True
    if coarse and _ENDS_BEFORE.search(before):
        return True
    if _OF.search(before) and not told.alone:
        return True
    if told.found.granularity != "decade":
        return False
    return bool(_OF.search(before) or _LOWER_NOUN_BEHIND.match(behind)) or not DONE.search(told.words)


def _is_of_what_stood_before(told: Told) -> bool:
    """Whether the date stands in brackets that open the sentence: it tells when the words before them were said."""
    opening = told.text[told.sentence[0] : told.found.start].strip()
    return (
        opening != ""
        and not opening.strip("([\\-*_ ")
        and "(" in opening
        and _CLOSED.match(told.behind) is not None
    )


def _is_a_title(told: Told) -> bool:
    """Whether the date is all of a title in quotation marks: the film "Summer 1993"."""
    start, end = told.found.start, told.found.end
    quoted = told.text[start - 1 : start] in _OPENING and told.text[end : end + 1] in _CLOSING
    coarse = told.found.granularity in ("month", "season", "year", "decade")
    return start > 0 and quoted and coarse and (told.text[start].isupper() or told.text[start].isdecimal())


def _without_date(told: Told) -> str:
    start, end = told.clause
    first, last = told.found.start, told.found.end
    if not start <= first < end:
        return told.words
    return told.text[start:first] + told.text[last:end]


def _without_what_was_said(told: Told) -> str:
    """Return the clause up to the verb that says who said it when: that he said it is affirmed, whatever he denied."""
    report = _REPORT.search(told.text, *told.clause)
    if report is None or told.found.start > report.end() + _NEAR:
        return told.words
    return told.text[told.clause[0] : max(report.end(), told.found.start)]


def _is_hypothetical(told: Told) -> bool:
    words = _without_what_was_said(told)
    if told.clause[0] <= told.found.start:
        unless = _UNLESS.search(told.text, told.found.end, told.clause[1])
        if unless:  # what stands before it is told to come
            words = words[: max(0, unless.start() - told.clause[0])]
        words = words[: max(0, told.found.end - told.clause[0]) + _WORDS_BEHIND]
    if _HYPOTHETICAL.search(words) or _MODAL.search(words):
        return True
    start, end = told.sentence[0], told.clause[0]
    if start < end and _IF_FIRST.match(told.text, start) and _WOULD_THEN.search(told.text, *told.sentence):
        return True
    denial = _DENIED.search(told.text, told.sentence[0], told.found.start)
    if denial is None or told.clause[0] < denial.start():
        return False
    return not _ANEW.search(told.text, denial.end(), told.clause[0])
