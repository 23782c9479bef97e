"""How the paragraphs of a preamble begin, and the lines that name who decides."""

import re

RECALLING = re.compile(
    r"(?:Acknowledging|Acting under|Affirming|Alarmed|Anxious|Appalled|Appreciating|Aware of|Bearing in mind|Believing|Commending"
    r"|Concerned|Condemning|Confident|Confirming|Conscious|Considering|Convinced|Deeply|Deploring|Desiring|Desirous|Determined"
    r"|Determining|Disturbed|Emphasi[sz]ing|Encouraged|Expressing|Fully|Gravely|Guided by|Having|Inspired|Mindful|Noting"
    r"|Observing|Paying tribute|Pursuant to|Reaffirming|Recalling|Recogni[sz]ing|Regretting|Reiterating|Resolved|Seeking"
    r"|Stressing|Taking (?:account|into|note)|Underlining|Underscoring|Welcoming|Wishing)\b"
)
"""How the paragraphs of a preamble begin, which say why an agreement is made."""
DECIDERS = re.compile(
    r"(?:The (?:Parties|Contracting|High Contracting|States Parties|Security Council|General Assembly|Governments? of)"
    r"|Die (?:Hohen )?Vertrag(?:s|schließenden )?[Pp]arteien|Les (?:Hautes )?Parties|Las (?:Altas )?Partes"
    r"|Сторони|Стороны|Високі Договірні|Высокие Договаривающиеся|Договаривающиеся)\b"
)
"""How the line begins that names who decides."""
BODY = re.compile(r"The [A-Z]\w+(?: (?:of |the )*[A-Z]\w+){0,4},")
"""The line of a resolution that names who decides."""
WHEREAS = re.compile(r"(?:[Ww]hereas|WHEREAS|[Hh]aving regard)\b")
"""How recitals begin that stand in a resolution of a parliament, with a letter or a dash before them."""
PARLIAMENTARY = re.compile(
    r"^[^\S\n]*[–—-][^\S\n]+having regard to\b|^[^\S\n]*[A-Z]\.[^\S\n]+whereas\b", re.MULTILINE
)
"""A recital of such a resolution."""
