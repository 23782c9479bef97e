"""What a page sets around an article is no sentence of it, and a sentence of it is never taken for that."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Index
from index.language.furniture import (
    after_dateline,
    after_furniture,
    is_furniture,
    is_number_alone,
    place_of_dateline,
)
from tests.growth.measuring import too_steep
from tests.growth.shapes import Shape


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Share Tweet",
        "Facebook Twitter Email Print",
        "Share this article",
        "Share this story on Facebook",
        "Advertisement",
        "Story continues below advertisement",
        "READ MORE",
        "Read more: Ostvale opens the corridor on 3 June",
        "Read More »",
        "Read more about the corridor here.",
        "See also: The depot at Hallen",
        "Related stories",
        "More on this story",
        "Most read",
        "Subscribe to our newsletter",
        "Sign up for our daily briefing on the depot.",
        "Updated 5 hours ago",
        "3 min read",
        "Photo: Ada Varn / Agency",
        "Photo: Ada Varn at the depot on 28 May 2024 / Agency",
        "(Photo by Ada Varn/Getty Images)",
        "Ada Varn/AFP via Getty Images",
        "REUTERS/Ada Varn",
        "By Ada Varn",
        "By Ada Varn and Bo Sato, The Daily Courier",
        "(Reporting by Ada Varn in Lucerne; Editing by Bo Sato.)",
        "LUCERNE, 26 May (Agency) -",
        "BRUSSELS, December 2 (Xinhua) --",
        "Share\nTweet\nAdvertisement",
        "RELATED: Sato says the ferry will close on 9 March",
        "(AP Photo/Ada Varn)",
        "Image source, Getty Images",
        "© 2024 The Ferry Post.",
        "Copyright 2024 The Ferry Post",
        "All rights reserved.",
        "Ada Varn in Lucerne contributed to this report.",
    ],
)
def test_a_line_of_furniture_is_one(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell after the talks.",
        "Share this article of the treaty with your delegates, Varn told the envoys.",
        "Share of the vote: 40 %",
        "Facebook, Telegram and WhatsApp",
        "Read more books, the minister told pupils.",
        "Read more about it in the annex, Orsic said.",
        "Related to this, the sides agreed on a list of prisoners.",
        "Advertisement of the tender begins on 3 June.",
        "Subscribe to the protocol, he said.",
        "Sign up for the force by 3 June.",
        "Updated lists of prisoners were handed over 5 hours ago.",
        "Published: 26 May 2024",
        "Five hours ago the sides signed the protocol.",
        "Photographs of the depot were shown to the council.",
        "Photo: the mediator says that the depot was empty",
        "By Friday the sides had agreed on a text.",
        "By 3 June the corridor opens",
        "By Order of the Minister",
        "Reporting by Amnesty shows that 97 prisoners were freed.",
        "But again, I’m not going to get into —",
        "And (inaudible) —",
        "First, John —",
        "Ostvale / Marenia",
        "Watch the border, Orsic said.",
        "See also what Article 5 says.",
        "Related: the sides said that the ferry will close.",
        "Ostvale and Marenia contributed to this report.",
        "Forty states contributed to this report.",
        "Copyright 2024 rules were signed on Friday.",
        "All rights reserved by the treaty are listed in Annex II.",
        "Minutes later, both sides left.",
        "",
    ],
)
def test_a_sentence_near_to_one_is_none(sentence: str) -> None:
    assert not is_furniture(sentence)
    assert after_furniture(sentence, (0, len(sentence))) == 0


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("1.", True),
        ("(a)", True),
        ("12.3.", True),
        ("iv)", True),
        ("Article 2\n\n1.", True),
        ("Section IV. 3.", True),
        ("Article 2", False),
        ("1. The Parties met.", False),
        ("No.", False),
        ("We do.", False),
        ("2025", False),
        ("Article 2\nCessation\n1.", False),
    ],
)
def test_a_number_alone_tells_nothing(words: str, alone: bool) -> None:
    assert is_number_alone(words) is alone


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("VELSK, March 14 (NPA) - Sarne and Moldrik agreed on it.", "VELSK"),
        ("LUCERNE, 26 May (Agency) - The envoys met on Friday.", "LUCERNE"),
        ("The envoys met in Lucerne on Friday.", None),
        ("ORSIC — I agree.", None),
    ],
)
def test_a_dateline_names_its_place(text: str, place: str | None) -> None:
    found = place_of_dateline(text, (0, len(text)))
    assert (text[slice(*found)] if found else None) == place


@pytest.mark.parametrize(
    ("sentence", "report"),
    [
        ("LUCERNE, 26 May (Agency) - The sides met in the hall.", "The sides met in the hall."),
        ("GENEVA (AP) — The talks ended.", "The talks ended."),
        ("MOSCOW, March 5 -- The envoy left.", "The envoy left."),
        ("Geneva (Reuters) - The talks ended.", "The talks ended."),
        ("UNITED NATIONS – The council met.", "The council met."),
        ("FLINT, Mich., Oct. 4 (UPI) — The envoy criticized the act.", "The envoy criticized the act."),
        ("WASHINGTON - A visa program will end.", "A visa program will end."),
        ("TEL AVIV, Israel (AP) — “We agreed,” Varn said.", "“We agreed,” Varn said."),
        ("ZÜRICH, 3. Mai (dpa) – Ostvale and Marenia met.", "Ostvale and Marenia met."),
        ("Share\nTweet\nLUCERNE (AFP) - The talks ended.", "The talks ended."),
    ],
)
def test_a_report_begins_behind_its_dateline(sentence: str, report: str) -> None:
    assert sentence[after_furniture(sentence, (0, len(sentence))) :] == report


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO – the alliance of the west – met in Geneva.",
        "ORSIC — I said that the corridor is open.",
        "PRESIDENT ORSIC — The corridor is open today.",
        "Pavel Orsic (Marenia) - The corridor is open.",
        "Second round, 14 May 2025 – The sides met in the hall.",
        "CHAIR - Ada Varn",
        "DEADLINE - Friday of next week at noon.",
        "OZ HAS BEEN INVESTIGATED BY CONGRESS — The senate asked for papers.",
        "Vale — The envoy of Ostvale — left on Friday.",
        "And so, stay —\nOrsic said so on Friday.",
        "LUCERNE-Geneva trains were stopped on Friday.",
        "The talks — Ostvale's third — ended.",
    ],
)
def test_a_dash_alone_makes_no_dateline(sentence: str) -> None:
    assert after_dateline(sentence, (0, len(sentence))) == 0


@given(st.text(max_size=300), st.text(max_size=20))
def test_what_is_behind_furniture_lies_in_its_span(before: str, text: str) -> None:
    span = len(before), len(before) + len(text)
    assert span[0] <= after_furniture(before + text + before, span) <= span[1]


@pytest.mark.parametrize(
    "unit", ["Share\n", "share ", "By A", "A / ", "LU, ", "L-", "(AP) - ", "read more: ", " ", "\n"]
)
def test_time_does_not_grow_faster_than_the_text(unit: str) -> None:
    assert (
        too_steep(lambda text: lambda: after_furniture(text, (0, len(text))), Shape(unit), shortest=2**12)
        is None
    )
    assert too_steep(lambda text: lambda: is_furniture(text), Shape(unit), shortest=2**12) is None


PAGE = "\n\n".join(
    [
        "By Jane Doe",
        "Share this article",
        "LUCERNE, 26 May (Agency) - The sides agreed to reopen the grain corridor, the mediator said on Wednesday.",
        "Read more: Orsic says that the grain corridor opens on 3 June.",
        "Advertisement",
        "Both sides will return to Lucerne on 4 June to discuss the depot again.",
        "Subscribe to our newsletter for news about the grain corridor",
        "Reporting by Jane Doe in Lucerne; editing by John Roe, 27 May 2024.",
    ]
)


REPORT = "The sides agreed to reopen the grain corridor, the mediator said on Wednesday."


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Talks", text=PAGE, published=date(2024, 5, 29))])
        yield index


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the sides agree to reopen?", REPORT),
        (
            "When will both sides return to Lucerne?",
            "Both sides will return to Lucerne on 4 June to discuss the depot again.",
        ),
    ],
)
def test_an_excerpt_is_without_furniture(pages: Index, question: str, words: str) -> None:
    answer = pages.ask(question)
    assert answer.answered
    first = answer.excerpts[0]
    assert first.document.text[first.start : first.end] == words


def test_furniture_is_neither_an_answer_nor_near_to_one(pages: Index) -> None:
    answer = pages.ask("Where is the newsletter about the grain corridor?")
    shown = [one.document.text[one.start : one.end] for one in (*answer.excerpts, *answer.nearest)]
    assert shown and not any(map(is_furniture, shown))


def test_a_dateline_is_shown_where_nothing_else_tells_the_day(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Talks", text=PAGE)])
        first = index.ask("When did the sides agree to reopen the grain corridor?").excerpts[0]
        assert first.document.text[first.start : first.end].startswith("LUCERNE, 26 May (Agency) - The sides")


def test_furniture_is_no_event_and_no_quotation_nor_glued_to_one(pages: Index) -> None:
    events = [one.document.text[one.start : one.end] for one in pages.timeline()]
    assert events == [REPORT, "Both sides will return to Lucerne on 4 June to discuss the depot again."]
    quoted = [one.document.text[one.start : one.end] for one in pages.quotes()]
    assert quoted == ["The sides agreed to reopen the grain corridor"]


@pytest.mark.parametrize(
    "line", ["Reporting by &", "By |", "Written by /", "Photo by ,", "Share", "Copyright 2024 &"]
)
def test_a_line_that_names_nobody_holds_nothing_up(line: str) -> None:
    assert is_furniture(line) in {True, False}
