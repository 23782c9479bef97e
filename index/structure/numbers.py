"""Numbers of articles and points, as people write them, in one plain form: "V", "five", "fifth" and "5" are "5"."""

import re

ROMAN = r"[IVXLC]{1,8}"
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
"""The ordinals from the first to the twentieth."""
WORDS = {word: str(value) for words in (_WORDS, ORDINALS) for value, word in enumerate(words, 1)}
"""The numbers from one to twenty and their ordinals."""

NAMED = {
    "premier": "1", "première": "1", "primero": "1", "primeiro": "1", "primo": "1", "перша": "1", "первая": "1", "друга": "2",
    "вторая": "2", "третя": "3", "третья": "3", "четверта": "4", "четвёртая": "4", "четвертая": "4",
}  # fmt: skip
"""Numbers that other languages write in words behind what they count: "Article premier", "Частина друга"."""

_LETTERS_NOT_NUMBERS = frozenset("clCL")
_CYRILLIC_ROMAN = str.maketrans("ІХСіхс", "IXCixc")


def plain_number(written: str) -> str:
    """Return the number in plain form, in lower case where it is a letter; what is no number is returned in lower case.

    A single "C" or "L" is a letter: annexes are lettered more often than there are a hundred of them.
    """
    word = written.strip().rstrip(".)").lstrip("(")
    lowered = word.lower()
    if lowered in WORDS or lowered in NAMED:
        return WORDS.get(lowered) or NAMED[lowered]
    digits = re.fullmatch(r"0*(\d+)(?:st|nd|rd|th|[ºª°]|-?[а-яіїє]{1,3})?", lowered)
    if digits:
        return digits[1]
    inserted = re.fullmatch(r"0*(\d+)\s?(bis|ter|quater)", lowered)
    if inserted:
        return inserted[1] + inserted[2]
    value = roman_value(word.translate(_CYRILLIC_ROMAN))
    return lowered if value is None else str(value)


def roman_value(word: str) -> int | None:
    """Return the value of a Roman number, None for what is none."""
    if not word or word in _LETTERS_NOT_NUMBERS or _ROMAN_FORM.fullmatch(word) is None:
        return None
    values = [_VALUES[letter] for letter in word.lower()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
