"""What a page says to those who do not pay for it."""

import pytest

from index.readers import html
from index.readers.metadata.origin import Origin
from index.readers.parts.notices import without_notices
from tests.index.readers.file_samples import SENTENCES, article, page


@pytest.mark.parametrize(
    "notice",
    [
        "This article is for subscribers only. Subscribe for 1 euro a month to read the full story. Cancel at any time.",
        "Sign in if you already have an account with us.",
        "Stay informed\u00a0with\u00a0The Example Gazette, your source for news.",
        "Get real-time updates on the talks in our app.",
        "You can also check: Tides in Lunnport | Ferries in Lunnport | Fish in Lunnport",
        "To continue reading, create a free account.",
        "Already a subscriber? Log in.",
        "Dieser Artikel ist exklusiv für Abonnenten. Jetzt abonnieren!",
        "Article réservé aux abonnés. Abonnez-vous pour 1 euro.",
        "Contenido exclusivo para suscriptores.",
        "Материал доступен по подписке.",
    ],
)
def test_a_notice_is_left_out(notice: str) -> None:
    body = article() + f"<div class='paywall'><p>{notice}</p></div>"
    (document,) = html.read(page(body), Origin(name="a.html", key="/a.html"))
    assert document.text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize(
    "line",
    [
        "The ministry will subscribe to the protocol in May.",
        "“This article is for subscribers only,” the page said when the envoy opened it.",
        "He asked the parties to continue the talks.",
        "The draft story is for members of both delegations to judge.",
    ],
)
def test_what_an_article_tells_is_none(line: str) -> None:
    assert without_notices([line]) == [line]


def test_only_the_end_of_a_text_is_looked_at() -> None:
    lines = ["Log in to read the treaty, the portal says.", *map(str, range(8))]
    assert without_notices(lines) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Tags: divers, ferry",
        "© 2016 Dyke Post. Reproduction only with permission.",
        "Press office: +49 30 555 0101",
        "For information media. Not an official record.",
        "Last modified: 2015-01-01",
        "- Send by mail",
        "#stamps #ford",
        "***",
        "Riproduzione riservata",
        "Next: Song of the day",
    ],
)
def test_what_stands_below_an_article_is_left_out(line: str) -> None:
    assert without_notices(["The gate is open.", line]) == ["The gate is open."]


def test_the_words_that_an_article_is_filed_under_are_left_out() -> None:
    assert without_notices(["The gate is open.", "Tags:", "divers", "ferry"]) == ["The gate is open."]


@pytest.mark.parametrize(
    "line", ["Next year the gate is rebuilt.", "Print runs fell by half.", "Contacts between them go on."]
)
def test_a_last_sentence_stays(line: str) -> None:
    assert without_notices(["The gate is open.", line])[-1] == line


@pytest.mark.parametrize(
    "line",
    [
        "Article content",
        "End of Article",
        "Recommended Videos",
        "Most read in Football",
        "Get daily National news",
        "MORE: Envoys meet at the ferry",
        "- 3.Advertisement 1Story continues below",
        "This is a breaking new story - more to follow",
    ],
)
def test_lines_between_paragraphs_that_are_none_are_left_out(line: str) -> None:
    assert without_notices(["The gate is open.", line, "The bridge is closed."]) == [
        "The gate is open.",
        "The bridge is closed.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Our Standards: The Thomson Reuters Trust Principles.",
        "Get in touch with our news team by emailing us at news@example.org.",
        "Please read our Comment Policy before commenting.",
        "Buying through us may earn us a commission, which supports our work.",
        "Ida Lund covers the harbour. Follow Ida on Twitter @idalund.",
        "With files from The Associated Press and Olof Sandberg",
        "First published in The Conversation.",
        "For the latest breaking news from the harbour, sign up for our newsletters.",
    ],
)
def test_what_asks_a_reader_and_says_whose_an_article_is_is_left_out(line: str) -> None:
    assert without_notices(["The gate is open.", line]) == ["The gate is open."]


@pytest.mark.parametrize(
    "line",
    [
        "More from the delegation is expected on Monday.",
        "The commission may earn the trust of both sides.",
        "Lund said that he would follow her on the council.",
        "The report was first published in 2019.",
    ],
)
def test_what_tells_something_is_kept(line: str) -> None:
    assert without_notices(["The gate is open.", line]) == ["The gate is open.", line]


def test_a_list_of_other_stories_at_the_end_is_left_out() -> None:
    article = ["The gate is open, and the first carts crossed at dawn on Monday."] * 4
    others = ["More from The Post", "Harvest fails", "The barley of the north is lost."]
    assert without_notices([*article, *others]) == article
    assert without_notices([*others, *article]) == [*others, *article]
    assert without_notices([*article, *others, "x" * 301])[-1] == "x" * 301


def test_links_of_a_post_are_taken_out_of_its_words() -> None:
    line = "The gate is open! pic.twitter.com/PbK0B7UjJM"
    assert without_notices([line, "It closes at dusk."]) == ["The gate is open!", "It closes at dusk."]
