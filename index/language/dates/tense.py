"""Whether a date lies ahead or behind, as the verbs around it say."""

import re
from typing import Literal

from index.language.dates.rules.grammar import Tokens
from index.language.dates.rules.lexicon import DAY_OFFSETS, MONTHS, SYMBOL, WEEKDAYS
from index.language.dates.rules.meanings import Chosen, Counted, Dated, Length
from index.language.dates.rules.runs import Found
from index.language.english.sentence_words import SENTENCE_WORDS

Tense = Literal["past", "future", "unknown"]

_STOPS = frozenset(SYMBOL[name] for name in ("STOP", "BREAK"))
_ENDINGS = re.compile(f"[{SYMBOL['STOP']}{SYMBOL['BREAK']}{SYMBOL['DOT']}]")
_DOT = SYMBOL["DOT"]
_DEIXIS = SYMBOL["DEIXIS"]
_FUTURE = frozenset(
    "will shall ll would scheduled schedule schedules due expected expects plans planned plan planning upcoming slated "
    "until till deadline expire expires begins resume resumes payable effective maturing soon postponed delayed "
    "please set convene convenes expect hope hopes intends aims supposed expecting poised".split()
)
_WILL = frozenset("will shall ll".split())
_ARRANGED = frozenset("scheduled due expected planned slated set supposed poised".split())
"""Words of a plan that may be an old one: "was slated to take force Feb. 20"."""
_WERE = frozenset("was were been had originally previously".split())
_ONCE = frozenset("had been originally previously".split())
_EXPECTED = frozenset(
    "expect expects expected expecting set due scheduled slated planned will is are want wants hope hopes agreed".split()
)
"""Before "to be released Monday", what tells that it is still to come."""
_SHALL = frozenset(("will", "would", "ll"))
"""Right behind a date that is the subject: "said Monday would be a day of prayer"."""
_TIMETABLE = frozenset(
    "end leave leaves depart departs arrive arrives lands returns go goes starts begin opens closes ends reopen reopens "
    "reconvene reconvenes meet meets visits travels votes hosts sign signs stays moves gathers sits decides "
    "return fly flies sail sails hears".split()
)
"""Verbs whose present tells of what is arranged for a day: "the convoy leaves on Saturday"."""
_NO_TIMETABLE = frozenset(
    "to not the a an its their his her this that of by in at on no did does do could can may might would and or".split()
)
_LASTING = frozenset("end ends expire expires run runs close closes".split())
_OF_WHAT_WENT_BEFORE = frozenset("that which".split())
"""Before a verb in the present that tells until when something lasts: "consultations that end on Sept. 6"."""
_NOT_DONE = frozenset("not t".split())
_DID = frozenset("did didn could couldn".split())
"""Before an infinitive that tells of the past: "did not take place on Thursday"."""
_LAST = frozenset("run runs".split())
"""Before "out": what there is no more of on a day that is ahead."""
_TAKES = frozenset("effect office force over place".split())
_ENTERS = frozenset("enter enters come comes".split())
_IN_FORCE = frozenset("force effect operation".split())
"""Behind "enters into": what is in force from a day that is ahead."""
_AS_EARLY = frozenset("early soon late".split())
_SOON_AFTER = frozenset("after afterward afterwards followed became".split())
"""Behind "soon", which then says nothing of what is ahead: "soon after Election Day"."""
_PLANS = frozenset("plan plans schedule schedules".split())
"""Verbs of a plan, and nouns where a verb of the past stands before: "announced plans this week"."""
_BEFORE_A_NOUN = frozenset(
    "the a an this that his her its their our your any no s ’s new peace joint".split()
)
"""Words behind which "plan" is a thing: "endorsed the plan on Tuesday"."""
_COMING = frozenset(
    "come comes came coming go goes went gone going get gets got bring brings brought be been was were is are am fly flew "
    "send sends sent call called pull pulled push pushed step stepped welcome welcomed head heads headed take took move "
    "moved".split()
)
"""Before "back", whose place then is meant: "will come back in May"."""
_STARTING = frozenset("beginning starting effective".split())
"""Before "in" and a date, what the verb behind tells of: "announced that, beginning in May, they will need a pass"."""
_AIMS = frozenset("plans plan hopes intends aims expects is are".split())
_WOULD_SAY = frozenset(
    "also just note say add argue like point remind stress think imagine guess hope highlight".split()
)
"""After "would", what is said now: "I would note that"."""
_MUST = frozenset(
    "must should asked told ordered required urged expect want wants need needs demand demands demanded".split()
)
_BY = frozenset("by before".split())
"""Before the end of a time that somebody is given: "must be returned by Jan. 14"."""
_LIKELY = frozenset("likely unlikely certain sure bound".split())
"""Before "to" and what is foreseen: "is likely to be worst on Tuesday"."""
_EXTENDED = frozenset(
    "extended moved adjourned postponed delayed rescheduled deferred off pushed back forward shifted changed".split()
)
"""Verbs that set another day: "extended to Nov. 20 its offer", "put off to Nov. 20", "brought forward to Nov. 12"."""
_FROM_A_DAY = 8
"""Words between such a verb and the day to which something is moved: "postponed from 20 March to 27 March"; chosen."""
_CALLED_OFF = frozenset(
    "cancelled canceled postponed delayed moved pushed rescheduled called put brought confirmed deferred scrapped shifted".split()
)
"""What is done with a meeting before its day as well as behind it: "the vote on 14 April has been called off"."""
_CANCELS = frozenset("cancelled canceled cancelling canceling scrapped".split())
_DIRECTING = frozenset("telling urging asking ordering instructing inviting advising warning calling".split())
"""Who is told to do something on a day, beside the verb of the clause: "shared a message telling them to march on Sunday"."""
_INVITED = frozenset("invited invite invites inviting".split())
_INVITED_FOR = frozenset(("for", "to"))
_SAID_ONCE = frozenset(
    "speech statement letter report remarks interview order ruling decision memo address".split()
)
"""Before "from" and a month, what was said in it: "builds on the Secretary's speech from November"."""
_GETTING = frozenset("get gets getting have having want wants need needs".split())
"""Verbs with which somebody has a thing done: "to get more people vaccinated by July 4th"."""
_SAYING = frozenset("saying adding telling arguing warning citing calling noting".split())
"""Behind a date, what somebody says at a deed that is then done: "decided to step in on Monday, saying that"."""
_CALLED = frozenset(
    "arranged called calls booked fixed announced convened summoned declared proposed".split()
)
"""Verbs with which something is arranged for a day of the week: "called a strike for Monday"."""
_SPOKEN_OF = frozenset(
    "discussed welcomed previewed confirmed mentioned noted praised reviewed announced".split()
)
_OCCASIONS = frozenset(
    "visit meeting summit trip talks election vote hearing conference session round deadline".split()
)
"""What may be spoken of before it is held: "discussed the visit to Lucerne on April 30"."""
_GOING = frozenset("going about".split())
_GOING_OR_BEING = _GOING | {"is", "are"}
"""Before "to": "is going to appear", "is to appear"."""
_TO_HAPPEN = frozenset("happening occurring".split())
"""What is told of a day that is named, and not of today: "the conference happening in Lucerne this weekend"."""
_PAST = frozenset(
    "said was were had did has have been since told met took came went began found won lost rose fell held got gave made "
    "saw left led sent says spoke wrote became brought broke fought sought struck shot drove flew grew knew kept paid put "
    "sat stood swore thought threw understood withdrew bore caught chose hit laid meant read rode sank sang "
    "sold spent stole taught wore wound arose awoke overthrew undertook heard felt built bought dealt drew fled".split()
)
_SAID = frozenset(
    "announced confirmed reported told ordered rejected approved signed called warned urged denied".split()
)
"""Verbs in "-ed" that need no subject beside them: "the court on Monday ordered"."""
_SET_OFF = frozenset(
    "off up out aside fire foot free himself herself itself themselves ablaze alight".split()
)
_ENDS = frozenset("until till before".split())
_PRESENT_PASSIVE = frozenset("is are being".split())
_COMMITS = frozenset("agreed agree promised pledged vowed decided committed offered".split())
"""Verbs with which a later deed is agreed on: "agreed to exchange detainees on Friday"."""
_BEFORE_INFINITIVE = frozenset("ll will shall to must may please".split())
"""Behind these stands no verb of the past, though it look like one: "is going to put", "will have"."""
_ADVERBS = frozenset("still yet newly recently so".split())
_DETERMINERS = frozenset("a an the".split())
_MARKS = frozenset("marks begins starts opens sees brings".split())
"""Right behind a date that is the subject: "this Sunday marks one year since the attack"."""
_ARE = frozenset(("is", "are"))
_AM = frozenset("is are am s re m".split())
_SOMEBODY = frozenset("he she it who".split())
_GOING_THERE = frozenset(
    "going traveling travelling visiting meeting hosting flying heading speaking welcoming convening holding leaving".split()
)
"""What is arranged for a weekday by being told in the present."""
_OUGHT = frozenset("should might could".split())
"""Before what is done on neither side: "said that it should end in mid-June"."""
_TELLING = frozenset("set would is are ahead take takes".split()).union(
    _OUGHT,
    _TO_HAPPEN,
    _PLANS,
    _ENDS,
    _FUTURE,
    _GOING,
    _TIMETABLE,
    _ENTERS,
    _LAST,
    _LASTING,
    _AS_EARLY,
    _MUST,
    _EXTENDED,
    _CALLED,
    _COMMITS,
    _LIKELY,
    _CANCELS,
    _DIRECTING,
    _INVITED,
    _PAST,
)
"""Words before a date that may say on which side it lies, beside those in "-ed"."""
_OPENS_A_CLAUSE = (2, 3)
"""Words from "that" to a date which its clause begins with: "that on Monday", "that in early May"."""
_CLAUSE_OPENERS = frozenset("on in at by from during over early late earlier later".split()).union(
    MONTHS, WEEKDAYS, DAY_OFFSETS
)
"""Words behind "that" with which a date begins, unlike "that event on Saturday"."""
_AFTER_STOP = ' \n\t"”’)'
"""What may stand between a stop and the capital that begins the next sentence."""
_WORDS_BACK = 14
"""Words before a date in which the verb stands that it belongs to; chosen by hand."""
_WORDS_AHEAD = 30
"""Words after a date in which the verb stands, where none stands before; chosen by hand."""
_TIMETABLE_WORDS = 8
"""Words before a date in which a verb of a timetable speaks of it; chosen: farther back it has a date of its own."""
_OF_A_SPAN = frozenset("through the month end of early late mid".split())
"""Words between "through" and the month that ends a span: "through the month of December"."""
_SPAN_WORDS = 5
"""Words before a month in which that "through" stands."""
_SENTENCE_START = 4
"""Words before an expression that still count as the beginning of its sentence: "On" of "On Tuesday"."""


def sentence_begins(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence ends between two tokens: a full stop with a capital behind it, or a paragraph."""
    for match in _ENDINGS.finditer(tokens.symbols, start, end):
        after = tokens.ends[match.start()]
        if match.group() != SYMBOL["DOT"]:
            return True
        capital = tokens.text[after : after + 4].lstrip(_AFTER_STOP)[:1].isupper()
        if capital and not _is_abbreviated(tokens, match.start()):
            return True
    return False


def _is_end(tokens: Tokens, place: int) -> bool:
    symbol = tokens.symbols[place]
    return symbol in _STOPS or (symbol == _DOT and sentence_begins(tokens, place, place + 1))


def _is_abbreviated(tokens: Tokens, stop: int) -> bool:
    """Whether a full stop belongs to the word before it: "Mr. Vane", "Gov. Lund", "the U.S. Congress"."""
    word = tokens.word(stop - 1)
    if word in SENTENCE_WORDS.titles:
        return True
    if len(word) != 1 and word not in SENTENCE_WORDS.abbreviations:
        return False
    return tokens.word(stop + 1) not in SENTENCE_WORDS.starters


def tense_of(tokens: Tokens, item: Found) -> Tense:
    """Say from the nearest verbs whether what the expression dates lies ahead or behind.

    The verbs before it in its sentence speak first; an expression that begins its sentence is spoken of by the verb after
    it. A possessive ("Wednesday's ruling") has no verb of its own, but a weekday beside a verb of the past is over. What was
    once planned for a day of the calendar may have been for a day before publication, so that the words say nothing of it.
    """
    if _is_of_an_occasion(tokens, item):
        return "unknown"
    if tokens.symbol(item.last) == SYMBOL["APOSTROPHE"]:
        over = _is_weekday(item) and "past" in (_tense_ahead(tokens, item), _tense_by_verbs(tokens, item))
        return "past" if over else "unknown"
    return _tense_by_verbs(tokens, item)


def _tense_by_verbs(tokens: Tokens, item: Found) -> Tense:
    before = (tokens.word(item.first - 2), tokens.word(item.first - 1))
    if before[0] == "back" and before[1] in ("in", "on") and not _comes_back(tokens, item):
        return "past"
    if before == ("later", "than") and tokens.word(item.first - 3) == "no":
        return "future"
    if before[0] in _STARTING and _tense_ahead(tokens, item) == "future":
        return "future"
    if before[1] == "come" and _begins_sentence(tokens, item.first - 1):
        return "future"  # "Come 19 November, those who paid will receive"
    if before[1] == "from" and _is_moved(tokens, item.first - 1) and not _is_weekday(item):
        return "unknown"
    if tokens.word(item.first - 1) in _OF_A_SPAN and _goes_through(tokens, item):
        return "unknown"
    if tokens.word(item.last) in _SHALL and not _is_at_a_clause(tokens, item):
        return "future"
    words_before = 0
    for place in range(item.first - 1, max(-1, item.first - 1 - _WORDS_BACK), -1):
        if _is_end(tokens, place):
            break
        if (
            tokens.symbols[place] == SYMBOL["DASH"]
            and words_before <= 1
            and tokens.symbol(item.last) == SYMBOL["COMMA"]
        ):
            break  # "finally — on Monday, the council will vote"
        words_before += 1
        word = tokens.word(place)
        if word == "that" and words_before in _OPENS_A_CLAUSE and tokens.word(place + 1) in _CLAUSE_OPENERS:
            break  # "I have decided that on Election Day, I will vote"
        if word not in _TELLING and not word.endswith("ed"):
            continue
        if word == "set" and tokens.word(place + 1) in _SET_OFF:
            return "past"
        noun = word in _PLANS and (
            tokens.word(place - 1) in _BEFORE_A_NOUN or _is_past(tokens, place - 1, tokens.word(place - 1))
        )
        if noun:
            continue
        if word in _ENDS and _begins_sentence(tokens, place) and _tense_ahead(tokens, item) == "past":
            return "past"
        if word == "would" and tokens.word(place + 1) in _WOULD_SAY:
            continue
        if word == "soon" and tokens.word(place + 1) in _SOON_AFTER:
            continue
        if word in _FUTURE:
            return _tense_of_plan(tokens, item, place, word)
        if word in _GOING_OR_BEING and tokens.word(place + 1) == "to":
            return "future"
        if (
            word in _TO_HAPPEN
            and tokens.word(place - 1) not in _WERE
            and tokens.symbol(item.first) != _DEIXIS
        ):
            return "future"
        if words_before <= _TIMETABLE_WORDS and _is_arranged(tokens, place, word):
            return "future"
        if word in _ARE and tokens.word(place + 1).endswith("ing") and _is_weekend(item):
            return "unknown"  # "those who are working this weekend"
        if word in _ARE and _is_done_on(tokens, place, item):
            return "future"  # "the boiler is repaired on Monday"
        if word in _OUGHT and tokens.word(place + 1) != "have":
            return "unknown"
        if word in _ARE and tokens.word(place + 1) == "to":
            return "future"  # "the truce is to begin on Sunday"
        if word == "ahead" and tokens.word(place + 1) == "of":
            return "unknown"
        if word in _AS_EARLY and tokens.word(place - 1) == tokens.word(place + 1) == "as":
            return "future"
        if word in _MUST and tokens.word(item.first - 1) in _BY:
            return "future" if _is_weekday(item) else "unknown"
        if word in _EXTENDED and _is_moved_to(tokens, item, place):
            return "future" if _is_weekday(item) else "unknown"
        if word in _LIKELY and tokens.word(place + 1) == "to":
            over = tokens.word(place + 2) == "have" or tokens.word(place - 1) in _WERE
            return "unknown" if over else "future"
        if word in _DIRECTING and _is_directed(tokens, item, place):
            return "future"
        if word in _INVITED and _is_invited(tokens, item, place):
            return "future"
        if word in _CALLED and tokens.word(item.first - 1) == "for" and _is_weekday(item):
            return "future"
        if word in _COMMITS and (tokens.word(place + 1) == "to" or _is_promised(tokens, item)):
            done = tokens.symbol(item.last) == SYMBOL["COMMA"] and tokens.word(item.last + 1) in _SAYING
            return "past" if done else "future"
        to_be = tokens.word(place - 1) == "be" and tokens.word(place - 2) == "to" and _is_participle(word)
        if to_be and SYMBOL["COMMA"] not in tokens.symbols[place : item.first]:
            return _tense_of_infinitive(tokens, place - 2)
        if _calls_off(tokens, place, word) and not _is_weekday(item):
            return "unknown"
        if place + 2 == item.first and tokens.word(place + 1) in _BY and not _is_passive(tokens, place):
            return "unknown"  # "to get more people vaccinated by July 4th"
        if _is_past(tokens, place, word):
            held = any(tokens.word(between) in _OCCASIONS for between in range(place + 1, item.first))
            return "unknown" if held and word in _SPOKEN_OF else "past"
    if words_before > _SENTENCE_START and _is_told_of(tokens, item):
        return "past"
    if words_before >= _WORDS_BACK and _is_ruled_from_afar(tokens, item):
        return "future"
    if before[1] == "from" and before[0] in _SAID_ONCE:
        return "past"
    return _tense_ahead(tokens, item) if words_before <= _SENTENCE_START else "unknown"


def _comes_back(tokens: Tokens, item: Found) -> bool:
    return any(tokens.word(item.first - place) in _COMING for place in (3, 4))


def _is_moved(tokens: Tokens, place: int) -> bool:
    """Whether one of the few words before a place is a verb that moves something from one day to another."""
    words = (tokens.word(before) for before in range(place - 1, max(-1, place - 1 - _FROM_A_DAY), -1))
    return any(word in _EXTENDED for word in words)


def _is_moved_to(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether a date is that to which the verb at a place moves something: "moved from 20 March to 27 March"."""
    if tokens.word(item.first - 1) not in ("to", "until") or item.first - 2 - place > _FROM_A_DAY:
        return False
    return place + 2 == item.first or tokens.word(place + 1) in ("from", "by", "a", "back", "forward", "off")


def _calls_off(tokens: Tokens, place: int, word: str) -> bool:
    """Whether a verb is of calling off what stands behind it, which may lie ahead: "cancelled the talks on 5 April"."""
    return word in _CANCELS or (word == "off" and tokens.word(place - 1) == "called")


def _is_directed(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether a weekday is that on which somebody is told to do something: "telling them to mask up on Wednesday"."""
    if not _is_weekday(item) or tokens.word(item.first - 1) != "on":
        return False
    if tokens.word(place) == "calling" and tokens.word(place + 1) != "on":
        return False
    return any(tokens.word(between) == "to" for between in range(place + 1, item.first - 1))


def _is_invited(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether a day is that of what somebody is invited for: "invited Vane to Lomar for a meeting on Tuesday"."""
    if tokens.word(item.first - 1) not in ("on", "in") or tokens.word(item.first - 2) not in _OCCASIONS:
        return False
    return any(tokens.word(between) in _INVITED_FOR for between in range(place + 1, item.first - 1))


def _is_promised(tokens: Tokens, item: Found) -> bool:
    """Whether what is promised is something held on a weekday: "promised a new vote on Friday"."""
    before = tokens.word(item.first - 2)
    return (
        _is_weekday(item) and tokens.word(item.first - 1) == "on" and before.removesuffix("s") in _OCCASIONS
    )


def _is_ruled_from_afar(tokens: Tokens, item: Found) -> bool:
    """Whether the only verb before a day, far back, is "will": "they will visit the old and the new port on Monday"."""
    if not isinstance(item.meaning, Dated) or (item.meaning.weekday is None and item.meaning.day is None):
        return False
    for place in range(item.first - 1 - _WORDS_BACK, max(-1, item.first - 1 - 2 * _WORDS_BACK), -1):
        word = tokens.word(place)
        if _is_end(tokens, place) or _is_past(tokens, place, word):
            return False
        if word in _WILL:
            return True
    return False


def _is_told_of(tokens: Tokens, item: Found) -> bool:
    """Whether the verb stands right behind a weekday, with none before it: "the union's counsel on Monday said"."""
    word = tokens.word(item.last)
    return _is_weekday(item) and (word in _SAID or (word in _PAST and word != "been"))


def _is_at_a_clause(tokens: Tokens, item: Found) -> bool:
    """Whether a preposition before the date leaves "would" to something else: "those who on Monday would not sign"."""
    return tokens.word(item.first - 1) in _CLAUSE_OPENERS or tokens.symbol(item.last) == SYMBOL["COMMA"]


def _is_participle(word: str) -> bool:
    return word in _PAST or word.endswith(("ed", "en"))


def _tense_of_infinitive(tokens: Tokens, to: int) -> Tense:
    """Say of what is "to be released" whether it is expected: "expects all those held in Lomar to be released Monday"."""
    for place in range(to - 1, max(-1, to - 1 - _WORDS_BACK), -1):
        if _is_end(tokens, place):
            break
        if tokens.word(place) in _EXPECTED:
            return "past" if tokens.word(place - 1) in ("had", "originally", "previously") else "future"
    return "unknown"


def _is_weekend(item: Found) -> bool:
    return isinstance(item.meaning, Dated) and item.meaning.part == "WE"


def _is_passive(tokens: Tokens, place: int) -> bool:
    """Whether the word at a place has its subject beside it, or an auxiliary: "was opened by May", "he resigned by May"."""
    if not tokens.word(place).endswith("ed"):
        return True
    return not any(tokens.word(before) in _GETTING for before in range(place - 1, max(-1, place - 7), -1))


def _goes_through(tokens: Tokens, item: Found) -> bool:
    """Whether a month ends a span that its verb has not ended: "extending the release through the month of December"."""
    if not isinstance(item.meaning, Dated) or item.meaning.month is None:
        return False
    for place in range(item.first - 1, item.first - 1 - _SPAN_WORDS, -1):
        word = tokens.word(place)
        if word == "through":
            return True
        if word not in _OF_A_SPAN:
            return False
    return False


def _is_weekday(item: Found) -> bool:
    return isinstance(item.meaning, Dated) and item.meaning.weekday is not None and item.meaning.month is None


def _is_of_an_occasion(tokens: Tokens, item: Found) -> bool:
    """Whether a day of the calendar tells an occasion from others, whatever is said of it: "the Jan. 14 deadline"."""
    meaning = item.meaning
    return (
        isinstance(meaning, Dated)
        and meaning.month is not None
        and tokens.word(item.first - 1) in _DETERMINERS
        and (tokens.word(item.last) in _OCCASIONS or _is_one_of_its_kind(tokens, item))
    )


def _is_one_of_its_kind(tokens: Tokens, item: Found) -> bool:
    """Whether the day tells what thing is meant, of which nothing was said before: "the stage for a Dec. 8 strike"."""
    start = tokens.starts[item.last] if item.last < len(tokens.starts) else len(tokens.text)
    return tokens.symbol(item.first - 1) == SYMBOL["ARTICLE"] and tokens.text[start : start + 1].islower()


def _is_arranged(tokens: Tokens, place: int, word: str) -> bool:
    """Whether a verb in the present tells of an arrangement: "leaves", "takes office", "the next is"."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    if word in _LASTING and before in _OF_WHAT_WENT_BEFORE:
        return True
    if word in _TIMETABLE:
        # "to leave" and "did not leave" are told by the verb before, "the start" and "an end" are nouns.
        joined = before == "and" and word.endswith("s")
        return (joined or before not in _NO_TIMETABLE) and not _is_past(
            tokens, place - 2, tokens.word(place - 2)
        )
    if word in _LAST:
        return after == "out"
    if word == "comes" and after in ("on", "back"):
        return True
    if word in _ENTERS:
        return after == "into" and tokens.word(place + 2) in _IN_FORCE
    if word == "take" and (before == "to" or (before in _NOT_DONE and tokens.word(place - 2) in _DID)):
        return False
    return (word in ("take", "takes") and after in _TAKES) or (word == "is" and after in ("on", "this"))


def _is_done_on(tokens: Tokens, place: int, item: Found) -> bool:
    """Whether the words behind "is" are what is done on a day of the week, and the day."""
    done_on = tokens.word(place + 2) == "on" and place + 3 == item.first
    return done_on and _is_participle(tokens.word(place + 1)) and _is_weekday(item)


def ends_a_span(tokens: Tokens, item: Found) -> bool:
    """Whether the expression may be the end of a span, which lies ahead of its verb alone: "held out until 11 May"."""
    words = {tokens.word(place) for place in range(item.first - _WORDS_BACK, item.first)}
    return not words.isdisjoint(_ENDS)


def _begins_sentence(tokens: Tokens, place: int) -> bool:
    """Whether the token begins its sentence, or has only a conjunction before it there: "But until Friday"."""
    if tokens.word(place - 1) in ("and", "but", "up"):
        place -= 1
    return place <= 0 or tokens.symbols[place - 1] in _STOPS or sentence_begins(tokens, place - 1, place)


def _tense_of_plan(tokens: Tokens, item: Found, place: int, word: str) -> Tense:
    if tokens.word(place - 1) == "to" and tokens.word(place - 2) in _ARRANGED:
        place, word = place - 2, tokens.word(place - 2)
    if word in _ARRANGED:
        before = {tokens.word(earlier) for earlier in range(place - 3, place)}
        counted = isinstance(item.meaning, Length)
        if before & _WERE and (
            counted or (isinstance(item.meaning, Dated) and item.meaning.month is not None)
        ):
            return "unknown"
        if before & _ONCE or (before & _WERE and _counts_from_the_told(item)):
            return "past"
        if tokens.word(place - 1) == "as":
            return "unknown"
    return "future"


def _counts_from_the_told(item: Found) -> bool:
    """Whether a date counts from what was told: "was set to end the next morning"."""
    return isinstance(item.meaning, Chosen | Counted) and item.meaning.anchor == "story"


def _tense_ahead(tokens: Tokens, item: Found) -> Tense:
    for place in range(item.last, min(len(tokens.starts), item.last + _WORDS_AHEAD)):
        if _is_end(tokens, place):
            break
        word = tokens.word(place)
        if word in ("will", "shall", "ll") or (word in _AIMS and tokens.word(place + 1) == "to"):
            return "future"
        if place == item.last and word in _MARKS:
            return "future"
        if word in _AM and tokens.word(place + 1) in _GOING_THERE and _is_of_somebody(tokens, item, place):
            return "future"  # "on Monday, he's going to Lomar"
        if _is_past(tokens, place, word):
            return "unknown" if _is_called_off(tokens, item, place) else "past"
    return "unknown"


def _is_of_somebody(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether the present at a place, behind a weekday, is a verb's: "he's meeting", and not "Monday's meeting"."""
    if tokens.word(place) == "s" and tokens.word(place - 2) not in _SOMEBODY:
        return False
    return _is_weekday(item)


def _is_called_off(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether the verb at a place, behind a date, is of what is done before that date: "has been put off"."""
    if tokens.word(place + 1) == "been":
        return tokens.word(place + 2) in _CALLED_OFF
    return tokens.word(place) in _WERE and tokens.word(place + 1) in _CALLED_OFF and not _is_weekday(item)


def _is_a_name(tokens: Tokens, place: int) -> bool:
    """Whether a capital in a sentence makes a name of what is a verb elsewhere: "at the Met"."""
    capital = tokens.text[tokens.starts[place]].isupper()
    return capital and tokens.word(place - 1) in _DETERMINERS


def _is_past(tokens: Tokens, place: int, word: str) -> bool:
    """Whether a word is a verb of the past; "United" with its capital is not, nor is "held" of "to be held"."""
    plainly = word in _PAST and not _is_a_name(tokens, place)
    if not plainly and not (
        len(word) > 4 and word.endswith("ed") and tokens.text[tokens.starts[place]].islower()
    ):
        return False
    before = (tokens.word(place - 1), tokens.word(place - 2))
    if tokens.symbol(place - 1) == SYMBOL["HYPHEN"]:
        return False  # "time-honored traditions"
    if "be" in before or before[0] in _PRESENT_PASSIVE or before[0] in _BEFORE_INFINITIVE:
        return False
    return plainly or (
        before[0] not in _DETERMINERS and (before[1] not in _DETERMINERS or before[0] not in _ADVERBS)
    )
