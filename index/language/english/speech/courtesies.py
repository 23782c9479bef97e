"""What is said to be polite and tells nothing: "Thank you so much, Madam Vice President."."""

import re

from index.language.patterns import late

_LONGEST = 120
"""Characters; chosen: what is longer tells what it thanks for."""

_NO_MORE = r"(?:[\s,]+(?!for\b|that\b|because\b|and (?:I|we|to)\b)[^\s.!?]+){0,9}"
_COMING = (
    r"(?:[\s,]+(?:all |very much |so much |again )*for (?:the (?:question|invitation|introduction|warm welcome)|coming|joining"
    r"|being|having|hosting|making|taking|your|that|this|the kind|inviting|waiting)\b(?: (?:me|us|you|here|today|time|patience"
    r"|the|effort|to|come|over|hospitality|leadership|friendship|kind|words|welcome|with|again|question|introduction))*)?"
)
_THAT_IS_ALL = (
    r"[Tt]hat(?:['’]s| is| will be) (?:all|it)(?: (?:for|from) (?:today|now|me|us|tonight|this morning))?"
    r"(?: (?:today|for now))?"
)
_ASKED = late(r"\b(?:thank|grateful|gratitude|greet|welcom|wish|polite|courte)", re.IGNORECASE)
_COURTESY = late(
    r"(?:[A-Z][A-Z .'’()-]{2,60}:|(?:Q|A)\b|\W)*\s*"
    r"(?:(?:[Ww]ell|[Aa]nd|[Ss]o|[Oo]kay|OK|[Oo]h|[Yy]es|[Aa]ll right|[Hh]i|[Hh]ello|[Mm]r\. (?:\w+ )?\w+|[Mm]adam (?:\w+ )?\w+"
    r"|[Pp]lease|[Yy]our \w+|and),?\s+){0,3}"
    r"(?:(?:I (?:want|would like|wanted|['’]d like) to )?(?:just )?(?:[Tt]hank (?:you|everyone|everybody)|[Tt]hanks(?! to\b))"
    rf"{_COMING}{_NO_MORE}"
    rf"|[Gg]ood (?:morning|afternoon|evening|day|night){_NO_MORE}"
    r"|(?:[Ii]t['’]?s|[Ii]t is|[Ii]t was)? ?(?:so |very |really |always |also )*(?:good|great|nice|wonderful|lovely|a pleasure"
    rf"|an honou?r|a privilege) to (?:see|be|have|meet|welcome) (?:you|here|with you|back)\b{_NO_MORE}"
    rf"|[Ww]elcome(?: (?:back|everyone|everybody|all))*(?: to the White House)?{_NO_MORE}"
    rf"|[Yy]ou['’]re (?:very )?welcome|[Hh]ow are you{_NO_MORE}|[Pp]lease"
    rf"|{_THAT_IS_ALL}"
    r"|(?:[Ww]ith that,? )?(?:I(?:['’]ll| will| can| am happy to|['’]m happy to)|[Ll]et me|[Hh]appy to|[Ll]et['’]s"
    r"|[Ww]e(?:['’]ll| will)) (?:now )?(?:take|turn to|go to|open it up (?:for|to)) (?:your |a few |some |the |any )?"
    r"(?:first |last )?questions?|[Ww]ith that,? (?:your )?questions|[Nn]ext question|[Ll]ast question|[Gg]o ahead"
    r"|[Yy]es,? (?:in the (?:back|front)|over there|here|you|go ahead)(?: please)?|[Oo]ver to you)"
    rf"(?:[\s.,]+(?:[Aa]nd )?(?:[Tt]hank (?:you|everyone|everybody){_NO_MORE}|{_THAT_IS_ALL}"
    r"|[Pp]lease))?[\s.!?,—–-]*$"
)


def asks_for_courtesy(question: str) -> bool:
    """Tell whether the question asks who thanked, greeted or welcomed whom."""
    return _ASKED.search(question) is not None


def is_courtesy(sentence: str) -> bool:
    """Tell whether a sentence, with or without who says it, only greets, welcomes or thanks, and tells nothing."""
    return len(sentence) <= _LONGEST and _COURTESY.match(" ".join(sentence.split())) is not None
