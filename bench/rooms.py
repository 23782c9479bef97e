"""Draws the picture of the architecture anew: python -m bench.rooms"""

from pathlib import Path

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "rooms.svg"

WIDTH, MARGIN, GAP, HEIGHT = 800, 24, 12, 62
"""Units of the picture: of 400 pixels, the width of a phone, each is half a pixel."""

STYLE = """
.ground { fill: #ffffff } .box { stroke-width: 2 } text { font-family: system-ui, sans-serif; fill: #1b1d22 }
.name { font-size: 27px; font-weight: 700 } .what { font-size: 22px } .head { font-size: 24px; font-weight: 700 }
.bot { fill: #e4e9ff; stroke: #6b7fd7 } .door { fill: #ffe9c2; stroke: #c98a14 } .room { fill: #dff3fb; stroke: #3f9fc4 }
.base { fill: #eceef1; stroke: #9aa1ac } .wall { stroke: #c98a14; stroke-width: 5; stroke-dasharray: 16 9 }
@media (prefers-color-scheme: dark) {
.ground { fill: #16181d } text { fill: #f2f3f5 } .bot { fill: #2b3157 } .door { fill: #4d3a13 } .room { fill: #17394a }
.base { fill: #2c3038 } }
"""

BOT = [
    [("on_discord", "cogs, cards"), ("cli", "parley")],
    [("app", "library, memory, settings, exports, rates")],
]
ABOVE = [[("following", "feeds, folders"), ("searchers", "processes"), ("evaluation", "scores")]]
DOOR = [[("index.Index", "the door: opens and delegates")]]
ROOMS = [
    [("keeping", "is it whole; backup, restore")],
    [("adding", "documents in, one transaction each")],
    [("web", "fetching, feeds")],
    [("answering", "a question to excerpts, or none")],
    [("timeline", "events"), ("quotations", "who said what"), ("comparing", "two drafts")],
    [("search", "engine, searcher, BM25")],
    [("storage", "the SQLite file")],
    [("processes", "Python that can be killed")],
    [("readers", "bytes to documents, one module a format")],
    [("structure", "articles, paragraphs, points")],
    [("requests", "what is asked"), ("citations", "where it stands")],
    [("language", "sentences, tokens, dates, people")],
]
GROUND = [[("model", "what is found"), ("errors", "what goes wrong")]]


def picture() -> str:
    """Return the picture as SVG."""
    parts: list[str] = []
    y = heading(parts, "bot/: what people see", MARGIN)
    y = rows(parts, BOT, "bot", y)
    parts.append(f'<line class="wall" x1="0" x2="{WIDTH}" y1="{y + 6}" y2="{y + 6}"/>')
    y = heading(parts, "index/: a room uses only rooms below it", y + 18)
    for boxes, kind in ((ABOVE, "room"), (DOOR, "door"), (ROOMS, "room"), (GROUND, "base")):
        y = rows(parts, boxes, kind, y)
    height = y + MARGIN - GAP
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        "<title>The rooms of Parley: bot over index, and in index each room over those that it may use</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}" rx="14"/>',
        *parts,
        "</svg>",
    )
    return "\n".join(lines) + "\n"


def heading(parts: list[str], text: str, y: int) -> int:
    """Add a line of text and return where what is below it begins."""
    parts.append(f'<text class="head" x="{MARGIN}" y="{y + 24}">{text}</text>')
    return y + 42


def rows(parts: list[str], boxes: list[list[tuple[str, str]]], kind: str, y: int) -> int:
    """Add rows of boxes from ``y`` down, each with a name and what is in it; return where what is below begins."""
    for row in boxes:
        width = (WIDTH - 2 * MARGIN - GAP * (len(row) - 1)) // len(row)
        for place, (name, what) in enumerate(row):
            x = MARGIN + place * (width + GAP)
            parts.append(
                f'<rect class="box {kind}" x="{x}" y="{y}" width="{width}" height="{HEIGHT}" rx="10"/>'
            )
            if len(row) > 2:
                parts.append(f'<text class="name" x="{x + 16}" y="{y + 28}">{name}</text>')
                parts.append(f'<text class="what" x="{x + 16}" y="{y + 53}">{what}</text>')
            else:
                parts.append(
                    f'<text x="{x + 16}" y="{y + 40}"><tspan class="name">{name}</tspan>'
                    f'<tspan class="what" dx="14">{what}</tspan></text>'
                )
        y += HEIGHT + GAP
    return y


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
