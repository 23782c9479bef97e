"""Whether a date lies ahead or behind, as the verbs around it say."""

import re
from typing import Literal

from index.language.dates.rules.grammar import Tokens
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Chosen, Counted, Dated, Length
from index.language.dates.rules.runs import Found
from index.language.dates.tense_words import (
    ADVERBS,
    AIMS,
    AM,
    ARE,
    ARRANGED,
    AS_EARLY,
    BEFORE_A_NOUN,
    BEFORE_INFINITIVE,
    BY,
    CALLED,
    CALLED_OFF,
    CANCELS,
    CLAUSE_OPENERS,
    COMING,
    COMMITS,
    DETERMINERS,
    DID,
    DIRECTING,
    ENDS,
    ENTERS,
    EXPECTED,
    EXTENDED,
    FUTURE,
    GETTING,
    GOING,
    GOING_THERE,
    IN_FORCE,
    INVITED,
    INVITED_FOR,
    LAST,
    LASTING,
    LIKELY,
    MARKS,
    MUST,
    NO_TIMETABLE,
    NOT_DONE,
    OCCASIONS,
    OF_A_SPAN,
    OF_WHAT_WENT_BEFORE,
    ONCE,
    OUGHT,
    PAST,
    PLANS,
    PRESENT_PASSIVE,
    SAID,
    SAID_ONCE,
    SAYING,
    SET_OFF,
    SHALL,
    SOMEBODY,
    SOON_AFTER,
    SPOKEN_OF,
    STARTING,
    TAKES,
    TELLING,
    TIMETABLE,
    TO_HAPPEN,
    WERE,
    WILL,
    WOULD_SAY,
)
from index.language.english.sentence_words import SENTENCE_WORDS

Tense = Literal["past", "future", "unknown"]

_STOPS = frozenset(SYMBOL[name] for name in ("STOP", "BREAK"))
_ENDINGS = re.compile(f"[{SYMBOL['STOP']}{SYMBOL['BREAK']}{SYMBOL['DOT']}]")
_DOT = SYMBOL["DOT"]
_DEIXIS = SYMBOL["DEIXIS"]
_FROM_A_DAY = 8
"""Words between such a verb and the day to which something is moved: "postponed from 20 March to 27 March"; chosen."""
_GOING_OR_BEING = GOING | {"is", "are"}
"""Before "to": "is going to appear", "is to appear"."""
_OPENS_A_CLAUSE = (2, 3)
"""Words from "that" to a date which its clause begins with: "that on Monday", "that in early May"."""
_AFTER_STOP = ' \n\t"”’)'
"""What may stand between a stop and the capital that begins the next sentence."""
_WORDS_BACK = 14
"""Words before a date in which the verb stands that it belongs to; chosen by hand."""
_WORDS_AHEAD = 30
"""Words after a date in which the verb stands, where none stands before; chosen by hand."""
_TIMETABLE_WORDS = 8
"""Words before a date in which a verb of a timetable speaks of it; chosen: farther back it has a date of its own."""
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
    if before[0] in STARTING and _tense_ahead(tokens, item) == "future":
        return "future"
    if before[1] == "come" and _begins_sentence(tokens, item.first - 1):
        return "future"  # "Come 19 November, those who paid will receive"
    if before[1] == "from" and _is_moved(tokens, item.first - 1) and not _is_weekday(item):
        return "unknown"
    if tokens.word(item.first - 1) in OF_A_SPAN and _goes_through(tokens, item):
        return "unknown"
    if tokens.word(item.last) in SHALL and not _is_at_a_clause(tokens, item):
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
        if word == "that" and words_before in _OPENS_A_CLAUSE and tokens.word(place + 1) in CLAUSE_OPENERS:
            break  # "I have decided that on Election Day, I will vote"
        if word not in TELLING and not word.endswith("ed"):
            continue
        if word == "set" and tokens.word(place + 1) in SET_OFF:
            return "past"
        noun = word in PLANS and (
            tokens.word(place - 1) in BEFORE_A_NOUN or _is_past(tokens, place - 1, tokens.word(place - 1))
        )
        if noun:
            continue
        if word in ENDS and _begins_sentence(tokens, place) and _tense_ahead(tokens, item) == "past":
            return "past"
        if word == "would" and tokens.word(place + 1) in WOULD_SAY:
            continue
        if word == "soon" and tokens.word(place + 1) in SOON_AFTER:
            continue
        if word in FUTURE:
            return _tense_of_plan(tokens, item, place, word)
        if word in _GOING_OR_BEING and tokens.word(place + 1) == "to":
            return "future"
        if word in TO_HAPPEN and tokens.word(place - 1) not in WERE and tokens.symbol(item.first) != _DEIXIS:
            return "future"
        if words_before <= _TIMETABLE_WORDS and _is_arranged(tokens, place, word):
            return "future"
        if word in ARE and tokens.word(place + 1).endswith("ing") and _is_weekend(item):
            return "unknown"  # "those who are working this weekend"
        if word in ARE and _is_done_on(tokens, place, item):
            return "future"  # "the boiler is repaired on Monday"
        if word in OUGHT and tokens.word(place + 1) != "have":
            return "unknown"
        if word in ARE and tokens.word(place + 1) == "to":
            return "future"  # "the truce is to begin on Sunday"
        if word == "ahead" and tokens.word(place + 1) == "of":
            return "unknown"
        if word in AS_EARLY and tokens.word(place - 1) == tokens.word(place + 1) == "as":
            return "future"
        if word in MUST and tokens.word(item.first - 1) in BY:
            return "future" if _is_weekday(item) else "unknown"
        if word in EXTENDED and _is_moved_to(tokens, item, place):
            return "future" if _is_weekday(item) else "unknown"
        if word in LIKELY and tokens.word(place + 1) == "to":
            over = tokens.word(place + 2) == "have" or tokens.word(place - 1) in WERE
            return "unknown" if over else "future"
        if word in DIRECTING and _is_directed(tokens, item, place):
            return "future"
        if word in INVITED and _is_invited(tokens, item, place):
            return "future"
        if word in CALLED and tokens.word(item.first - 1) == "for" and _is_weekday(item):
            return "future"
        if word in COMMITS and (tokens.word(place + 1) == "to" or _is_promised(tokens, item)):
            done = tokens.symbol(item.last) == SYMBOL["COMMA"] and tokens.word(item.last + 1) in SAYING
            return "past" if done else "future"
        to_be = tokens.word(place - 1) == "be" and tokens.word(place - 2) == "to" and _is_participle(word)
        if to_be and SYMBOL["COMMA"] not in tokens.symbols[place : item.first]:
            return _tense_of_infinitive(tokens, place - 2)
        if _calls_off(tokens, place, word) and not _is_weekday(item):
            return "unknown"
        if place + 2 == item.first and tokens.word(place + 1) in BY and not _is_passive(tokens, place):
            return "unknown"  # "to get more people vaccinated by July 4th"
        if _is_past(tokens, place, word):
            held = any(tokens.word(between) in OCCASIONS for between in range(place + 1, item.first))
            return "unknown" if held and word in SPOKEN_OF else "past"
    if words_before > _SENTENCE_START and _is_told_of(tokens, item):
        return "past"
    if words_before >= _WORDS_BACK and _is_ruled_from_afar(tokens, item):
        return "future"
    if before[1] == "from" and before[0] in SAID_ONCE:
        return "past"
    return _tense_ahead(tokens, item) if words_before <= _SENTENCE_START else "unknown"


def _comes_back(tokens: Tokens, item: Found) -> bool:
    return any(tokens.word(item.first - place) in COMING for place in (3, 4))


def _is_moved(tokens: Tokens, place: int) -> bool:
    """Whether one of the few words before a place is a verb that moves something from one day to another."""
    words = (tokens.word(before) for before in range(place - 1, max(-1, place - 1 - _FROM_A_DAY), -1))
    return any(word in EXTENDED for word in words)


def _is_moved_to(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether a date is that to which a verb moves something: "moved from 20 to 27 March", "put off the vote to 9 May"."""
    if tokens.word(item.first - 1) not in ("to", "until") or item.first - 2 - place > _FROM_A_DAY:
        return False
    return SYMBOL["COMMA"] not in tokens.symbols[place : item.first]


def _calls_off(tokens: Tokens, place: int, word: str) -> bool:
    """Whether a verb is of calling off what stands behind it, which may lie ahead: "cancelled the talks on 5 April"."""
    return word in CANCELS or (word == "off" and tokens.word(place - 1) == "called")


def _is_directed(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether a weekday is that on which somebody is told to do something: "telling them to mask up on Wednesday"."""
    if not _is_weekday(item) or tokens.word(item.first - 1) != "on":
        return False
    if tokens.word(place) == "calling" and tokens.word(place + 1) != "on":
        return False
    return any(tokens.word(between) == "to" for between in range(place + 1, item.first - 1))


def _is_invited(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether a day is that of what somebody is invited for: "invited Vane to Lomar for a meeting on Tuesday"."""
    if tokens.word(item.first - 1) not in ("on", "in") or tokens.word(item.first - 2) not in OCCASIONS:
        return False
    return any(tokens.word(between) in INVITED_FOR for between in range(place + 1, item.first - 1))


def _is_promised(tokens: Tokens, item: Found) -> bool:
    """Whether what is promised is something held on a weekday: "promised a new vote on Friday"."""
    before = tokens.word(item.first - 2)
    return _is_weekday(item) and tokens.word(item.first - 1) == "on" and before.removesuffix("s") in OCCASIONS


def _is_ruled_from_afar(tokens: Tokens, item: Found) -> bool:
    """Whether the only verb before a day, far back, is "will": "they will visit the old and the new port on Monday"."""
    if not isinstance(item.meaning, Dated) or (item.meaning.weekday is None and item.meaning.day is None):
        return False
    for place in range(item.first - 1 - _WORDS_BACK, max(-1, item.first - 1 - 2 * _WORDS_BACK), -1):
        word = tokens.word(place)
        if _is_end(tokens, place) or _is_past(tokens, place, word):
            return False
        if word in WILL:
            return True
    return False


def _is_told_of(tokens: Tokens, item: Found) -> bool:
    """Whether the verb stands right behind a weekday, with none before it: "the union's counsel on Monday said"."""
    word = tokens.word(item.last)
    return _is_weekday(item) and (word in SAID or (word in PAST and word != "been"))


def _is_at_a_clause(tokens: Tokens, item: Found) -> bool:
    """Whether a preposition before the date leaves "would" to something else: "those who on Monday would not sign"."""
    return tokens.word(item.first - 1) in CLAUSE_OPENERS or tokens.symbol(item.last) == SYMBOL["COMMA"]


def _is_participle(word: str) -> bool:
    return word in PAST or word.endswith(("ed", "en"))


def _tense_of_infinitive(tokens: Tokens, to: int) -> Tense:
    """Say of what is "to be released" whether it is expected: "expects all those held in Lomar to be released Monday"."""
    for place in range(to - 1, max(-1, to - 1 - _WORDS_BACK), -1):
        if _is_end(tokens, place):
            break
        if tokens.word(place) in EXPECTED:
            return "past" if tokens.word(place - 1) in ("had", "originally", "previously") else "future"
    return "unknown"


def _is_weekend(item: Found) -> bool:
    return isinstance(item.meaning, Dated) and item.meaning.part == "WE"


def _is_passive(tokens: Tokens, place: int) -> bool:
    """Whether the word at a place has its subject beside it, or an auxiliary: "was opened by May", "he resigned by May"."""
    if not tokens.word(place).endswith("ed"):
        return True
    return not any(tokens.word(before) in GETTING for before in range(place - 1, max(-1, place - 7), -1))


def _goes_through(tokens: Tokens, item: Found) -> bool:
    """Whether a month ends a span that its verb has not ended: "extending the release through the month of December"."""
    if not isinstance(item.meaning, Dated) or item.meaning.month is None:
        return False
    for place in range(item.first - 1, item.first - 1 - _SPAN_WORDS, -1):
        word = tokens.word(place)
        if word == "through":
            return True
        if word not in OF_A_SPAN:
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
        and tokens.word(item.first - 1) in DETERMINERS
        and (tokens.word(item.last) in OCCASIONS or _is_one_of_its_kind(tokens, item))
    )


def _is_one_of_its_kind(tokens: Tokens, item: Found) -> bool:
    """Whether the day tells what thing is meant, of which nothing was said before: "the stage for a Dec. 8 strike"."""
    start = tokens.starts[item.last] if item.last < len(tokens.starts) else len(tokens.text)
    return tokens.symbol(item.first - 1) == SYMBOL["ARTICLE"] and tokens.text[start : start + 1].islower()


def _is_arranged(tokens: Tokens, place: int, word: str) -> bool:
    """Whether a verb in the present tells of an arrangement: "leaves", "takes office", "the next is"."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    if word in LASTING and before in OF_WHAT_WENT_BEFORE:
        return True
    if word in TIMETABLE:
        # "to leave" and "did not leave" are told by the verb before, "the start" and "an end" are nouns.
        joined = before == "and" and word.endswith("s")
        return (joined or before not in NO_TIMETABLE) and not _is_past(
            tokens, place - 2, tokens.word(place - 2)
        )
    if word in LAST:
        return after == "out"
    if word == "comes" and after in ("on", "back"):
        return True
    if word in ENTERS:
        return after == "into" and tokens.word(place + 2) in IN_FORCE
    if word == "take" and (before == "to" or (before in NOT_DONE and tokens.word(place - 2) in DID)):
        return False
    return (word in ("take", "takes") and after in TAKES) or (word == "is" and after in ("on", "this"))


def _is_done_on(tokens: Tokens, place: int, item: Found) -> bool:
    """Whether the words behind "is" are what is done on a day of the week, and the day."""
    done_on = tokens.word(place + 2) == "on" and place + 3 == item.first
    return done_on and _is_participle(tokens.word(place + 1)) and _is_weekday(item)


def ends_a_span(tokens: Tokens, item: Found) -> bool:
    """Whether the expression may be the end of a span, which lies ahead of its verb alone: "held out until 11 May"."""
    words = {tokens.word(place) for place in range(item.first - _WORDS_BACK, item.first)}
    return not words.isdisjoint(ENDS)


def _begins_sentence(tokens: Tokens, place: int) -> bool:
    """Whether the token begins its sentence, or has only a conjunction before it there: "But until Friday"."""
    if tokens.word(place - 1) in ("and", "but", "up"):
        place -= 1
    return place <= 0 or tokens.symbols[place - 1] in _STOPS or sentence_begins(tokens, place - 1, place)


def _tense_of_plan(tokens: Tokens, item: Found, place: int, word: str) -> Tense:
    if tokens.word(place - 1) == "to" and tokens.word(place - 2) in ARRANGED:
        place, word = place - 2, tokens.word(place - 2)
    if word in ARRANGED:
        before = {tokens.word(earlier) for earlier in range(place - 3, place)}
        counted = isinstance(item.meaning, Length)
        if before & WERE and (
            counted or (isinstance(item.meaning, Dated) and item.meaning.month is not None)
        ):
            return "unknown"
        if before & ONCE or (before & WERE and _counts_from_the_told(item)):
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
        if word in ("will", "shall", "ll") or (word in AIMS and tokens.word(place + 1) == "to"):
            return "future"
        if place == item.last and word in MARKS:
            return "future"
        if word in AM and tokens.word(place + 1) in GOING_THERE and _is_of_somebody(tokens, item, place):
            return "future"  # "on Monday, he's going to Lomar"
        if _is_past(tokens, place, word):
            return "unknown" if _is_called_off(tokens, item, place) else "past"
    return "unknown"


def _is_of_somebody(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether the present at a place, behind a weekday, is a verb's: "he's meeting", and not "Monday's meeting"."""
    if tokens.word(place) == "s" and tokens.word(place - 2) not in SOMEBODY:
        return False
    return _is_weekday(item)


def _is_called_off(tokens: Tokens, item: Found, place: int) -> bool:
    """Whether the verb at a place, behind a date, is of what is done before that date: "has been put off"."""
    if tokens.word(place + 1) == "been":
        return tokens.word(place + 2) in CALLED_OFF
    return tokens.word(place) in WERE and tokens.word(place + 1) in CALLED_OFF and not _is_weekday(item)


def _is_a_name(tokens: Tokens, place: int) -> bool:
    """Whether a capital in a sentence makes a name of what is a verb elsewhere: "at the Met"."""
    capital = tokens.text[tokens.starts[place]].isupper()
    return capital and tokens.word(place - 1) in DETERMINERS


def _is_past(tokens: Tokens, place: int, word: str) -> bool:
    """Whether a word is a verb of the past; "United" with its capital is not, nor is "held" of "to be held"."""
    plainly = word in PAST and not _is_a_name(tokens, place)
    if not plainly and not (
        len(word) > 4 and word.endswith("ed") and tokens.text[tokens.starts[place]].islower()
    ):
        return False
    before = (tokens.word(place - 1), tokens.word(place - 2))
    if tokens.symbol(place - 1) == SYMBOL["HYPHEN"]:
        return False  # "time-honored traditions"
    if "be" in before or before[0] in PRESENT_PASSIVE or before[0] in BEFORE_INFINITIVE:
        return False
    return plainly or (
        before[0] not in DETERMINERS and (before[1] not in DETERMINERS or before[0] not in ADVERBS)
    )
