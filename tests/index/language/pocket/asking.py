"""How it is asked: "κι", who, and "κε", what; "Κε διξα Ταλα δε λο τρατα?" asks for her words of the treaty."""

import re
from collections.abc import Collection, Sequence

from index.language.asking import AnswerKind, AskedWords, Asking, FoundAnswer, Question, plain_question
from index.language.tokens import Analyzer, fold
from tests.index.language.pocket.speech import names

WHO = re.compile(r"κι\b", re.IGNORECASE)
WORDS = re.compile(r"κε διξα (?P<who>[Α-Ω]\w+)(?: δε (?P<about>[^?]+))?\?", re.IGNORECASE)


def analyse(text: str, analyzer: Analyzer) -> Question:
    kind: AnswerKind = "person" if WHO.match(text) else "statement" if WORDS.match(text) else "other"
    return plain_question(text, analyzer, kind)


def words_asked(text: str) -> AskedWords | None:
    match = WORDS.match(text)
    return AskedWords(match["who"], match["about"]) if match else None


def find_answers(text: str, kind: AnswerKind, question_words: Collection[str]) -> Sequence[FoundAnswer]:
    if kind != "person":
        return ()
    found = names(text, (0, len(text)))
    return [
        (one.start, one.start + len(one.name), 1.0) for one in found if fold(one.name) not in question_words
    ]


ASKING = Asking(analyse, words_asked, find_answers=find_answers)
