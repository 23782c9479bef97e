"""How a sentence goes on from those before it."""

import re

_GOES_ON = re.compile(
    r"[\"“‘]|`|\W*(?:(?:But|And|Then|Later|Afterwards?|Meanwhile|There|Also)\b,?\s*)?(?:(?:on|in|by)\s[^,]{3,20},\s*)?"
    r"(?:he|she|they|it|his|her|their|its|this|that|these|those|both|there|the\s+(?:two|three|sides?|parties|envoys?|latter|same|talks|pair"
    r"|meetings?|delegations?|negotiations?|leaders|ministers|negotiators|visit|deal|agreement|truce))\b",
    re.IGNORECASE,
)
"""Words with which a sentence goes on from those before it."""


def goes_on(words: str) -> bool:
    """Tell by the first ``words`` of a sentence whether it goes on from those before it: "Later, they met"."""
    return _GOES_ON.match(words) is not None
