"""Quoted words that nobody said: each rule at its bound. The verb beside the quotation stands in braces."""

import pytest

from index.language.english.quoted.unspoken import is_headline, is_nickname, is_scare, is_subheading, is_term
from index.language.quotation_marks import QuotedSpan, quoted_spans
from index.model import Span


def quoted_in(text: str) -> QuotedSpan:
    return quoted_spans(text, [(0, len(text))])[0]


def marked(sentence: str) -> tuple[str, QuotedSpan, Span | None]:
    """Return the text without braces, its first quotation, and the span that the braces held."""
    start, end = sentence.find("{"), sentence.find("}") - 1
    text = sentence.replace("{", "").replace("}", "")
    return text, quoted_in(text), (start, end) if start >= 0 else None


@pytest.mark.parametrize(
    ("sentence", "scare"),
    [
        ("He said the “open door”", False),
        # "held a call where they ..."
        ("They {held} a long call “with the teams of both”", True),
        ("They {held} a call “with the teams of both”", False),
        ("They {held} that a long call “with the teams of both”", False),
        ("They {said} a long call “with the teams of both”", False),
        # an aim, and verbs that quote nothing
        ("They {announced} a plan in order to “open the harbour to ships”", True),
        ("They {announced} a plan to “open the harbour to ships”", False),
        ("They {said} they left in order to “open the harbour to ships”", False),
        ("They {signed} an order to “open the harbour to ships”", True),
        ("“open the harbour to all ships” they {signed}", False),
        ("They spoke, {countering} the “open harbour for all ships”", True),
        # a work
        ("“the light of a harbour” {was written} by Holt", True),
        ("Holt {was written} “the light of a harbour”", False),
        ("They {praised} the book “facts not fakes”", True),
        ("They {praised} the book “facts and not just fakes”", False),
        ("They {praised} the book “Facts and not just fakes”", True),
        ("They {praised} the hall “Facts and not just fakes”", False),
        ("They {praised} the hall “Facts and Not Just Fakes”", True),
        ("They {praised} the hall “Facts and Not Just Fakes!”", False),
        ("They {said} “Facts and Not Just Fakes”", False),
        ("They {said} in the large hall “Facts and Not Just Fakes”", True),
        ("They {said} to us all again “Facts and Not Just Fakes”", False),
        ("They {said} to us all once again “Facts and Not Just Fakes”", True),
        ("They {called} the plan they made today “Facts and Not Just Fakes”", False),
        ("They {called} the plan they made all today “Facts and Not Just Fakes”", False),
        ("They {called} the new plan they made all today “Facts and Not Just Fakes”", True),
        ("They {called} on “Facts and Not Just Fakes”", True),
        ("They {announced} it as “Facts and Not Just Fakes”", False),
        ("They {announced} it “Facts and Not Just Fakes”", True),
        # somebody else's words
        ("They {welcomed} the League's announcement of the “strong will”", True),
        ("They {welcomed} the League's announcement of the “strong will of both sides”", False),
        ("The League's announcement of the “strong will” was {said}", False),
        # an aim that is no saying
        ("They agreed {to discuss} the “open door”", True),
        ("They want {to call} it “open door”", False),
        ("They want {to reject} it “open door”", True),
        ("They want {to reject} it “very open door”", False),
        ("They want {to say} “open door”", False),
        # verbs that quote no few words
        ("They {ended} “open and free door” programmes", True),
        ("They {ended} “open and free doors all” programmes", False),
        ("“open door” was {ended}", False),
        ("They {gave} him “thumbs up”", True),
        ("They {gave} him “big thumbs up”", False),
        ("They {gave} a “very big thumbs up”", True),
        ("They {gave} a “very big old thumbs up”", False),
        # far from the verb
        ("They {criticized} all of a plan of his “open door”", False),
        ("They {criticized} all of a new plan of his “open door”", True),
        ("They {criticized} all of a new plan of his “very open door”", False),
        ("They {called} all of a new plan of his “open door”", False),
        ("They {said} of all of a new plan of his “open door”", False),
        ("“open door”, all of a new plan of his they {criticized}", False),
        # only what the noun is
        ("They {praised} the “historic” sums of it", True),
        ("They {praised} the “historic”, sums of it", False),
        ("They {praised} the “historic!” sums of it", False),
        ("They {praised} the “so very big old” sums of it", True),
        ("They {praised} the “historic” of it", False),
        ("They {praised} the (“historic” sums) of it", False),
        ("They {said} the “historic” sums of it", False),
    ],
)  # fmt: skip
def test_few_quoted_words_near_a_verb_that_does_not_quote_them(sentence: str, scare: bool) -> None:
    text, span, cue = marked(sentence)
    assert is_scare(text, span, cue, headline=False) is scare


def test_in_a_headline_a_title_may_be_said() -> None:
    text, span, cue = marked("They {praised} the hall “Facts and Not Just Fakes”")
    assert is_scare(text, span, cue, headline=False)
    assert not is_scare(text, span, cue, headline=True)


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("It binds Norland (the “Parties”) here.", True),
        ("It binds Norland (the “Parties”, both) here.", True),
        ("It binds Norland (the “Parties”; both) here.", True),
        ("It binds Norland (the “Parties” of it) here.", False),
        ("It binds Norland (collectively the “Parties” of it) here.", True),
        ("It binds Norland (hereinafter “Parties” of it) here.", True),
        ("It binds Norland (“Parties”) here.", True),
        ("It binds Norland (who told them “Parties”) here.", False),
        ("It binds Norland (a state) and the “Parties”) here.", False),
        ("It binds what is known as “Parties” here.", True),
        ("It binds what is known to “Parties” here.", False),
        ("It binds “Parties”-like states.", True),
        ("“Party” means a state.", True),
        ("“Party” met a state.", False),
        (f"Known as “{'a' * 60}” here.", False),
        (f"It is known as “{'a' * 60}” here.", True),
        (f"It is known as “{'a' * 61}” here.", False),
        (f"“{'a' * 61}” means a state.", True),
        (f"(the {'a' * 155} “Parties”)", False),
    ],
)  # fmt: skip
def test_a_term_is_defined(sentence: str, term: bool) -> None:
    text, span, _ = marked(sentence)
    assert is_term(text, span) is term


@pytest.mark.parametrize(
    ("sentence", "nickname"),
    [
        ("Pavel “Skipper” Orsic left.", True),
        ("Pavel “skipper” Orsic left.", False),
        ("Pavel “Skip per” Orsic left.", False),
        ("Pavel “Skipper” orsic left.", False),
        ("Pavel “Skipper”-Orsic left.", False),
        ("pavel “Skipper” Orsic left.", False),
        ("Pavel the “Skipper” Orsic left.", False),
        ("A. “Skipper” Orsic left.", True),
        ("Pavel “Skipper”", False),
    ],
)
def test_a_nickname_stands_between_two_names(sentence: str, nickname: bool) -> None:
    text, span, _ = marked(sentence)
    assert is_nickname(text, span) is nickname


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Pilots Strike Again", True),
        ("Pilots Strike", False),
        ("Pilots strike Again Today", False),
        ("Pilots Strike after Talks", True),
        ("Pilots at the Port Strike as in Lomar", True),
        ("over after Pilots Strike", False),
        ("over Pilots Strike", True),
        ("2,000 Pilots “Strike”", True),
        (" ".join(["Pilots"] * 20), True),
        (" ".join(["Pilots"] * 21), False),
        ("Pilots Strike Again" + " " * 300 + "quietly", True),
    ],
)
def test_a_headline_has_capitals(text: str, headline: bool) -> None:
    assert is_headline(text) is headline


@pytest.mark.parametrize(
    ("text", "subheading"),
    [
        ("‘The Long Way Home’", True),
        ("‘The Long way Home’", True),
        ("‘The Long Ways home’", False),
        ("“The Long Way Home”", False),
        ("‘One Two Three Four Five Six Seven Eight’", True),
        ("‘One Two Three Four Five Six Seven Eight Nine’", False),
    ],
)
def test_a_heading_in_single_marks(text: str, subheading: bool) -> None:
    assert is_subheading(text, quoted_in(text)) is subheading
