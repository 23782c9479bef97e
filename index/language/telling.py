"""Whether a text is in a language, told by its script and by the words that every sentence of a language has.

What the words of a language that is not known say is not understood, so nothing is read into them: their dates, events and
quotations are left out.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from index.language.sentences import paragraphs, paragraphs_of
from index.model import Sentence, Span

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]")
_LOOKED_AT = 2_000
"""Characters of a paragraph, and of the beginning of a text, that are looked at: more of them say the same."""
_FEWEST_WORDS = 8
"""Words from which a paragraph tells its language by itself; a shorter one is of the language of its text."""
_FOREIGN_LETTERS = 0.4
"""Share of letters outside of a language's own from which a text is in another script: a name or two in it are not."""
_FEWEST_FOREIGN = 2
"""Words of another language from which a text may be in it: one alone may be a name."""
_COMMON_WORDS = 0.08
"""Share of the words of a text that are among the commonest of its language; chosen: prose has three times as many, and letters
read at random have fewer."""
_CHARACTERS_A_WORD = 200
"""Characters in which English prose has one of its plain words at least once, and other languages have none."""

_OTHERS = {
    "Spanish": """
        el la los las de del y en que se un una por con para su al lo como más no fue son es sus ha han pero
        sobre este entre desde
    """,
    "French": """
        le la les des du de et en un une que qui dans pour sur au aux par est sont ce cette avec pas plus il elle
        ont été se son ses
    """,
    "German": """
        der die das und in den von zu mit des auf für ist im dem nicht ein eine als auch es an werden aus er hat
        dass sich bei nach
    """,
    "Italian": """
        il lo la gli le di del della e che in un una per con non è sono nel alla dei da al si ha ma come anche
        più dal delle
    """,
    "Portuguese": """
        o os as de do da dos das e que em um uma para com não por na no se mais foi ao como são sua seu pela pelo
        entre
    """,
    "Dutch": """
        de het een van en in op te dat is voor met zijn die niet aan er om ook als door naar bij uit werd heeft
        hebben maar
    """,
    "Polish": """
        w i na z do się nie że to o jest po dla od przez przy jak za są ich oraz a ze jego który która będzie
    """,
    "Turkish": """
        ve bir bu da de için ile olarak olan daha çok gibi en kadar sonra göre ancak ise var değil tarafından
    """,
    "Swedish": """
        och i att det som en på är av för med den till ett har de inte om var från han vi men kan efter
    """,
    "Romanian": """
        și de la în a cu pe un o că din pentru care nu este să au mai al ale sau prin după între
    """,
    "Indonesian": """
        yang dan di dengan untuk pada dari ini itu dalam tidak akan oleh telah ada juga ke sebagai bahwa adalah
    """,
    "Czech": """
        a v na se je že s z do o k i jako pro za po by ve ale jsou od však podle už který byl
    """,
    "Hungarian": """
        a az és hogy nem is egy meg volt van csak már még ezt mint ha azt el fel után szerint
    """,
    "Vietnamese": """
        và của các là có cho trong được với không những một này đã để từ trên người khi về đến
    """,
}
_WORDS_OF = {name: frozenset(common.split()) for name, common in _OTHERS.items()}
_LANGUAGES_WITH = {
    word: tuple(name for name, held in _WORDS_OF.items() if word in held)
    for words in _WORDS_OF.values()
    for word in words
}


@dataclass(frozen=True, slots=True)
class Telltale:
    """What tells that a text is in a language: its name, its letters as a set of a regular expression, words that are in every
    text of it, and among them, each between two spaces, those that no other language has."""

    name: str
    letters: str
    common: frozenset[str]
    plain: tuple[str, ...] = ()

    def count_letters(self, text: str) -> int:
        """Return how many characters of ``text`` are letters of the language."""
        return len(re.findall(f"[{self.letters}]", text))


def is_in(
    telltale: Telltale, text: str, *, unless_told: bool = True, rivals: Sequence[Telltale] = ()
) -> bool:
    """Tell whether ``text`` is in the language, and not in one of its ``rivals``, or another that is listed here.

    ``unless_told`` is the answer for a text of too few words to tell.
    """
    told = _told(telltale, rivals, text, (0, len(text)))
    return unless_told if told is None else told


def language_of(text: str, known: Sequence[Telltale]) -> str | None:
    """Return the name of the language that ``text`` is in, one of those ``known`` or listed here; None where it is in no such.

    A language is told by its commonest words, of which prose has one in four; a text without prose is in none.
    """
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    counts = Counter(name for word in words for name in _LANGUAGES_WITH.get(word, ()))
    for telltale in known:
        counts[telltale.name] = sum(word in telltale.common for word in words)
    name, count = max(counts.items(), key=lambda found: found[1], default=("", 0))
    return name if count >= max(_FEWEST_FOREIGN, _COMMON_WORDS * len(words)) else None


def paragraphs_in(
    telltale: Telltale, text: str, spans: Sequence[Span] | None = None, rivals: Sequence[Telltale] = ()
) -> list[bool]:
    """Tell which of the paragraphs of ``text``, those at ``spans`` or all, are in the language."""
    found = [_told(telltale, rivals, text, span) for span in (paragraphs(text) if spans is None else spans)]
    if None not in found:
        return [bool(told) for told in found]
    whole = is_in(telltale, text, rivals=rivals)
    return [whole if told is None else told for told in found]


def sentences_in(telltale: Telltale, text: str, sentences: Sequence[Sentence]) -> list[bool]:
    """Tell which of the sentences of ``text`` stand in a paragraph in the language."""
    return by_sentence(paragraphs_in(telltale, text, paragraphs_of(sentences)), sentences)


T = TypeVar("T")


def by_sentence(of_paragraphs: Sequence[T], sentences: Sequence[Sentence]) -> list[T]:
    """Return for each of the ``sentences`` of a text what holds for its paragraph."""
    found: list[T] = []
    paragraph, number = -1, 0
    for sentence in sentences:
        if sentence.paragraph != number:
            paragraph, number = paragraph + 1, sentence.paragraph
        found.append(of_paragraphs[paragraph])
    return found


def _told(telltale: Telltale, rivals: Sequence[Telltale], text: str, span: Span) -> bool | None:
    """Return whether what stands at ``span`` is in the language, None where it has too few words to tell."""
    start, end = span[0], min(span[1], span[0] + _LOOKED_AT)
    held = 0
    for word in telltale.plain:
        held += text.count(word, start, end)
        if held and held * _CHARACTERS_A_WORD >= end - start:
            return True
    looked_at = text[start:end]
    # The dot stands between the cells of a row, and is of no language.
    plain = looked_at.replace("·", "").isascii() and telltale.letters.isascii()
    if not plain:
        letters = len(_LETTERS.findall(looked_at))
        if letters and 1 - telltale.count_letters(looked_at) / letters > _FOREIGN_LETTERS:
            return False
    words = _WORD.findall(looked_at.lower())
    own = sum(map(telltale.common.__contains__, words))
    shared = [_LANGUAGES_WITH[word] for word in filter(_LANGUAGES_WITH.__contains__, words)]
    foreign = 0
    if len(shared) > own:
        # Else no other language has as many.
        spoken = Counter(name for names in shared for name in names if name != telltale.name)
        foreign = max(spoken.values(), default=0)
    for rival in rivals:
        foreign = max(foreign, sum(word in rival.common for word in words))
    if len(words) < _FEWEST_WORDS:
        return None if own or foreign < _FEWEST_FOREIGN else False
    if foreign > own and foreign >= _FEWEST_FOREIGN:
        return False
    # A text in a language that is not listed here has none of these words, and letters that English does not write.
    return bool(own) or plain
