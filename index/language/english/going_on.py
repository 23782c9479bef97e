"""How a sentence goes on from those before it."""

import re

_GOES_ON = re.compile(
    r"[\"“‘]|`|\W*(?:(?:But|And|Then|Later|Afterwards?|Meanwhile|There|Also)\b,?\s*)?(?:(?:on|in|by)\s[^,]{3,20},\s*)?"
    r"(?:he|she|they|it|his|her|their|its|this|that|these|those|both|there|the\s+(?:two|three|sides?|parties|envoys?|latter|same|talks|pair"
    r"|meetings?|delegations?|negotiations?|leaders|ministers|negotiators|visit|deal|agreement|truce))\b",
    re.IGNORECASE,
)
"""Words with which a sentence goes on from those before it."""

_REFERS_BACK = re.compile(
    r"^\W*(?:he|she|they|it|his|her|their|its|this|these|those|both|the two|that|such|here|there|then)\b"
    r"|^\W*(?:but|and|so|however|instead|also|moreover|still|meanwhile),?\s+(?:he|she|they|it|this|that|these|those)\b",
    re.IGNORECASE,
)
"""First words that stand for what was named before."""


def goes_on(words: str) -> bool:
    """Tell by the first ``words`` of a sentence whether it goes on from those before it: "Later, they met"."""
    return _GOES_ON.match(words) is not None


def refers_back(sentence: str) -> bool:
    """Tell whether a sentence opens with what stands for something named before it: "However, they met"."""
    return _REFERS_BACK.match(sentence) is not None
