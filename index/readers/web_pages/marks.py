"""How pages mark what an element is: the words of its class and id."""

import re
from typing import Any

ARTICLE = re.compile(r"(?:article|story|entry|post)[_-]{0,2}(?:content|body|text)\b")
"""The class of what holds the article itself, whatever it is called beside."""


def marks(element: Any) -> str:
    """Return the class and the id of an element, in small letters."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower()
