"""Who a label of a transcript is: "QUESTION:" is a reporter, "THE PRESIDENT:" an office, "MS. LIND:" a person by name."""

import re

QUESTION_LABELS = frozenset(
    "q question questions reporter reporters journalist press participant audience member media".split()
)
"""Words of labels of those who ask, in small letters: "QUESTION", "AUDIENCE MEMBER", "REPORTER 2"."""

ASKER = "a reporter"
"""What a speaker is called whose label says only that he asks."""

NO_LABELS = frozenset(
    """note update editor background summary location date time subject from to cc source sources photo video caption
    read more related topics tags contact media release statement headline""".split()
)
"""Words that stand before a colon at the beginning of a paragraph and name nobody."""

_COURTESY = (
    "MR|MS|MRS|DR|SEN|REP|GOV|GEN|COL|LT|ADM|AMB|SIR|LORD|LADY|DAME"
    "|Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Gen|Col|Amb|Sir|Lord|Lady|Dame"
)
COURTESY = re.compile(rf"(?:{_COURTESY})\.?\s+")
"""A courtesy title or rank before a name."""

OFFICES = re.compile(
    r"(?:THE |The )?(?:VICE PRESIDENT|PRESIDENT|PRIME MINISTER|CHANCELLOR|FOREIGN MINISTER|DEFEN[CS]E MINISTER|MINISTER|"
    r"(?:UNDER |DEPUTY |ASSISTANT )?SECRETARY(?:[ -]GENERAL)?|GENERAL|ADMIRAL|AMBASSADOR|ADMINISTRATOR|SENATOR|GOVERNOR|"
    r"SPEAKER|KING|QUEEN|POPE|CHAIRMAN|CHAIRWOMAN|CHAIR|DIRECTOR|COMMISSIONER|SPOKESPERSON|FIRST LADY)\b\s*",
    re.IGNORECASE,
)
"""Words of office at the beginning of a label: what remains is a surname, or nothing."""


def is_question_label(label: str) -> bool:
    """Whether ``label`` says only that somebody asks."""
    words = [word.strip(".:#") for word in label.lower().split()]
    return bool(words) and all(word in QUESTION_LABELS or word.isdigit() or not word for word in words)
