"""What does to words as a verb of saying does, and is more than a verb: "brushed aside reports that", "was not convinced that".

Each phrase is told by its words, with the stance of whoever is its subject; behind it stands a clause, a thing or a form in -ing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.language.english.speech.stances import CLAIMS
from index.language.remembering import Remembered
from index.model import Stance


class Phrase(NamedTuple):
    """Words ``first`` to ``end`` of a sentence, behind which that stands which they deny, doubt, promise and so on."""

    first: int
    end: int
    stance: Stance


_CLAIM = rf"(?:(?:[\w'’-]+ ){{0,4}}?(?:{'|'.join(sorted(CLAIMS))})) that"
_SOME = r"(?:(?:an?|the|any|his|her|its|their|all|those|these) )?(?:[\w-]+ ){0,2}?"
_ASKED = "(?:whether|if|how|why|when|where|what|who|which)"
_ON = "(?:on|about|over|of|as to|regarding|concerning)"
_QUESTION = rf"{_SOME}(?:questions?|query|queries|inquiry|inquiries) (?:{_ON} )?(?:the question of )?{_ASKED}"
_BEING = "(?:is|are|was|were|be|been|remains?|remained|stays?|stayed|keeps?|kept|seems?|seemed|sounds?|sounded|appears?|appeared)"
_NOT = "(?:(?:is|are|was|were)(?:n['’]t| not| never)|(?:remains?|remained) far from|(?:is|are|was|were) far from)"
_THING = r"(?= (?:an?|the|any|his|her|its|their|all|calls|offers|demands|requests|appeals|proposals|pleas)\b)"
_PATTERNS: dict[Stance, tuple[str, ...]] = {
    "denies": (
        rf"(?:brush|wav|bat|swat|laugh|shrug|wave|batt|swatt|shrugg)(?:e|ed|es|s|ing)? (?:aside|away|off|down) {_CLAIM}",
        rf"(?:shoots?|shot|shooting|knock(?:ed|s|ing)?|tamp(?:ed|s|ing)?|slapp?(?:ed|s|ing)?) down {_CLAIM}",
        rf"(?:rubbish|debunk|discount|ridicul|mock|derid|contradict|disprov|discredit)(?:ed|es|s|ing) {_CLAIM}",
        rf"(?:scoff|bristl|sneer|laugh|balk|hit back|lash out|lashed out)(?:ed|es|s|ing)? at {_CLAIM}",
        rf"(?:pour|pours|poured|pouring|threw|throws|throwing) (?:scorn|cold water) on {_CLAIM}",
        rf"(?:took|takes|taking|taken) (?:issue|exception) (?:with|to) {_CLAIM}",
        r"(?:gave|gives|issued|issues|issuing) (?:an? )?(?:[\w-]+ ){0,2}denials? that",
        rf"(?:call|label|labell|brand|describ|term|denounc)(?:ed|s|es|ing) {_CLAIM}",
    ),
    "declines to say": (
        rf"{_BEING} (?:[\w-]+ ){{0,2}}?(?:silent|mum|quiet|tight-lipped|noncommittal|non-committal|vague|coy|evasive|cagey|mute)"
        rf" {_ON} {_ASKED}",
        rf"(?:sidestepp?|dodg|duck|evad|deflect|skirt|ignor|parr(?:i|y)|avoid)(?:ed|es|e|s|ing)? {_QUESTION}",
        rf"(?:brush|wav|bat|batt|swat|swatt)(?:ed|es|s|ing) (?:off|aside|away) {_QUESTION}",
        rf"(?:declin|refus)(?:ed|es|ing) to (?:answer|address|respond to|take) {_QUESTION}",
        rf"(?:(?:did|would|could|does|will) not|(?:did|would|could|does|wo)n['’]t)"
        rf" (?:answer|address|respond to|take) {_QUESTION}",
        rf"(?:declin|refus)(?:ed|es|ing) (?:to )?(?:comment|elaborate) {_ON} (?:{_ASKED}|{_CLAIM})",
        rf"(?:has|have|had) yet to (?:comment|respond|react) (?:{_ON}|to) (?:{_ASKED}|{_CLAIM})",
        rf"(?:declin|refus)(?:ed|es|ing) to be (?:drawn|pinned down) (?:{_ON} )?{_ASKED}",
        rf"(?:(?:would|could) not|(?:would|could)n['’]t) be (?:drawn|pinned down) (?:{_ON} )?{_ASKED}",
        rf"(?:made|makes|gave|gives|offered|offers|provided) no (?:comment|indication|hint|sign|word|clue|explanation|details?)"
        rf"(?: (?:{_ON} {_ASKED}|that|whether)|(?= (?:of|on|about) ))",
        r"(?:did not|didn['’]t|has not|have not|never|stopped short of|declined to) (?:go|gone|going|went) (?:so|as) far as to"
        r" (?:say|claim|suggest|admit|declare) that",
        r"(?:did not|didn['’]t|has not|hasn['’]t|have not|never) (?:go|gone|went) (?:so|as) far as"
        r" (?:saying|claiming|suggesting|admitting|declaring) that",
        r"(?:(?:made|makes) it|left it) (?:unclear|open) whether",
        rf"(?:said|says|saying) (?:nothing|little|not a word) (?:more )?{_ON} {_ASKED}",
        rf"(?:refrain|abstain)(?:ed|s|ing)? from (?:saying|confirming|disclosing|revealing|discussing|stating) (?:that|{_ASKED})",
    ),
    "asks": (
        rf"(?:want|wants|wanted|wanting|sought|seeks?|seeking|demand|demands|demanded|demanding|asks?|asked|asking|pressed|pressing)"
        rf" to know {_ASKED}",
        rf"(?:wants?|wanted|sought|seeks?|demand|demands|demanded|demanding|press(?:ed|es|ing)? for)"
        rf" (?:answers?|clarity|clarification|an answer) (?:{_ON}|to) {_ASKED}",
        rf"(?:challeng|press|urg|dar)(?:ed|es|ing) (?:[\w'’-]+ ){{1,4}}?to (?:say|explain|clarify|confirm) {_ASKED}",
        rf"(?:raised|raises|raising|posed|poses|posing|put|puts) the question(?: (?:of|as to))? {_ASKED}",
    ),
    "doubts": (
        rf"{_BEING} (?:[\w-]+ ){{0,2}}?(?:skeptical|sceptical|doubtful|dubious|unconvinced|unsure|unpersuaded|uncertain)"
        rf" (?:that|(?:{_ON} )?(?:whether|if)|(?:{_ON}|by){_THING})",
        rf"{_NOT} (?:[\w-]+ ){{0,2}}?(?:convinced|persuaded|sure|certain|confident|optimistic)"
        rf"(?: (?:that|(?:{_ON} )?(?:whether|if))|(?= (?:the|he|she|they|it|his|her|its|their|any)\b))",
        r"(?:voic|express|rais|harbou?r|signal|convey|register)(?:ed|es|e|s|ing)? (?:[\w-]+ ){0,2}?"
        r"(?:skepticism|scepticism|disbelief|misgivings|uncertainty|reservations|doubts?)"
        rf" (?:that|(?:{_ON} )?(?:whether|if)|{_ON}{_THING})",
        rf"(?:call|calls|called|calling|throw|throws|threw|bring|brings|brought)"
        rf" into (?:question|doubt)(?: whether| {_CLAIM}|{_THING})",
        rf"(?:has|have|had) (?:[\w-]+ ){{0,2}}?(?:doubts|reservations|misgivings)"
        rf" (?:that|(?:{_ON} )?(?:whether|if)|{_ON}{_THING})",
        r"(?:see|sees|saw|sees) (?:little|no) (?:chance|prospect|likelihood|hope|sign) (?:that|of)",
    ),
    "rejects": (
        rf"turn(?:ed|s|ing) down{_THING}",
        rf"(?:rebuff|spurn)(?:ed|s|ing){_THING}",
        rf"turn(?:ed|s|ing) (?:its|his|her|their) backs? on{_THING}",
        rf"vot(?:ed|es|ing) down{_THING}",
        r"resist(?:ed|s|ing)(?= (?:\w+ ){0,2}(?:calls?|demands?|pressure|appeals?) )",
        rf"(?:balked|balks|baulked|balking) at{_THING}",
        rf"(?:said|says|saying) no to{_THING}",
        rf"(?:brush|wav|bat|swat|wave|batt|swatt)(?:ed|es|s|ing) (?:aside|away|off){_THING}"
        r"(?= (?:\w+ ){0,2}(?:calls?|offers?|demands?|requests?|appeals?|proposals?|pleas?)\b)",
    ),
    "promises": (
        r"(?:gave|gives|giving|given) (?:his|her|its|their) (?:word|assurances?|guarantees?|pledge|promise) that",
        r"(?:gave|gives|offered|offers|provided|issued) (?:an? )?(?:[\w-]+ ){0,2}?"
        r"(?:assurances?|guarantees?|undertaking|promise) that",
        r"(?:commit(?:ted|s|ting)?)(?: (?:himself|herself|itself|themselves))? to(?= \w+ing )",
    ),
    "proposes": (
        r"(?:float(?:ed|s|ing)?|moot(?:ed|s|ing)|(?:put|puts|putting) forward|tabl(?:ed|es|ing))"
        r" the (?:idea|notion) (?:that|of)",
    ),
    "accepts": (
        rf"(?:sign(?:ed|s|ing) off on|said yes to|(?:gave|gives) (?:its|his|her|their) (?:blessing|consent|assent) to){_THING}",
    ),
}
TRIGGERS = frozenset(
    """nothing little refrained refrains refraining abstained abstains contradicted contradicts contradicting
    disproved disproves disproving discredited discredits discrediting
    hit hits hitting voted votes resisted resists resisting rubbished debunked discounted ridiculed mocked derided
    challenged challenges comment brushed brushes brushing waved waves waving batted batting swatted shrugged shrugs
    laughed shot shoots shooting knocked knocks knocking tamped slapped scoffed scoffs scoffing bristled bristles
    bristling sneered balked balks baulked balking scorn cold exception denial denials silent mum quiet tight-lipped
    noncommittal non-committal vague coy evasive cagey mute question questions query queries inquiry inquiries drawn
    pinned indication hint sign word clue explanation details far unclear open know answer answers clarity clarification
    skeptical sceptical doubtful dubious unconvinced unsure unpersuaded uncertain convinced persuaded sure certain
    confident optimistic skepticism scepticism disbelief misgivings uncertainty reservations doubt doubts chance
    prospect likelihood hope turned turns turning rebuffed rebuffs rebuffing spurned spurns spurning no assurance
    assurances guarantee guarantees pledge promise undertaking commit committed commits committing idea notion
    possibility blessing consent assent yes issue called calls calling labelled labeled labels branded described
    describes termed denounced denounces""".split()
)
"""Words of which every phrase has one: a sentence without them has no phrase."""
_PHRASE = re.compile(
    "|".join(
        rf"(?P<{stance.split()[0]}>\b(?:{'|'.join(patterns)})(?= (?!['’])))"
        for stance, patterns in _PATTERNS.items()
    )
)
_FIRST_WORDS = re.compile(
    "(?:is|are|was|were|be|been|remain|stay|keep|kept|seem|sound|appear|ha[sd]|have|did|would|could|does|wo|will|never|gave|give|giving"
    "|took|take|taking|made|make|left|wav|bat|brush|swat|laugh|shrug|shoot|shot|knock|tamp|slap|rubbish|debunk|discount|ridicul|mock"
    "|derid|scoff|bristl|sneer|balk|baulk|hit|lash|pour|threw|throw|issu|call|label|brand|describ|term|denounc|sidestep|dodg|duck"
    "|evad|deflect|skirt|ignor|parr|avoid|declin|refus|offer|provid|stopped|want|sought|seek|demand|ask|press|challeng|urg|dar|rais"
    "|pos|put|voic|express|harbo|signal|convey|regist|bring|brought|see|saw|turn|rebuff|spurn|vot|resist|said|says|saying|commit"
    "|float|moot|tabl|sign|contradict|disprov|discredit|refrain|abstain)"
)
"""How the words begin with which phrases begin."""
_STANCES: dict[str, Stance] = {stance.split()[0]: stance for stance in _PATTERNS}


def find_phrases(words: Sequence[str]) -> Iterator[Phrase]:
    """Yield the phrases among ``words`` in order; words and marks are one item each."""
    if TRIGGERS.isdisjoint(words):
        return
    opening = [first for first, opens in enumerate(map(_OPENS.__getitem__, words)) if opens]
    joined = " ".join(words)
    behind = place = last = 0
    for first in opening:
        if first < behind:
            continue
        place += sum(map(len, words[last:first])) + first - last
        last = first
        match = _PHRASE.match(joined, place)
        if match is not None:
            behind = first + match[0].count(" ") + 1
            yield Phrase(first, behind, _STANCES[match.lastgroup or ""])


def _opens(word: str) -> bool:
    """Tell whether a phrase may begin with ``word``: looked up for every word, since trying each phrase at each takes long."""
    return _FIRST_WORDS.match(word) is not None


_OPENS = Remembered(_opens)
