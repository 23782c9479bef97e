"""What stands around the words of a letter: whom it greets, how it ends, who signs it."""

import re

_LONGEST = 80
"""Characters of a line that greets or ends a letter; chosen: a longer one says something."""
_MOST_SIGNING = 5
"""Lines below "Best regards": a name, an office, an institution, a telephone number."""

_GREETING = re.compile(
    r"(?:Dear|Hello|Hi|Hey|Good (?:morning|afternoon|evening|day)|Greetings|Your Excellenc(?:y|ies)|Excellenc(?:y|ies)|Sir|Madam"
    r"|Sehr geehrte[rn]?|Liebe[rn]?|Hallo|Guten (?:Tag|Morgen|Abend)|Exzellenz|Cher|Chère|Chers|Chères|Bonjour|Bonsoir|Madame"
    r"|Monsieur|Estimad[oa]s?|Querid[oa]s?|Hola|Buenos días|Уважаем\w+|Дорог\w+|Здравствуйте|Добрый \w+|Шановн\w+|Вітаю"
    r"|Доброго \w+|Добрий \w+)\b(?:[^.?!:;,\n]*|[^.?!:;\n]*[,!:])"
)
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*[^\S\n]?){1,3},")
"""A greeting that is the name alone."""
_ENDING = re.compile(
    r"(?:(?:With )?(?:[Bb]est|[Kk]ind(?:est)?|[Ww]arm(?:est)?|[Mm]any) (?:regards|wishes|greetings|thanks)|Best|Regards|Cheers"
    r"|(?:Yours |Very |Most )*[Ss]incerely(?: yours)?|Yours (?:faithfully|truly|ever)|Respectfully(?: yours)?|Cordially"
    r"|Thanks(?: in advance| again)?|Thank you"
    r"|Mit (?:freundlichen|besten|herzlichen) Grü(?:ß|ss)en|(?:Viele|Beste|Herzliche|Liebe) Grü(?:ß|ss)e"
    r"|Hochachtungsvoll|(?:Bien )?[Cc]ordialement|Bien à vous|Salutations(?: distinguées)?|Amicalement"
    r"|(?:Un )?[Ss]aludos?(?: cordial(?:es)?)?"
    r"|Atentamente|С уважением|С наилучшими пожеланиями|З повагою|Із? повагою)(?:[,.!]|(?=\s)|$)\s*"
)
_NAME = re.compile(r"\w+")


def words_of_letter(text: str, start: int, end: int, author: str) -> tuple[int, int]:
    """Return what a letter of ``author`` says from ``start`` to ``end``, without its greeting, its ending and who signs it."""
    first = _end_of_line(text, start, end)
    line = text[start:first].rstrip()
    if (
        _is_short(text, start, first)
        and first < end
        and (_GREETING.fullmatch(line) or _NAMED.fullmatch(line))
    ):
        start = first
    last = _start_of_ending(text, start, end, author)
    while start < last and text[start].isspace():
        start += 1
    while last > start and text[last - 1].isspace():
        last -= 1
    return start, last


def _start_of_ending(text: str, start: int, end: int, author: str) -> int:
    name = set(_NAME.findall(author.lower()))
    edge = end
    for _ in range(_MOST_SIGNING + 1):
        line = max(text.rfind("\n", start, edge) + 1, start)
        words = text[line:edge].strip()
        if len(words) > _LONGEST or line <= start:
            break
        found = _ENDING.match(words)
        signs = _NAME.match(words, found.end()) if found else None
        # "Best regards, Mara" in one line, as a mail with long lines has it.
        if found and (found.end() == len(words) or (signs and signs[0].lower() in name)):
            return line
        edge = len(text[:line].rstrip())
    line = max(text.rfind("\n", start, end) + 1, start)
    signed = set(_NAME.findall(text[line:end].lower()))
    return line if signed and signed <= name and line > start else end


def _end_of_line(text: str, start: int, end: int) -> int:
    line = text.find("\n", start, end)
    return end if line < 0 else line


def _is_short(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST and bool(text[start:end].strip())
