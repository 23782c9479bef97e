"""Talk: a date that is only of the moment of speaking, or of a state that then holds, and of nothing that happened.

"I am here today to talk about prices", "190 languages spoken today are endangered", "let us resolve today".
"""

import re

from index.language.english.events.clauses import FINITE_VERB
from index.language.english.grammar.tenses import IRREGULAR_PAST
from index.language.patterns import late

_MOMENT = late(
    r"(?:earlier |later )?(?:today|tonight|now|this (?:very )?(?:day|morning|afternoon|evening|moment|year|century|time|season"
    r"|spring|summer|fall|winter|autumn|week|month)"
    r"|(?:the |these |those )?(?:next|coming|past|last) (?:few |couple of |several |\w+ )?(?:hours|days|weeks|months|years)"
    r"|the (?:past|coming) year)\Z",
    re.IGNORECASE,
)
"""A date that holds the moment of speaking: what is told of it must have happened, or be about to."""

_DOING = (
    r"announc|sign|meet|host|impos|launch|releas|issu|speak|convene|travel|visit|send|deliver|vot|leav|hold|releas|arriv|receiv|welcom|pass"
    r"|provid|tak|continu|com|go|giv|call|discuss|return|begin|start|act|mov|join|sanction|designat|introduc|commit|urg"
)
_HAPPENED = late(
    rf"\b(?:{'|'.join(IRREGULAR_PAST.split())})\b(?<!made it)"
    r"|(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bnow )(?<!\bnot )(?<!\bmore )(?<!\bmost )(?<!\bas )\b[a-z]{2,}ed\b"
    r"|\b(?:was|were|did|had|been)\b|\b(?:has|have|[’']ve)\s+(?:\w+ly\s+|now\s+|just\s+|already\s+|also\s+)?[a-z]+(?:ed|en|ought|ade|old|et|ut|aid)\b"
    rf"|(?:\b(?:is|are|am)|[’'](?:s|re|m))\s+(?:\w+ly\s+|now\s+|also\s+|being\s+)?(?:(?:{_DOING})\w*ing|being\s+\w+ed"
    r"|making\s+(?:an?|his|her|their)\s+(?:\w+\s+)?(?:trip|visit|stop|announcement|statement|speech|offer|appearance))\b"
    r"|\b(?:is|are)\s+(?:set|due|scheduled|expected|slated|planned|forecast|projected|likely|to\s+[a-z]+)\b"
    r"|\b(?:has|have)\s+(?:an?|his|her|their)\s+(?:\w+\s+){0,2}(?:meeting|call|summit|vote|hearing|press\s+conference)\b"
    r"|\b(?:will|shall|going\s+to)\b|[’']ll\b|\b(?:plan(?:s|ning)?|hopes?|intends?|expects?|aims?)\s+to\b"
    r"|\b(?:announces|launches|signs|issues|meets|hosts|holds|begins|starts|arrives|visits|travels|leaves|imposes|releases|takes\s+(?:action|force|effect"
    r"|office)|becomes|comes\s+into|opens|votes|welcomes|publishes|expires|ends|resumes|convenes|invites|says|calls|urges|condemns|proclaim"
    r"|condemn|announce|reaffirm|welcome|commit|commemorate)\b"
)
"""A clause that tells of something done, or about to be done, and not only of how things stand."""

_NOTHING_MORE = (
    r"(?=\W*(?:\Z|[.,;—–]|(?:from|in|at|on|here|yesterday|today|tonight|earlier|last|an?"
    r"|the\s+other|just|also|over|during)\b))"
)
"""Behind "this" and "that" which stand for what was spoken of, and name nothing: "spoke to this from the podium"."""
_SPEAKING = late(
    r"\bhere\s+(?:with\s+\w+\s+)?(?:today|tonight|this\s+(?:morning|afternoon|evening|week|year))|\b(?:today|tonight|this\s+(?:morning|afternoon|evening))\s+(?:I|we)\s+"
    r"(?:stand|want|gather|come\s+together|have\s+the|am\b|are\b)|\b(?:as|where|while)\s+(?:I|we)\s+(?:stand|sit|speak|gather|meet|saw|do|discussed)\b"
    r"|\b(?:join(?:ed|ing)?|with|thank(?:ed|ing)?|tell(?:ing)?|for|to|see(?:ing)?)\s+(?:us|me|you|y[’']all)(?:\s+(?:all|guys|here|both))?\s+(?:today|tonight|this\s+(?:morning|afternoon|evening))"
    r"|\b(?:I[’']m|I\s+am|we[’']re|we\s+are)\s+(?:here|joined|proud|honou?red|happy|glad|pleased|grateful|delighted|thankful|so\b|very\b|really\b|excited|also\s+joined)"
    r"|\bI(?:[’']ll|\s+will|[’']m\s+going\s+to)\s+(?:also\s+|just\s+|now\s+)?(?:say|close|start|leave|turn|give|get|be\s+(?:brief|quick)|take|stop|keep|note|tell|have\s+(?:more|to))\b"
    r"|\bI\s+(?:just\s+)?(?:want(?:ed)?|have\s+(?:to|an?|no|nothing|some|more|one|the)|think|would\s+like|hope|mean|believe|guess|don[’']t|realized?|remember|thought|felt|was\s+thinking)\b"
    r"|\b(?:today|tonight|this\s+(?:morning|afternoon|evening)),?\s+(?:I|we)\s+(?:speak|come|think|see|know|live|face|say)\b"
    r"|\b(?:the|those|these|all)\s+\w+\s+(?:that\s+)?(?:we|you)\s+(?:make|take|face|do|see|have|live\s+in)\s+(?:today|now|tonight)\b|\byou\s+guys\b|\btalk(?:ing)?\s+to\s+(?:all\s+of\s+)?you\b"
    r"|\bwhat\s+(?:you|we)(?:[’']re|\s+are)\s+(?:(?:going|continuing|about)\s+to\s+(?:\w+\s+)?(?:see|hear|say|do|talk)|seeking|asking|looking|talking|saying|doing|hoping|trying)\b|\bthank(?:s|\s+you)\s+(?:for|so|very|all|again|everyone|everybody)\b|\bembargoed\b|\bembargo\s+(?:is|lifts|will\s+lift|on\s+(?:this|the)\s+call)\b|\bunder\s+embargo\s+until\b|\bsee\s+(?:some|all|many|most)\s+of\s+you\b|\bhopefully,?\s+you\b|\bpleas(?:ed|ure)\s+to\s+(?:be|have|see|say)\b"
    r"|\bI\s+(?:know|understand|assume|gather|imagine|suppose|wonder)\s+(?:that\s+)?(?:you|there|I[’']m|I\b|we|a\s+lot|many|some)\b"
    r"|\b(?:no|nothing|anything|any|updates?|news|more|much)\s+(?:\w+\s+){0,3}to\s+(?:speak\s+to|say|share|preview|add|read\s+out|announce|offer|report|give)\b"
    r"|\b(?:go|goes|went)\s+so\s+far\b|\b(?:I|we|they|you)[’']d\s+(?:\w+ly\s+)?(?:love|like|hope|be\s+happy)\b(?!\s+to\s+announce)|\bI[’']m\s+going\s+to\s+be\s+(?:really\s+|very\s+)?careful\b"
    r"|\b(?:I|we)[’']ll\s+(?:certainly\s+|probably\s+|obviously\s+)?have\s+(?:more|a\s+lot\s+more|something|an?\s+update)\b|\bI\s+expect\s+we[’']ll\b"
    r"|\bsorry\b(?!,\s+(?:on\s+)?[A-Z\d])|\bas\s+it\s+relates\s+to\b|\bmore\s+to\s+(?:share|come|say)\b|\bexcited\s+to\b|\byou(?:[’']ve)?\s+heard\b|\bhere\s+in\s+(?:the|this)\s+\w+\s+(?:today|tonight)\b|\b(?:this|that|your)\s+question\b|\byou\s+will\b|\b(?:I|we)(?:[’']ve|\s+have)\s+(?:\w+\s+)?been\b"
    r"|\b(?:(?:today|tonight)[’']s|this(?:\s+(?:morning|afternoon|evening)[’']s)?)\s+(?:press\s+|background\s+)?(?:call|briefing|gaggle)\b"
    r"|\b(?:was|were)\s+asked\s+(?:an?|the|that|this|another)\s+questions?\b|\bI\s+did\s+want\b|\blet\s+me\s+(?:just\s+|also\s+|first\s+)?(?:take|say|close|start|go|give|turn|make|be|add|tell|point|step|talk|speak|read|begin|end)\b|\bjust\s+like\s+(?:all\s+of\s+)?you\b|\bsaid\s+(?:many|several|multiple|a\s+(?:number|couple|lot)\s+of)\s+times\b|\blook(?:ing)?\s+for\s+(?:\w+\s+)?(?:opportunities|ways)\b|\bI[’']ll\s+try\b"
    r"|\b(?:I|we)(?:[’']ve|\s+have)\s+(?:already\s+|also\s+)?(?:answered|addressed|said|discussed|covered)\s+(?:this|that|it)\b"
    r"|\bthat\s+(?:I|we)\s+put\s+out\b"
    r"|\b(?:today|tonight),?\s+(?:I|we)\s+(?:remain|stay|still)\b"
    r"|\b(?:a\s+topic|something|an?\s+(?:issue|subject))\s+(?:that\s+)?(?:\w+\s+){0,3}(?:discussed|raised|talked|wanted|brought\s+up|asked)\b"
    r"|\bon\s+background\b|\bground\s+rules\b|\battribut(?:ed|able)\s+to\b"
    r"|\b(?:I|we)\s+(?:just\s+|also\s+|kind\s+of\s+|sort\s+of\s+|all\s+)*(?:spoke|talked|chatted|dealt|laid|made|mentioned|previewed|flagged|told\s+you)\s+"
    rf"(?:(?:yesterday|last\s+(?:night|week)|earlier|today)\s+about\b|(?:this|that|it)\s+(?:out\b|very\s+clear|clear)|(?:with\s+)?(?:today|yesterday){_NOTHING_MORE})"
    r"|\bwe\s+just\s+(?:made|put\s+out|did|had|announced)\s+(?:this|that|it)\b"
    r"|\b(?:(?:that|this|it)[’']s|(?:that|this|it)\s+(?:is|was))\s+(?:exactly\s+|also\s+)?what\b|\bseen\s+us\s+do\b|\byou[’']ll\s+see\s+(?:him|her|them|us)\b"
    r"|\b(?:you|I|we)(?:[’']re|[’']m|\s+are|\s+am)\s+speaking\b|\ba\s+little\s+note\b|\byou[’']ll\s+hear\b"
    r"|\b(?:for|to|with)\s+all\s+of\s+you\b|\bI\s+(?:\w+\s+)?wonder\b|\bstanding\s+here\b|\bwhen\s+\w+\s+(?:was|were)\s+here\b|\bI[’']ll\s+be\s+here\b|\bwould\s+dispute\b"
    r"|\b(?:we|I)(?:[’']re|[’']m|\s+are|\s+am)\s+(?:all\s+)?(?:gathered|assembled)\b"
    r"|\b(?:someone|somebody|one\s+of\s+you|an?\s+colleagues?|your\s+colleagues?)\s+(?:also\s+|just\s+|had\s+)?asked\b"
    r"|\b(?:I|we)\s+will\s+have\s+(?:more|some|additional|further|an?\s+update)\b|\b(?:minutes?|seconds?)\s+ago\b"
    r"|\A\W*(?:(?:so|just|and|now|please|but)\W+)*(?:go|visit|check|tune|call|get|come|look|listen|imagine|stay)\s(?!.*\b(?:will|shall)\b)"
    rf"|\b(?:said|repeated)\s+(?:this|it)\b{_NOTHING_MORE}"
    r"|\b(?:sp(?:oke|oken|eak)\s+(?:to|about|on)|talk(?:ed|ing)?\s+(?:\w+\s+){0,3}about|(?:ask|answer|address)ed(?:\s+about)?|touched\s+on|clear\s+(?:about|on))"
    rf"\s+(?:this|that|it)\b{_NOTHING_MORE}",
    re.IGNORECASE,
)
"""The speaker speaking of himself, of those who listen, and of where they are."""

_OF_THOSE_PRESENT = late(
    r"\b(?:I|[Ww]e|[Yy]ou|us|me|[Mm]y|[Oo]ur|[Yy]our|[Pp]ool|[Dd]oors|[Gg]ates|[Pp]ress|[Cc]heck|[Cc]all|[Hh]appy|reporters|briefing|gaggle|podium"
    r"|promised|discussion|[Ii]t(?:[’']s|\s(?:is|was|snowed|rained|poured)))\b"
)
"""Words without which nobody speaks of a briefing: a quick look before the long one."""
_OF_THE_BRIEFING = late(
    r"\b(?:I|we|I[’']ll|we[’']ll)(?:\s+will|[’']ll)?\s+(?:also\s+|just\s+|\w+ly\s+)?(?:be\s+back|go\s+to\s+(?:you|the\s+(?:back|front))|come\s+(?:back\s+)?to\s+you|keep\s+you|see\s+you"
    r"|get\s+(?:back\s+)?to\s+(?:you|that|this)|circle\s+back|repeat|reiterate|follow\s+up)\b"
    r"|\b(?:keep|kept)\s+you\s+(?:posted|updated|apprised|informed)\b|\bmore\s+(?:for\s+you|details?|information|detail)\s+(?:\w+\s+){0,3}(?:to\s+share|for\s+you)\b"
    r"|\bconcludes\s+(?:our|the|this|today[’']s)\b|\bin\s+(?:the|this)\s+(?:briefing|press)\s+room\b|\b(?:at|of|in|from)\s+(?:the|this|our|your|my)\s+(?:press\s+)?(?:briefing|gaggle|podium)\b"
    r"|\b(?:call|briefing|gaggle|availability)\s+with\s+(?:you|reporters|the\s+press(?:\s+corps)?)\b|\b(?:press\s+)?check-?in\b|\b(?:the\s+)?(?:press\s+)?pool\s+(?:will|is\s+to|should|gathers|call)\b|\bcall\s+time\b"
    r"|\b(?:doors|gates)\s+(?:will\s+)?open\b|\bpre-?set\b|\blid\b(?=\s+(?:at|until|for)\b)"
    r"|\bseeing\s+(?:many|some|most|all|you|several)\b|\blook(?:ing)?\s+forward\s+to\s+(?:seeing|your|taking|answering|hearing)\b|\b[Hh]appy\s+(?:\w+day|new\s+year|birthday|holidays?)\b"
    r"|\b(?:my|your|his|her)\s+birthday\b|\bit(?:[’']s|\s+is|\s+was|[’']s\s+been)\s+(?:going\s+to\s+be\s+)?(?:so\s+|very\s+|really\s+|pretty\s+|too\s+)?(?:hot|cold|warm|rainy|raining|snowing|humid|windy|chilly|freezing|sunny)\b"
    r"|\b(?:it|It)\s+(?:snowed|rained|poured)\b|\bthinking\s+(?:of|about)\b|\bone\s+more\s+day\b|\b(?:this|that)\s+is\s+my\b"
    r"|\b(?:those|many|some|all)\s+of\s+you\s+(?:\w+\s+)?(?:who\s+|that\s+)?(?:listened|tuned|watched|joined|were\s+(?:there|on|with))\b"
    r"|\bI\s+(?:know|saw|read|watched)\s+(?:that\s+)?(?:that\s+(?:is|was|happened)|this|it|your)\b"
    r"|\bI\s+(?:wouldn[’']t|would\s+not|don[’']t|do\s+not|can[’']t|cannot)\s+(?:say|characterize|speak|read|view|see|call|know|have|want)\b"
    r"|\bI[’'](?:d|ll|m\s+going\s+to)\s+(?:refer|point|direct|echo|let|leave|remind|ask|encourage|defer|send)\s(?!out\b)|\bI\s+would\s+(?:refer|point|direct|echo|defer)\s(?!out\b)"
    r"|\b(?:more|something|anything|nothing)\s+(?:for\s+you\s+)?to\s+(?:share|say|report|preview|announce)\b"
    r"|\b(?:part|topic|subject|focus)\s+of\s+(?:our|the|a|his|their)\s+(?:readout|briefing|conversation|discussion)\b|\bas\s+promised\b|\bwatch\s+(?:it|that|this|live)\b"
    r"|\b(?:he|she|they|I|we|it)\s+(?:also\s+|just\s+)?(?:noted|said|mentioned|discussed|addressed|touched\s+on)\s+(?:this|that|it)\s+(?=this\b|yesterday|today|last|on\b|earlier)"
    r"|\b(?:was|were|is|are)\s+(?:\w+\s+)?(?:evident|clear|discussed|reflected|part)\s+in\s+(?:the|our|that|this)\s+(?:discussion|readout|conversation|statement)\b",
    re.IGNORECASE,
)
"""What is arranged for those who listen, wished them, or said of what was said: no event of those who negotiate."""
_SAID_BY_YOU = late(
    r"\b(?:you|You)\s+(?:also\s+|just\s+|all\s+|guys\s+)?(?:said|asked|mentioned|told|talked|called|were\s+asked|had\s+asked)\b"
)
"""What a reporter says back to the one who is asked."""
_ADDRESSED = late(
    r"\b(?:you|I)\s+(?:[a-z]+ly\s+|also\s+|just\s+|had\s+|may\s+have\s+|were\s+|have\s+|all\s+)*(?:said|asked|ask|mentioned|heard|saw|seen|know|talked\s+about|touched\s+on|alluded"
    r"|referred|spoke\s+(?:to|about)|made\s+it|referenced|noted|read|remember|think)\b",
)
"""Who listens is told what he knows: "I know you asked about the meeting yesterday"."""

_ASKED_OF_ALL = late(
    r"\b(?:must|let\s+us|let[’']s|(?<!\bthe\s)(?<!\burgent\s)(?<!\bpressing\s)(?<!\ba\s)needs?\s+to|(?<!will\s)ha(?:s|ve)\s+to|ought|able\s+to|ability\s+to|capacity\s+to)\b|\bplease\b|\bwould\s+(?:do\s+well|like)\b",
    re.IGNORECASE,
)
_INTENDED = late(
    r"\b(?:I|[Ww]e|[Yy]ou)(?:[’']ll|\s+will|\s+shall|(?:[’'](?:m|re)|\s+am|\s+are)\s+(?:also\s+|all\s+|just\s+|still\s+|\w+ly\s+)?going\s+to)\s+"
    r"(?:also\s+|just\s+|all\s+|still\s+|always\s+|then\s+|\w+ly\s+|(?:have|need)\s+to\s+)*(?:be\s+)?"
    r"(?:work|continu|keep|let\b|try|fight|stay|remain|do\b|doing|look|make\s+sure|making\s+sure|ensur|wait|find|know|think|focus|push|need|monitor|watch"
    r"|move\s+forward|mov(?:e|ing)\s+(?:on|ahead)|win\b|stand|hear|use\b|using|be\b(?!\s+\w+ing\b)|able|(?:very|so|really|more|in\s+a|in\s+touch)\b|go\s+(?:through|over|after|back)|get\s+(?:it|this|that|through|into|there|the)"
    r"|deal\s+with|help|building|build|tak(?:e|ing)\s+(?:a\s+look|questions|care|stock)|show|learn|start\s+(?:to|with)|begin\s+to|want|love|like)\w*"
)
"""What a speaker says that he will go on with: an effort, and no event that is planned: "we will work with them this week"."""
_REMINDED = late(
    r"\b[Aa]s\s+(?:you|I|we|he|she|they|the\s+\w+|(?:[A-Z][\w.]*\s+){0,2}[A-Z]\w+)\s+(?:[a-z]+\s+)?(?:saw|heard|spoke|talked|said|noted|mentioned|discussed|indicated|laid)\b(?:[^,;]|,\s+or\s){0,50}\Z"
    r"|\b[Aa]s\s+(?:previously\s+)?reported\s+(?:\w+\s+){0,3}on\s(?:(?!\b(?:I|we|the|United)\b)[\w ,]){0,120}\Z"
)
"""A date that only says when something was said that is said again: "As you heard on Friday, we will ..."."""
_SEE = late(r"\bsee\s+(?:what|how|where)\b")
_DEADLINE = late(r"\b(?:by|until|before|no\s+later\s+than)\s+(?:the\s+)?\Z")
"""What must be done by a day is planned for it."""
_LOOKED_BACK = 400
"""Characters before a date that are read for what it is said in: a bound on the work, more than a clause has."""
_PRONOUN_ONLY = late(
    r"\W*(?:(?:And|But|So|Well|Yes|No|Because|Now),?\s+)*(?:He|She|It|They|We|I|That|This|You|There)\b(?=.*\s(?:it|this|that|there|about)\b)"
)
_FEW_WORDS = 9
"""Words up to which a sentence about nobody by name is talk; chosen."""


_AS_YOU_KNOW = late(
    r"\b[Aa]s\s+(?:you|I|we)\s+(?:all\s+|may\s+|just\s+)?(?:know|heard|said|mentioned|noted)\b,?"
)
_THAN_EVER = late(
    r"\bthan\s+(?:it|they|we|he|she|you|ever)(?:[’'](?:s|ve)|\s+(?:has|have|had|was|were))?\s+(?:ever\s+)?(?:been|before)\b[^,;]*"
)
"""With what a state of today is compared: "stronger than it's ever been in its history"."""
_IT_IS = late(r"\b(?:it|that|he|she|there|this)[’']s\b", re.IGNORECASE)
_COSTS = late(
    r"\b(?:costs?|means?|amounts?\s+to|stands?|sits?|tends?|rel(?:y|ies)|depends?|faces?|lives?|exists?)\b"
)
"""Verbs of how things stand that other clauses have as nouns."""
_OPENS_WITH = 25
"""Characters before a date that begins its clause: "And over the coming days, we will work"; chosen."""
_QUOTE = late(r"[“”\"]|``|''")


def is_intention(clause: str, place: int) -> bool:
    """Tell whether what is ahead in a clause is only what its speaker means to go on with.

    Args: ``clause``, the words of the clause, and ``place``, where in it the date starts.
    """
    return _INTENDED.search(clause[: max(0, place)]) is not None or (
        place <= _OPENS_WITH and _INTENDED.search(clause) is not None
    )


def is_talk(clause: str, place: int, length: int, *, names: bool) -> bool:
    """Tell whether a clause with a date tells of nothing that happened or will.

    Args:
        clause: the words of the clause.
        place: where in the clause the date starts; it may lie outside of it.
        length: the characters of the date.
        names: whether the clause names anybody or any place.
    """
    if not 0 <= place < len(clause):
        return False
    before = clause[max(0, place - _LOOKED_BACK) : place]
    if _REMINDED.search(before) or _SEE.search(before):
        return True
    words = _THAN_EVER.sub("", _AS_YOU_KNOW.sub("", between_marks(clause, place, place + length)))
    deadline = _DEADLINE.search(before)
    if (
        (_ASKED_OF_ALL.search(words) and not deadline)
        or _SPEAKING.search(words)
        or (_OF_THOSE_PRESENT.search(words) and _OF_THE_BRIEFING.search(words))
        or _SAID_BY_YOU.search(words)
    ):
        return True
    if not names and _ADDRESSED.search(words):
        return True
    if not names and _PRONOUN_ONLY.match(words) and len(words.split()) <= _FEW_WORDS:
        return True
    date = " ".join(clause[place : place + length].split())
    told = FINITE_VERB.search(words) or _IT_IS.search(words) or _COSTS.search(words)
    return bool(_MOMENT.match(date) and told and not _HAPPENED.search(words))


def between_marks(clause: str, start: int, end: int) -> str:
    """Return the words around the date that stand in quotation marks with it, or outside of any with it."""
    marks = [mark.span() for mark in _QUOTE.finditer(clause)]
    first = max((mark[1] for mark in marks if mark[1] <= start), default=0)
    last = min((mark[0] for mark in marks if mark[0] >= end), default=len(clause))
    return clause[first:last]
