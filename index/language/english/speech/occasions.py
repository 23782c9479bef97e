"""When and on what occasion something is said, in words."""

import re

BOUNDING = re.compile(
    r"(?:since|until|till|before|after|by|between|from|than|of|to|through|for)\s+(?:the\s+|about\s+|late\s+|early\s+)?$",
    re.IGNORECASE,
)
"""A preposition before a date that bounds a time, and is no day of saying."""

OCCASION = re.compile(
    r"\b(?:comments?|remarks?|statements?|interviews?|speech|address|conference|briefing|reporters|said|told|spoke|announced"
    r"|posted|wrote)\b"
)
"""Words of an occasion on which something is said: its day is that of the words quoted after it."""

SPOKEN_BY = re.compile(
    r"(?:corrected:?\s+|full text:?\s+|transcript:?\s+|prepared\s+|opening\s+|closing\s+)*"
    r"(?:remarks|statement|speech|address|message|testimony|keynote)\b(?:[^:|]{0,60}?\b(?:by|from)|\s+of)\s+(?:the\s+)?(?P<who>\S.*)",
    re.IGNORECASE,
)
"""A title that names whose words a page is: "Remarks by President Lind"."""
