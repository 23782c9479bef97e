"""Twelve pages of news and of offices, in layouts of twelve kinds, around invented stories: what a reader of each must find."""

# ruff: noqa: E501

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

BODY = (
    "Negotiators from Ostvale and Norrland agreed in Lucerne to reopen the Tarvo corridor, two officials who took part in the "
    "meeting said.",
    "The corridor has been closed since a convoy was shelled near the village of Illovo, and both sides have blamed each other for "
    "the attack ever since.",
    "Under the plan, observers will count vehicles at four posts and report to a joint commission every week, according to a draft "
    "that was shown to reporters.",
    "“Nobody got all that they wanted,” said Ilse Varga, who leads the delegation of Norrland, as she left the hotel by the lake.",
    "The two delegations will meet again next month to settle who pays for the repair of the bridge at Sorn.",
)
GERMAN = (
    "Unterhändler aus Ostvale und Norrland haben sich in Luzern darauf geeinigt, den Korridor von Tarvo wieder zu öffnen, wie zwei "
    "Beamte nach dem Treffen sagten.",
    "Der Korridor ist geschlossen, seit bei dem Dorf Illovo ein Konvoi beschossen wurde, und beide Seiten geben einander seither "
    "die Schuld an dem Angriff.",
    "Beobachter sollen nach dem Plan an vier Posten Fahrzeuge zählen und jede Woche einer gemeinsamen Kommission berichten.",
    "Die beiden Delegationen treffen sich im nächsten Monat wieder, um zu klären, wer die Brücke von Sorn bezahlt.",
)
TITLE = "Tarvo corridor to reopen after talks in Lucerne"


@dataclass(frozen=True)
class Story:
    html: str
    title: str = TITLE
    published: date = date(2025, 3, 14)
    first: str = BODY[0]
    last: str = BODY[-1]


def paragraphs(body: Sequence[str] = BODY, attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{words}</p>\n" for words in body)


def page(head: str, body: str, language: str = "en") -> str:
    return f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


NAVIGATION = (
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/opinion">Opinion</a></li>'
    "</ul></nav></header>"
)
FOOTER = '<footer><p>© 2025 The Courier. All rights reserved.</p><ul><li><a href="/privacy">Privacy</a></li></ul></footer>'
RELATED = (
    '<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Ferries at Sorn stand still for a third day</a></li>'
    '<li><a href="/b">Who is Ilse Varga? A portrait of the delegate</a></li></ul></aside>'
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h4>Get the morning briefing</h4><p>Sign up to our daily newsletter for the stories that matter, '
    'delivered to your inbox every morning.</p><form><input type="email"><button>Subscribe</button></form></div>'
)
COMMENTS = (
    '<section id="comments" class="comments"><h2>3 Comments</h2><div class="comment"><p class="author">lakeside77</p><p>They should '
    'have opened it years ago, if anybody had asked the people who live there.</p></div><div class="comment"><p>Agree with the post '
    "above, this was long overdue and everybody knows it.</p></div></section>"
)


def json_ld() -> Story:
    data = (
        '{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Courier"},{"@type":"NewsArticle","headline":"'
        + TITLE
        + '","datePublished":"2025-03-14T18:05:00+01:00","dateModified":"2025-03-16T08:00:00+01:00"}]}'
    )
    return Story(
        page(
            f'<title>{TITLE} | The Courier</title><script type="application/ld+json">{data}</script>',
            f"{NAVIGATION}<main><article><h1>{TITLE}</h1><div class='byline'>By Dario Quint</div>{paragraphs()}</article></main>{FOOTER}",
        )
    )


def open_graph() -> Story:
    return Story(
        page(
            f'<title>Courier</title><meta property="og:title" content="{TITLE}"><meta property="og:type" content="article">'
            '<meta property="article:published_time" content="2025-03-14T09:12:00Z">',
            f"{NAVIGATION}<div id='content'><h1>{TITLE}</h1>{paragraphs()}</div>{FOOTER}",
        )
    )


def date_in_text() -> Story:
    return Story(
        page(
            f"<title>{TITLE} - Ministry of Foreign Affairs</title>",
            f"{NAVIGATION}<div class='page'><h1>{TITLE}</h1><p class='date'>14 March 2025</p>{paragraphs()}</div>{FOOTER}",
        )
    )


def teasers() -> Story:
    boxes = "".join(
        f'<div class="teaser"><a href="/t{number}"><h3>Harbour dues rise again in the north, says the guild</h3><p>The guild of seamen has '
        "raised its dues for the third time this year.</p></a></div>"
        for number in range(4)
    )
    return Story(
        page(
            f'<title>{TITLE}</title><meta name="date" content="2025-03-14">',
            f"{NAVIGATION}<section class='top-stories'>{boxes}</section><article><header><h1>{TITLE}</h1></header>{paragraphs()}</article>"
            f"<section class='more-news'><h2>More news</h2>{boxes}</section>{FOOTER}",
        )
    )


def related_links() -> Story:
    first, *rest = (f"<p>{words}</p>" for words in BODY)
    inline = '<p><strong>Read more:</strong> <a href="/a">Ferries at Sorn stand still for a third day</a></p>'
    return Story(
        page(
            f'<title>{TITLE}</title><meta itemprop="datePublished" content="2025-03-14">',
            f"{NAVIGATION}<article><h1>{TITLE}</h1>{first}{inline}{''.join(rest)}{RELATED}</article>{FOOTER}",
        )
    )


def captions() -> Story:
    figure = (
        '<figure><img src="/i.jpg" alt="A bridge"><figcaption>The bridge at Sorn, seen from the north bank. Photo: Mika Stern / The '
        "Courier</figcaption></figure>"
    )
    body = "".join(f"<p>{words}</p>{figure if number == 1 else ''}" for number, words in enumerate(BODY))
    return Story(
        page(
            f'<title>{TITLE}</title><meta property="article:published_time" content="2025-03-14T22:30:00+00:00">',
            f"{NAVIGATION}<article><h1>{TITLE}</h1>{figure}{body}</article>{FOOTER}",
        )
    )


def paywall() -> Story:
    wall = (
        '<div class="paywall"><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in. Get unlimited access to The Courier '
        "for one crown a week.</p></div>"
    )
    return Story(
        page(
            f'<title>{TITLE}</title><meta property="article:published_time" content="2025-03-14">',
            f"{NAVIGATION}<article><h1>{TITLE}</h1>{paragraphs(BODY[:3])}{wall}</article>{FOOTER}",
        ),
        last=BODY[2],
    )


def newsletter() -> Story:
    body = "".join(f"<p>{words}</p>{NEWSLETTER if number == 2 else ''}" for number, words in enumerate(BODY))
    return Story(
        page(
            f"<title>{TITLE}</title>",
            f"{NAVIGATION}<article><h1>{TITLE}</h1><time datetime='2025-03-14T07:00'>Friday</time>{body}{NEWSLETTER}</article>{FOOTER}",
        )
    )


def comments() -> Story:
    return Story(
        page(
            f'<title>{TITLE}</title><meta name="DC.date.issued" content="2025-03-14">',
            f"{NAVIGATION}<article class='post'><h1 class='entry-title'>{TITLE}</h1><div class='entry-content'>{paragraphs()}</div></article>"
            f"{COMMENTS}{FOOTER}",
        )
    )


def german() -> Story:
    return Story(
        page(
            "<title>Korridor von Tarvo wird wieder geöffnet</title>",
            "<nav><a href='/'>Start</a> <a href='/politik'>Politik</a></nav><article><h1>Korridor von Tarvo wird wieder geöffnet</h1>"
            f"<p class='meta'>Stand: 14. März 2025, 18:05 Uhr</p>{paragraphs(GERMAN)}</article><footer>Impressum · Datenschutz</footer>",
            "de",
        ),
        title="Korridor von Tarvo wird wieder geöffnet",
        first=GERMAN[0],
        last=GERMAN[-1],
    )


def old_tables() -> Story:
    cells = "<br><br>".join(BODY)
    return Story(
        page(
            f"<title>{TITLE}</title>",
            "<table width='100%'><tr><td width='150'><a href='/'>Home</a><br><a href='/news'>News</a></td><td><font size='5'><b>"
            f"{TITLE}</b></font><br><i>Published: March 14, 2025</i><br><br>{cells}</td></tr></table>",
        )
    )


def divisions() -> Story:
    body = "".join(f'<div class="sc-1a2b3c">{words}</div>' for words in BODY)
    return Story(
        page(
            f'<title>{TITLE} – The Gull</title><meta name="twitter:title" content="{TITLE}">'
            '<meta name="parsely-pub-date" content="2025-03-14T10:00:00Z">',
            f"<div id='root'><div class='hdr'><a href='/'>The Gull</a></div><div class='main'><h1>{TITLE}</h1><div class='share'>Share this "
            f"story</div><div class='body'>{body}</div></div><div class='ftr'>About us</div></div>",
        )
    )


PAGES: Mapping[str, Callable[[], Story]] = {
    made.__name__: made
    for made in (
        json_ld,
        open_graph,
        date_in_text,
        teasers,
        related_links,
        captions,
        paywall,
        newsletter,
        comments,
        german,
        old_tables,
        divisions,
    )
}
