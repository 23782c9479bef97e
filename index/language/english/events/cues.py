"""Words that make of a dated sentence a plan, a report, or a moment behind another."""

import re

CLOCK_ALONE = re.compile(
    r"(?:(?:at|about|around|by|until|from|up\s+to)\s+)?(?:\d{1,2}(?:[:.]\d{2}){0,2}\s?(?:[ap]\.?\s?m\.?)?|noon|midday|midnight)(?:\s+[A-Z]{2,4})?\Z",
    re.IGNORECASE,
)
"""A time of the day and nothing else."""

OF_THOSE_WHO_TALK = re.compile(r"\b(?:I|we|us|me|you|my|our|your)\b", re.IGNORECASE)
"""Words of those who talk with each other."""

CONTRACTED = re.compile(
    r"(?:I|We|You|They|He|She|It|That|There|Here|What|Who)[’'](?:m|ll|ve|d|re|s)\b|(?:I|We|You|They|He|She|It|That|There|Here|What|Who)\Z"
)
"""A capital that is nobody's name."""

JOINED_PARTICIPLE = re.compile(
    r"-(?:led|brokered|mediated|backed|run|based|occupied|controlled|held|sponsored|supported|funded|supplied|made|ordered)?\Z"
)
"""A participle that is joined to a name: "the US-brokered deal"."""

PLAN = re.compile(
    r"\b(?:(?:intend|plan|prepare)(?:s|d|ed)? to (?!in\b|by\b|on\b|th|an?\b|it\b)|scheduled (?:to|for)"
    r"|agree(?:s|d)? to (?:meet|hold|talk|speak|continue talks|resume)"
    r"|(?:is|are|was|were) (?:set|due|scheduled|expected|slated|poised|planned) (?:to|for|on)"
    r"|(?:is|are) to (?:meet|hold|host|sign|travel|visit|speak|begin|start|resume|convene|attend)"
    r"|will (?:then |also |soon )?(?:meet|hold|host|sign|travel|visit|speak|talk|begin|start|resume|convene|attend"
    r"|announce|discuss|send|withdraw|release))\b",
    re.IGNORECASE,
)

NAMED_PLAN = re.compile(
    r"\b(?:the|an?|this|that|his|her|its|their|our|your|no|any|announced|unveiled|revealed|made|has|had|have|with|of|on|about|for|outlined"
    r"|shared|presented|discussed)\s+(?:[\w’'-]+\s+){0,4}?plans?\s+to\s+\Z",
    re.IGNORECASE,
)

OF_US = re.compile(r"\b(?:[Ww]e|I)\b")
"""Whose intentions are no announcement: "we plan to work on an agreement"."""

RUMOUR = re.compile(
    r"\b(?:reportedly|rumou?red|(?:is|are|was|were)\s+said\s+to|(?:may|might)\s+(?:have|be|look))\b",
    re.IGNORECASE,
)
"""Words of what nobody stands for: no news of the minute in which they were written."""

OF_YOU = re.compile(r"\b[Yy]ou(?:r|rs)?\b")
"""Whose meetings are talk: "they will come up to you and talk"."""

AFTERWARDS = re.compile(
    r"\W*(?:(?:after|following|during|at) (?:the|that|this|their|those|these) (?:\w+ )?"
    r"(?:meetings?|talks|calls?|summit|visit|session|negotiations|conversation|ceremony|conference|speech|vote|attack|strike)"
    r"|afterwards?|shortly after(?:wards)?|(?:then|later)(?!\s+(?:talks|rounds?|meetings?|[a-z]+(?:s|ing))\s+(?!the\b|an?\b)))\b",
    re.IGNORECASE,
)

AFTER_WHAT = re.compile(
    r"\b(?:after|following|in\s+response\s+to|because\s+of|in\s+the\s+wake\s+of|despite|since)\s+(?:[\w’'-]+\s+){1,8}\Z"
)

TO_COME = re.compile(r"\b(?:will|shall|going\s+to)\b|[’']ll\b")
"""Verbs of what is still to come."""
