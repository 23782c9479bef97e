"""Four live blogs of invented talks: two layouts of news pages, one that only declares its entries, and a text with times."""

import json
from collections.abc import Sequence
from datetime import date

WIRE = [
    # time shown, moment declared, headline, paragraphs
    (
        "22.58 CET",
        "2025-02-06T21:58:00.000Z",
        "Closing summary",
        ["Talks in Rosk adjourned at ten. They resume tomorrow at nine."],
    ),
    (
        "20.41 CET",
        "2025-02-06T19:41:00.000Z",
        "Parliament backs mandate",
        ["Parliament has voted 88 to 61 to widen the mandate of the delegation."],
    ),
    (
        "19.15 CET",
        "2025-02-06T18:15:00.000Z",
        "",
        ["Mediator Halvard Brekke has landed in Rosk by helicopter.", "He will speak on Sunday."],
    ),
    (
        "17.02 CET",
        "2025-02-06T16:02:00.000Z",
        "Walkout over prisoners",
        ["The delegation of Tarsia walked out over the list of prisoners."],
    ),
    (
        "15.30 CET",
        "2025-02-06T14:30:00.000Z",
        "",
        ["Two drones were shot down over the port of Selm, the navy said."],
    ),
    (
        "13.20 CET",
        "2025-02-06T12:20:00.000Z",
        "Lunch without handshake",
        ["The foreign ministers ate lunch in separate rooms."],
    ),
    (
        "11.05 CET",
        "2025-02-06T10:05:00.000Z",
        "",
        ["A draft of eleven pages was handed to both sides this morning."],
    ),
    (
        "09.00 CET",
        "2025-02-06T08:00:00.000Z",
        "Welcome",
        ["Talks about the Selm ceasefire open in Rosk today after a shelling last Tuesday."],
    ),
]


def wire() -> bytes:
    """A live page in blocks: an age that changes, the time with a full stop, buttons, an author and related links."""
    blocks = []
    for number, (shown, moment, headline, words) in enumerate(WIRE):
        title = f"<h2 class='dcr-title'>{headline}</h2>" if headline else ""
        blocks.append(
            f"<article id='block-{number}' class='dcr-block' data-component='key-event'>"
            f"<header><a href='#block-{number}'><time datetime='{moment}' data-relativeformat='med'>{number + 1}h ago</time>"
            f"<span class='block-time__absolute'>{shown}</span></a></header>{title}"
            "<div class='contributor'><span>Ida Nor</span></div>"
            + "".join(f"<p>{line}</p>" for line in words)
            + "<aside class='related'><h3>Related</h3><a href='/x'>Explainer: what is the Selm ceasefire?</a></aside>"
            "<footer><button>Share</button><a href='#'>Share on Facebook</a></footer></article>"
        )
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Selm ceasefire talks – live | The Wire</title>"
        "<link rel='canonical' href='https://wire.example/world/live/2025/feb/06/selm-talks'>"
        '<meta property="article:published_time" content="2025-02-06T08:00:00.000Z"></head><body>'
        "<nav><a href='/'>World</a></nav><main data-layout='LiveLayout'><h1>Selm ceasefire talks – live</h1>"
        "<p class='standfirst'>Rolling coverage of the talks in Rosk between Tarsia and Selm.</p>"
        f"<div class='js-liveblog-body'>{''.join(blocks)}</div></main>"
        "<footer><p>© The Wire</p></footer></body></html>"
    ).encode()


STREAM = [
    ("23:47", "4 Jun", ["The convoy has reached the Harnau bridge and is waiting for a pilot car."]),
    (
        "21:10",
        "4 Jun",
        ["President Olga Venn signed the decree on the truce. It takes effect at midnight on Friday."],
    ),
    ("18:33", "4 Jun", ["Grain exports from Harnau rose to 90,000 tonnes last week, the port says."]),
    ("16:05", "4 Jun", ["The opposition leader called the truce a surrender."]),
    ("12:48", "4 Jun", ["Observers counted fourteen explosions near Lipna overnight."]),
    ("08:15", "4 Jun", ["Ambassadors meet the mediator tomorrow."]),
    ("22:40", "3 Jun", ["Envoys left the hotel without a statement. They meet again tomorrow."]),
    ("19:26", "3 Jun", ["The defence ministry denied that tanks had crossed the Ober."]),
]


def stream() -> bytes:
    """A live page as an ordered list of posts whose times are shown alone, with the day."""
    posts = "".join(
        "<li class='lx-stream__post-container'><article class='lx-stream-post' itemtype='http://schema.org/BlogPosting'>"
        f"<time class='lx-stream-post__meta-time'><span class='gs-u-vh'>Posted at</span>"
        f"<span class='qa-post-auto-meta'>{clock} {day}</span></time>"
        f"<h3 class='lx-stream-post__header-title'><span>Update {len(STREAM) - number}</span></h3>"
        f"<div class='lx-stream-post-body'>{''.join(f'<p>{line}</p>' for line in lines)}</div>"
        "<div class='lx-share-tools'><button>Share this post</button></div></article></li>"
        for number, (clock, day, lines) in enumerate(STREAM)
    )
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Truce at Harnau: live updates</title>"
        '<meta property="article:published_time" content="2024-06-03T17:00:00+00:00"></head>'
        "<body class='live-page'><main><h1>Truce at Harnau: live updates</h1>"
        f"<section class='lx-stream'><ol class='lx-stream__feed'>{posts}</ol></section></main></body></html>"
    ).encode()


DECLARED = [
    (
        "2023-10-31T16:20:00+01:00",
        "Turbine deal",
        "Brunn will sell nine turbines to Aland. Delivery begins next month.",
    ),
    (
        "2023-10-31T14:45:00+01:00",
        "Strike called off",
        "Dockers in Brunn called off their strike after the tariff talks.",
    ),
    (
        "2023-10-31T13:05:00+01:00",
        "",
        "Minister Pia Lund says that the tariff on copper falls to four per cent.",
    ),
    ("2023-10-31T11:30:00+01:00", "Copper", "Both sides traded copper worth 70 million crowns yesterday."),
    ("2023-10-31T10:10:00+01:00", "", "The Aland delegation demanded a clause on fishing quotas."),
    (
        "2023-10-31T08:55:00+01:00",
        "First session",
        "The first session lasted forty minutes. The next is on Thursday.",
    ),
    (
        "2023-10-30T21:30:00+01:00",
        "",
        "Negotiators dined at the Town Hall of Brunn. They begin tomorrow morning.",
    ),
]


def declared() -> bytes:
    """A page that loads its entries by a script and declares them for search engines."""
    posting = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "name": "Tariff talks"},
            {
                "@type": ["LiveBlogPosting", "NewsArticle"],
                "headline": "Tariff talks in Brunn: as it happened",
                "datePublished": "2023-10-30T18:00:00+01:00",
                "coverageStartTime": "2023-10-30T18:00:00+01:00",
                "liveBlogUpdate": [
                    {
                        "@type": "BlogPosting",
                        "headline": headline,
                        "datePublished": moment,
                        "articleBody": body,
                        "author": [{"@type": "Person", "name": "Leo Sand"}],
                    }
                    for moment, headline, body in DECLARED
                ],
            },
        ],
    }
    return (
        "<!DOCTYPE html><html lang='en'><head><title>Tariff talks in Brunn: as it happened</title>"
        f'<script type="application/ld+json">{json.dumps(posting)}</script></head><body>'
        "<main><h1>Tariff talks in Brunn: as it happened</h1><p>Aland and Brunn negotiate about copper and quotas in two days "
        "of meetings at the Town Hall.</p><div id='liveblog-root'></div></main></body></html>"
    ).encode()


TICKER = """\
Live: the Kordel hostage talks

Saturday, 9 March 2024

7:12 a.m. — The kidnappers released two drivers at the quarry of Mull.

9:40 a.m. — Negotiator Sven Aro offered fuel in exchange for the children.

1:05 p.m. — A doctor was let into the school. He comes back tomorrow.

11:50 p.m. — Lights in the school went out and the telephone line was cut.

Sunday, 10 March 2024

12:25 a.m. — The line was restored. Aro speaks of progress.

6:30 a.m. — All nineteen children left the school on a bus to Kordel.

10:00 a.m. — The governor resigned. His deputy takes office on Monday.
"""


def ticker() -> bytes:
    """A text with the times of an American newspaper and a line for each day."""
    return TICKER.encode()


FILES = {"wire.html": wire, "stream.html": stream, "declared.html": declared, "ticker.txt": ticker}
"""How each file is made, by its name."""

ENTRIES = [
    ("When do the talks in Rosk resume?", "6 February 2025, 22:58", "resume tomorrow at nine"),
    ("How did parliament vote on the mandate of the delegation?", "6 February 2025, 20:41", "88 to 61"),
    ("Who has landed in Rosk by helicopter?", "6 February 2025, 19:15", "Halvard Brekke"),
    ("Why did the delegation of Tarsia walk out?", "6 February 2025, 17:02", "list of prisoners"),
    ("How many drones were shot down over the port of Selm?", "6 February 2025, 15:30", "Two drones"),
    ("Where did the foreign ministers eat lunch?", "6 February 2025, 13:20", "separate rooms"),
    ("How many pages has the draft that was handed to both sides?", "6 February 2025, 11:05", "eleven pages"),
    ("When was the shelling before the Selm ceasefire talks?", "6 February 2025, 09:00", "last Tuesday"),
    ("Which bridge has the convoy reached?", "4 June 2024, 23:47", "Harnau bridge"),
    ("Who signed the decree on the truce?", "4 June 2024, 21:10", "Olga Venn"),
    ("How much grain did Harnau export last week?", "4 June 2024, 18:33", "90,000 tonnes"),
    ("What did the opposition leader call the truce?", "4 June 2024, 16:05", "surrender"),
    ("How many explosions were counted near Lipna?", "4 June 2024, 12:48", "fourteen"),
    ("When do ambassadors meet the mediator?", "4 June 2024, 08:15", "tomorrow"),
    ("Who left the hotel without a statement?", "3 June 2024, 22:40", "Envoys"),
    ("What did the defence ministry deny?", "3 June 2024, 19:26", "crossed the Ober"),
    ("How many turbines will Brunn sell to Aland?", "31 October 2023, 16:20", "nine turbines"),
    ("Why did dockers in Brunn call off their strike?", "31 October 2023, 14:45", "tariff talks"),
    ("To what does the tariff on copper fall?", "31 October 2023, 13:05", "four per cent"),
    ("How much was the copper worth that both sides traded?", "31 October 2023, 11:30", "70 million"),
    ("What did the Aland delegation demand?", "31 October 2023, 10:10", "fishing quotas"),
    ("How long did the first session last?", "31 October 2023, 08:55", "forty minutes"),
    ("Where did the negotiators dine?", "30 October 2023, 21:30", "Town Hall of Brunn"),
    ("Where were two drivers released by the kidnappers?", "9 March 2024, 07:12", "quarry of Mull"),
    ("What did Sven Aro offer in exchange for the children?", "9 March 2024, 09:40", "fuel"),
    ("Who was let into the school?", "9 March 2024, 13:05", "doctor"),
    ("When was the telephone line of the school cut?", "9 March 2024, 23:50", "telephone line was cut"),
    ("Who speaks of progress?", "10 March 2024, 00:25", "Aro speaks"),
    ("How many children left the school?", "10 March 2024, 06:30", "nineteen"),
    ("Who resigned?", "10 March 2024, 10:00", "governor resigned"),
]
"""A question for each entry, its day and time, and words of it."""

RELATIVE: Sequence[tuple[str, date, date]] = [
    ("They resume tomorrow at nine", date(2025, 2, 7), date(2025, 2, 7)),
    ("He will speak on Sunday", date(2025, 2, 9), date(2025, 2, 9)),
    ("handed to both sides this morning", date(2025, 2, 6), date(2025, 2, 6)),
    ("shelling last Tuesday", date(2025, 2, 4), date(2025, 2, 4)),
    ("at midnight on Friday", date(2024, 6, 7), date(2024, 6, 7)),
    ("90,000 tonnes last week", date(2024, 5, 27), date(2024, 6, 2)),
    ("Ambassadors meet the mediator tomorrow", date(2024, 6, 5), date(2024, 6, 5)),
    ("They meet again tomorrow", date(2024, 6, 4), date(2024, 6, 4)),
    ("Delivery begins next month", date(2023, 11, 1), date(2023, 11, 30)),
    ("70 million crowns yesterday", date(2023, 10, 30), date(2023, 10, 30)),
    ("The next is on Thursday", date(2023, 11, 2), date(2023, 11, 2)),
    ("They begin tomorrow morning", date(2023, 10, 31), date(2023, 10, 31)),
    ("He comes back tomorrow", date(2024, 3, 10), date(2024, 3, 10)),
    ("takes office on Monday", date(2024, 3, 11), date(2024, 3, 11)),
]
"""Words that count days from their entry, and the first and the last day that they stand for."""
