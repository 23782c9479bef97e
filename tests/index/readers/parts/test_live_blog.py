"""Live blogs: pages that declare or show their entries, and texts with times."""

import json
from datetime import date
from pathlib import Path

import pytest

from index import Index
from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from index.readers.parts.entries import find_entries

HEAD = (
    '<!DOCTYPE html><html lang="en"><head><title>Ceasefire talks live: back at the table</title>'
    '<meta property="article:published_time" content="2025-01-15T06:02:00Z">{}</head><body>{}</body></html>'
)
UPDATES = (
    {
        "@type": "BlogPosting",
        "headline": "Cabinet approves draft",
        "datePublished": "2025-01-15T20:41:00+02:00",
        "articleBody": "The cabinet approved the draft.\nNineteen voted for it.",
    },
    {
        "@type": "BlogPosting",
        "headline": "Walkout",
        "datePublished": "2025-01-15T14:02:00Z",
        "articleBody": "They left.",
    },
    {
        "@type": "BlogPosting",
        "datePublished": "2025-01-14T23:50:00Z",
        "articleBody": "Talks resume tomorrow.",
    },
)
DECLARED = (
    '<script type="application/ld+json">'
    + json.dumps({"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": UPDATES})
    + "</script>"
)
BLOCKS = (
    "<main><article><h1>Ceasefire talks live: back at the table</h1><p class='byline'>By Jonas Ferrer and others</p>"
    "<ul><li>The cabinet has approved the draft.</li></ul><div class='live-feed'>"
    '<section><time datetime="2025-01-15T20:41:00Z">22:41 EET</time><h2>Cabinet approves draft</h2>'
    "<p>The cabinet approved the draft.</p><button>Share</button></section>"
    '<section><p class="published"><time datetime="2025-01-15T14:02:00Z">16:02 EET</time></p>'
    '<p class="updated">Updated <time datetime="2025-01-15T15:00:00Z">17:00 EET</time></p>'
    "<h2>Walkout</h2><p>The delegation walked out.</p></section>"
    '<section><time datetime="2025-01-14T23:50:00Z">01:50 EET</time><p>Talks resume tomorrow at noon.</p></section>'
    "</div></article></main>"
)


def read(page: str, name: str = "live.html") -> Document:
    (document,) = read_bytes(
        page.encode(), Origin(name=name, key=f"/docs/{name}", url="https://post.example/live/talks")
    )
    assert isinstance(document, Document)
    return document


def entries(document: Document) -> list[tuple[str, str]]:
    return [
        (part.name, document.text[part.start : part.end])
        for part in document.structure
        if part.label == "entry"
    ]


def test_entries_that_a_page_declares() -> None:
    assert entries(
        read(
            HEAD.format(
                DECLARED, "<main><article><h1>Live</h1><p>Follow the talks here.</p></article></main>"
            )
        )
    ) == [
        (
            "15 January 2025, 20:41",
            "20:41\n\nCabinet approves draft\n\nThe cabinet approved the draft.\n\nNineteen voted for it.",
        ),
        ("15 January 2025, 14:02", "14:02\n\nWalkout\n\nThey left."),
        ("14 January 2025, 23:50", "23:50\n\nTalks resume tomorrow."),
    ]


def test_two_entries_that_a_page_declares_and_does_not_show_are_a_blog() -> None:
    updates = [
        {"@type": "BlogPosting", "datePublished": f"2025-03-20T{hour}:41:00Z", "articleBody": words}
        for hour, words in (
            (20, "The chamber passed the accord."),
            (15, "Speaker Ona Breck opened the debate."),
        )
    ]
    page = {"@type": "LiveBlogPosting", "headline": "Vote", "liveBlogUpdate": updates}
    html = (
        f"<title>Vote</title><script type='application/ld+json'>{json.dumps(page)}</script>"
        "<h1>Vote</h1><p>The chamber votes.</p>"
    )
    (document,) = read_bytes(html.encode(), Origin(name="vote.html", key="vote"))
    assert isinstance(document, Document)
    assert [part.name for part in document.structure if part.label == "entry"] == [
        "20 March 2025, 20:41",
        "20 March 2025, 15:41",
    ]


def test_entries_that_a_page_shows_have_the_time_that_it_shows() -> None:
    document = read(HEAD.format("", BLOCKS))
    assert entries(document) == [
        ("15 January 2025, 22:41", "22:41 EET\n\nCabinet approves draft\n\nThe cabinet approved the draft."),
        ("15 January 2025, 16:02", "16:02 EET\n\nWalkout\n\nThe delegation walked out."),
        ("15 January 2025, 01:50", "01:50 EET\n\nTalks resume tomorrow at noon."),
    ]
    assert document.text.startswith("The cabinet has approved the draft.\n\n22:41 EET")


def test_a_list_of_articles_with_times_is_no_live_blog() -> None:
    document = read(HEAD.format("", BLOCKS).replace("live", "today"), "a.html")
    assert entries(document) == []


def test_a_vote_is_an_event_of_its_minute_and_days_count_from_the_entry(tmp_path: Path) -> None:
    (tmp_path / "live.html").write_text(HEAD.format(DECLARED, BLOCKS))
    with Index.open(tmp_path / "parley.db") as index:
        index.add([tmp_path / "live.html"])
        events = {event.text: event for event in index.timeline()}
        vote = events["The cabinet approved the draft."]
        assert (vote.earliest, vote.granularity) == (date(2025, 1, 15), "time")
        assert vote.citations[0].place == "15 January 2025, 22:41"
        assert events["Talks resume tomorrow at noon."].earliest == date(2025, 1, 16)
        (excerpt, *_) = index.ask("When was the walkout of the delegation?").excerpts
        assert excerpt.text == "The delegation walked out."
        assert excerpt.place == "15 January 2025, 16:02"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "20:41 GMT - The cabinet approved the draft today.\n\n14:02 GMT - The delegation walked out at once.\n\n"
            "23:50 GMT - Talks will resume here tomorrow.\n",
            ["15 January 2025, 20:41", "15 January 2025, 14:02", "14 January 2025, 23:50"],
        ),
        (
            "9.30am: The delegations arrived at the hotel.\n\n2.15pm: They left it again in anger.\n\n"
            "11.40pm: They came back for the night.\n\n1.05am: The talks ended without a word.\n",
            [
                "15 January 2025, 09:30",
                "15 January 2025, 14:15",
                "15 January 2025, 23:40",
                "16 January 2025, 01:05",
            ],
        ),
        (
            "2041 GMT: The cabinet approved the draft today.\n\n1402 GMT: The delegation walked out at once.\n\n"
            "0930 GMT: Talks will resume here tomorrow.\n",
            ["15 January 2025, 20:41", "15 January 2025, 14:02", "15 January 2025, 09:30"],
        ),
        (
            "--- 20:41 ---\nThe cabinet approved the draft.\n\n--- 14:02 ---\nThe delegation walked out.\n\n"
            "--- 09:30 ---\nTalks resume tomorrow.\n",
            ["15 January 2025, 20:41", "15 January 2025, 14:02", "15 January 2025, 09:30"],
        ),
        (
            "- **21:30** Engineers report a crack in the bridge.\n- **23:55** Both generals agree to close it.\n"
            "- **00:40** Ambulances may cross one by one.\n",
            ["15 January 2025, 21:30", "15 January 2025, 23:55", "16 January 2025, 00:40"],
        ),
        (
            "Wednesday, 15 January\n\n20:41\nThe cabinet approved the draft today.\n\n14:02\nThe delegation walked out.\n\n"
            "Monday, 13 January\n\n12:00\nThe talks will begin here tomorrow.\n",
            ["15 January 2025, 20:41", "15 January 2025, 14:02", "13 January 2025, 12:00"],
        ),
    ],
)
def test_times_at_the_beginning_of_paragraphs_begin_entries(text: str, names: list[str]) -> None:
    data = f"---\ntitle: Live\ndate: 2025-01-15\n---\n{text}".encode()
    (document,) = read_bytes(data, Origin("live.md", "/docs/live.md"))
    assert [name for name, _ in entries(document)] == names


@pytest.mark.parametrize(
    "text",
    [
        "10:00 Opening\n\n10:30 Coffee\n\n11:00 Closing\n",
        "At 10:00 they met. They left at noon.\n\nAt 11:00 they met again. That was all.\n",
        "00:01 Welcome to the programme, everybody.\n\n00:15 We begin with the news of today.\n\n00:31 Our guest is here.\n",
    ],
)
def test_other_times_begin_none(text: str) -> None:
    (document,) = read_bytes(text.encode(), Origin("a.txt", "/docs/a.txt"))
    assert entries(document) == []


@pytest.mark.parametrize(
    "question", ["At what time did the delegation walk out?", "What time did the cabinet approve the draft?"]
)
def test_the_time_of_an_entry_answers_when_its_words_say_none(tmp_path: Path, question: str) -> None:
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents([read(HEAD.format("", BLOCKS))])
        answer = index.ask(question)
    assert answer.strength == "strong"
    assert answer.excerpts[0].place in ("15 January 2025, 16:02", "15 January 2025, 22:41")


def test_the_time_beside_an_age_and_the_day_beside_a_time_are_read() -> None:
    said = (
        "<main><article><h1>Live: talks</h1><div class='live-feed'>"
        "<section><time datetime='2025-01-15T13:02:00Z'>2h ago</time><span class='abs-time'>14.02 CET</span>"
        "<p>They walked out.</p><aside><h3>Related</h3></aside></section>"
        "<section><p class='timestamp'><span>Posted at</span><span>23:10 14 Jan</span></p><p>They sat down.</p></section>"
        "<section><p class='timestamp'>Posted at 21:00 14 Jan</p><p>They came.</p></section>"
        "</div></article></main>"
    )
    assert entries(read(HEAD.format("", said))) == [
        ("15 January 2025, 14:02", "14.02 CET\n\nThey walked out."),
        ("14 January 2025, 23:10", "23:10 14 Jan\n\nThey sat down."),
        ("14 January 2025, 21:00", "21:00 14 Jan\n\nThey came."),
    ]


def test_the_day_before_a_time_is_read() -> None:
    entries_shown = "".join(
        f"<section><h2>{head}</h2><div class='update-timestamp'>{stamp}</div><p>{words}</p></section>"
        for head, stamp, words in (
            ("Deal reached", "Oct. 1, 2024, 8:41 p.m. ET", "The sailors accepted a raise of nine per cent."),
            ("Islands cut off", "Oct. 1, 2024, 11:02 a.m. ET", "The island of Nan has bread until Friday."),
            ("Walkout", "Sept. 30, 2024, 10:30 p.m. ET", "Sailors left the ferries at the stroke of ten."),
        )
    )
    found = read(
        "<html><head><title>Ferry strike: live updates</title>"
        "<meta property='article:published_time' content='2024-10-01T09:00:00-04:00'></head><body><main>"
        f"<h1>Ferry strike: live updates</h1><div class='live-updates'>{entries_shown}</div></main></body></html>"
    )
    assert [name for name, _ in entries(found)] == [
        "1 October 2024, 20:41",
        "1 October 2024, 11:02",
        "30 September 2024, 22:30",
    ]


def test_the_day_above_the_times_of_a_page_is_that_of_its_entries() -> None:
    found = read(
        "<html><head><title>Summit of Oke</title>"
        "<meta property='article:published_time' content='2025-02-03T18:00:00+00:00'></head><body><article>"
        "<h1>Summit of Oke</h1><h2>Tuesday, 4 February 2025</h2><p>11:40 The mediator reads out the final text.</p>"
        "<p>08:15 Buses with delegates leave the hotel.</p><h2>Monday, 3 February 2025</h2>"
        "<p>23:10 The night session ends after an argument.</p></article></body></html>"
    )
    assert [name for name, _ in entries(found)] == [
        "4 February 2025, 11:40",
        "4 February 2025, 08:15",
        "3 February 2025, 23:10",
    ]


def test_entries_that_are_lines_of_their_own_have_the_day_above_them_in_the_year_of_the_title() -> None:
    text = (
        "Dock talks, 4 and 5 October 2018\n\nThursday 4 October\n\n8.05am: Delegates walk in singing.\n"
        "2.15pm: The mediator proposes a bonus of 400 florins.\n\nFriday 5 October\n\n1.05pm: Both sides sign in the canteen."
    )
    names = [part.name for part in find_entries(text, None) if part.label == "entry"]
    assert names == ["4 October 2018, 08:05", "4 October 2018, 14:15", "5 October 2018, 13:05"]


def shown(title: str, feed: str, published: str = "2025-01-22T18:00:00+01:00") -> list[str]:
    found = read(
        f"<html><head><title>{title}</title><meta property='article:published_time' content='{published}'></head>"
        f"<body><main><h1>{title}</h1><div class='feed'>{feed}</div></main></body></html>"
    )
    return [name for name, _ in entries(found)]


def updates(told: list[tuple[str, str]], block: str) -> str:
    return "".join(block.format(clock, words) for clock, words in told)


NIGHT = [
    ("01:20", "The ministers have left the castle."),
    ("00:05", "Midnight has passed without a deal."),
    ("22:40", "The minister for farms walked out."),
    ("19:15", "Dinner is served in the hall."),
]
OVER_MIDNIGHT = [
    "23 January 2025, 01:20",
    "23 January 2025, 00:05",
    "22 January 2025, 22:40",
    "22 January 2025, 19:15",
]


@pytest.mark.parametrize(
    "block",
    [
        "<div class='update'><div class='time'>{}</div><p>{}</p></div>",
        "<div class='card'><span class='card-clock'>{}</span><p>{}</p></div>",
        "<section><header><time>{}</time></header><p>{}</p></section>",
        "<p><strong>{}</strong><br>{}</p>",
        "<div class='post'><a class='permalink' href='#1'>#17 {}</a><p>{}</p></div>",
        "<div class='entry'><b>{} –</b> {}</div>",
        "<section><p class='meta'>Updated at {}</p><p>{}</p></section>",
        "<section><div class='time'><span>21 mins ago</span> {}</div><p>{}</p></section>",
        "<h3>{}</h3><p>{}</p>",
    ],
)
def test_a_blog_goes_on_over_midnight(block: str) -> None:
    assert shown("Live: summit of Aarn", updates(NIGHT, block)) == OVER_MIDNIGHT
    assert shown("Live: summit of Aarn", updates(NIGHT[::-1], block)) == OVER_MIDNIGHT[::-1]


def test_the_day_between_the_blocks_of_a_page_is_that_of_those_below() -> None:
    block = "<section><time>{}</time><p>{}</p></section>"
    feed = "<h2>Tuesday 21 January</h2>".join((updates(NIGHT[2:3], block), updates(NIGHT[2:], block)))
    assert shown("Talks live", "<h2>Wednesday 22 January</h2>" + feed) == [
        "22 January 2025, 22:40",
        "21 January 2025, 22:40",
        "21 January 2025, 19:15",
    ]


def test_the_times_that_the_entries_of_a_page_declare_in_microdata_are_theirs() -> None:
    posts = "".join(
        "<div itemprop='liveBlogUpdate' itemscope itemtype='https://schema.org/BlogPosting'>"
        f"<meta itemprop='datePublished' content='2025-03-03T{clock}:00+01:00'>"
        f"<div itemprop='articleBody'><p>{words}</p></div></div>"
        for clock, words in NIGHT
    )
    assert shown(
        "Tunnel inquiry", f"<div itemscope itemtype='https://schema.org/LiveBlogPosting'>{posts}</div>"
    ) == [f"3 March 2025, {clock}" for clock, _ in NIGHT]


@pytest.mark.parametrize("title", ["Переговоры в Арске. Онлайн", "EN DIRECT - Sommet de Grêle", "Talks"])
def test_a_title_in_another_language_or_the_class_of_a_block_tells_a_live_blog(title: str) -> None:
    block = "<div class='{}'><div class='Stamp'>{{}}</div><p>{{}}</p></div>".format(
        "LiveBlogItem" if title == "Talks" else "post"
    )
    assert shown(title, updates(NIGHT, block)) == OVER_MIDNIGHT


def test_a_strip_of_news_beside_an_article_is_none() -> None:
    strip = updates(
        [("14:05", "Rain in Oke."), ("13:10", "Fog in Tarn."), ("12:00", "Snow.")],
        "<li><time>{}</time> {}</li>",
    )
    story = (
        "<article>"
        + "<p>The ministers of nine states met in the castle of Aarn and spoke about grain for hours.</p>" * 4
        + "</article>"
    )
    assert shown("Ministers meet", f"<div class='live-feed'><ul>{strip}</ul></div>{story}") == []


TABLE = (
    "<table><tr><th>Time</th><th>What happened</th></tr>"
    "<tr><td>08:30</td><td>The general arrived at the bridge.</td></tr>"
    "<tr><td>10:05</td><td>The commission agreed to remove the mines.</td></tr>"
    "<tr><td>12:50</td><td>A bus crossed the bridge.</td></tr></table>"
)


def test_rows_that_tell_what_happened_at_which_time_are_entries() -> None:
    assert shown("The border meeting", TABLE) == [
        "22 January 2025, 08:30",
        "22 January 2025, 10:05",
        "22 January 2025, 12:50",
    ]
    timetable = TABLE.replace("The general arrived at the bridge.", "Vesk").replace(
        "A bus crossed the bridge.", "Oke"
    )
    assert shown("Buses", timetable) == []


def test_the_time_that_heads_a_line_is_no_word_of_its_event(tmp_path: Path) -> None:
    lines = (
        "[13:15] The owners sent a new offer. It runs to eleven pages.\n"
        "[15:33] The lock-out of the glassworks is over.\n[17:58] Both sides went home to their beds.\n"
    )
    (tmp_path / "notes.md").write_text(f"---\ntitle: Notes\ndate: 2025-10-07\n---\n{lines}")
    (tmp_path / "table.html").write_text(HEAD.format("", f"<article><h1>At the border</h1>{TABLE}</article>"))
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add([tmp_path / "notes.md", tmp_path / "table.html"])
        told = [event.text for event in index.timeline()]
    assert told == [
        "The general arrived at the bridge.",
        "The commission agreed to remove the mines.",
        "A bus crossed the bridge.",
        "The owners sent a new offer.",
        "The lock-out of the glassworks is over.",
        "Both sides went home to their beds.",
    ]


def test_the_times_that_a_page_declares_for_its_headlines_are_those_of_its_entries() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": headline, "datePublished": f"2025-01-15T{clock}:00Z"}
        for headline, clock in (("Truce holds", "19:45"), ("Aid waits", "15:20"), ("Envoy comes", "09:05"))
    ]
    declared = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    cards = "".join(
        f"<li><span class='age'>2h ago</span><h2>{one['headline']}</h2><div><p>The monitors told us so.</p></div></li>"
        for one in updates
    )
    page = HEAD.format(
        f"<script type='application/ld+json'>{declared}</script>", f"<main><ul>{cards}</ul></main>"
    )
    assert [name for name, _ in entries(read(page))] == [
        "15 January 2025, 19:45",
        "15 January 2025, 15:20",
        "15 January 2025, 09:05",
    ]


def test_rows_with_a_day_before_the_time_are_entries_of_that_day() -> None:
    table = (
        "<table><tr><td rowspan='2'>3 February 2023</td><td>05:40</td><td>The first shells fell on the depot.</td></tr>"
        "<tr><td>22:15</td><td>The mayor asked for a truce.</td></tr>"
        "<tr><td>4 February 2023</td><td>09:00</td><td>Two buses left with children.</td></tr></table>"
    )
    assert shown("Chronology of the siege", table) == [
        "3 February 2023, 05:40",
        "3 February 2023, 22:15",
        "4 February 2023, 09:00",
    ]


def test_entries_that_a_page_declares_as_items_of_a_list() -> None:
    items = [{"@type": "ListItem", "item": update} for update in UPDATES]
    blog = {"@type": "LiveBlogPosting", "liveBlogUpdate": {"@type": "ItemList", "itemListElement": items}}
    head = f"<script type='application/ld+json'>{json.dumps(blog)}</script>"
    assert [name for name, _ in entries(read(HEAD.format(head, "<p>Follow the talks here.</p>")))] == [
        "15 January 2025, 20:41",
        "15 January 2025, 14:02",
        "14 January 2025, 23:50",
    ]


def test_the_title_and_the_days_are_no_words_of_an_entry() -> None:
    text = (
        "Strike talks in Port Amity\nMonday, 18 November 2024\n\n20:10 Talks resume. The chair is late.\n\n"
        "21:40 The pilots raise their demand to 6 per cent.\n\nTuesday, 19 November 2024\n\n"
        "00:15 The talks end. They go on at noon."
    )
    (document,) = read_bytes(text.encode(), Origin("a.txt", "/docs/a.txt"))
    assert isinstance(document, Document)
    words = {part.name or "above": text[part.start : part.end] for part in reversed(document.structure)}
    assert words["above"] == "Strike talks in Port Amity\nMonday, 18 November 2024"
    assert words["18 November 2024, 21:40"] == "21:40 The pilots raise their demand to 6 per cent."
    assert words["19 November 2024, 00:15"].endswith("go on at noon.")
