"""What excerpts are together, or say of a claim, in words that both faces show above them."""

from index.model import Claim, Together

TOGETHER: dict[Together, str] = {
    "list": "What was found, in the order of time; there may be more:",
    "participants": "Those that were found, in the order of time; there may be more:",
    "demands": "The demands that were found, in the order of time; there may be more:",
    "terms": "The terms that were found, in their order; there may be more:",
    "summary": "What the documents tell of it, in the order of time:",
    "comparison": "Side by side, each in the words of the documents:",
    "position": "What was found of it, in the order of time; there may be more:",
    "reasons": "The reasons that were found, the nearest first:",
}

CLAIMED: dict[Claim, str] = {
    "whole": "The documents say this:",
    "part": "The documents do not say all of this. A part of it is said here:",
}
