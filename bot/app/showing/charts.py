"""The timeline as a picture, for a phone: a line from top to bottom, and beside it what happened, row by row.

Days are points on the line, longer spans bars, what was planned or did not take place is hollow and dashed; where months or
years lie between two rows, it says so. Of words that the date belongs to in part, that part is brighter. Each label has a row
of its own, as high as its words need, so that labels never collide. The picture has a background of its own, so that it reads
on Discord's dark theme and on its light one.
"""

import io
import logging
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from bot.app.showing.citing import recognition_of
from bot.app.showing.marked_lines import Piece, marked_lines, words_from_the_clause
from bot.app.showing.readable import readable
from bot.app.showing.timelines import MOST_ON_PICTURE, WITHOUT_A_DAY, date_in_words, is_dated, status_in_words
from index.model import Event

WIDTH = 1080
"""Pixels: the width that phones show unscaled or better."""

_DPI = 100
"""Dots an inch: pictures are measured in dots, and Matplotlib in inches."""
_BACKGROUND, _TEXT, _MUTED, _LINE = "#1b1d22", "#f2f3f5", "#a7adb8", "#4a4f5a"
_DAY, _SPAN, _PLANNED = "#5ec8f2", "#7aa2ff", "#f2b84b"
_FONTS = (
    "DejaVu Sans",
    "Noto Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Unifont",
)
_MARGIN, _AXIS, _LABELS = 40, 62, 112
"""Dots from the left edge: of the heading, of the line of time, and of the words; chosen by eye."""
_HEADING_SIZE, _DATE_SIZE, _WORDS_SIZE, _NOTE_SIZE = 32, 23, 24, 18
"""Heights of letters in dots; chosen: legible on a phone."""
_HEADING_STEP, _DATE_STEP, _WORDS_STEP, _GAP, _NOTE_STEP, _RECOGNISED_STEP = 46, 35, 33, 28, 40, 26
"""Dots from one line to the next; chosen by eye: some 1.4 of the letters."""
_LONG_GAP = 45
"""Days between two rows from which the picture says how long it is."""
_MOST_LINES = 4
"""Lines of the words of one event; chosen: what does not fit is in the list."""
_MISSING = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class _Row:
    """A label: its event, its lines, the note above it, what is said of how it was read, and where it stands, in pixels from the
    top."""

    event: Event
    date: str
    lines: tuple[tuple[Piece, ...], ...]
    note: str | None
    recognised: str
    top: float

    @property
    def bottom(self) -> float:
        below = _RECOGNISED_STEP if self.recognised else 0
        return self.top + _DATE_STEP + len(self.lines) * _WORDS_STEP + below


def draw_timeline(events: Sequence[Event], heading: str) -> bytes:
    """Return a PNG of the first ``MOST_ON_PICTURE`` events, ``WIDTH`` pixels wide; for one thread at a time or several."""
    figure = Figure(figsize=(WIDTH / _DPI, 1), dpi=_DPI, facecolor=_BACKGROUND)
    canvas = FigureCanvasAgg(figure)
    pen = _Pen(figure, canvas)
    headings = pen.wrapped(readable(heading), _HEADING_SIZE, WIDTH - 2 * _MARGIN, 2)
    rows, height = _rows(events[:MOST_ON_PICTURE], pen, _MARGIN + len(headings) * _HEADING_STEP + _GAP)
    height += _HEADING_STEP
    figure.set_size_inches(WIDTH / _DPI, height / _DPI)
    pen.height = height
    for place, line in enumerate(headings):
        pen.text(_MARGIN, _MARGIN + place * _HEADING_STEP, line, _HEADING_SIZE, _TEXT, bold=True)
    _draw_line(pen, rows)
    for row in rows:
        _draw_row(pen, row)
    _draw_legend(pen, rows, height)
    picture = io.BytesIO()
    canvas.print_png(picture)  # type: ignore[no-untyped-call]
    figure.clear()
    return picture.getvalue()


class _Pen:
    """Writes and measures on a figure in pixels from the top left."""

    def __init__(self, figure: Figure, canvas: FigureCanvasAgg) -> None:
        self.figure = figure
        self.renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
        self.height = float(_DPI)
        self._families = _families()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        self.figure.text(
            x / WIDTH,
            1 - y / self.height,
            _drawable(text),
            fontsize=size * 72 / _DPI,
            color=colour,
            family=self._families,
            weight="bold" if bold else "normal",
            va="top",
            ha="right" if right else "left",
            parse_math=False,
        )

    def pieces(self, x: float, y: float, line: Sequence[Piece], size: float) -> None:
        """Write the pieces of a line one behind the other, those that the date belongs to brighter than the others."""
        before = ""
        for words, told in line:
            # What is blank at an end has no width: the place of a piece is that of its first letter.
            after = self._width(before + words[:1], size) - self._width(words[:1], size) if before else 0.0
            self.text(x + after, y, words, size, _TEXT if told else _MUTED)
            before += words

    def line(
        self, points: Sequence[tuple[float, float]], colour: str, width: float, *, dashed: bool = False
    ) -> None:
        self.figure.add_artist(
            Line2D(
                [x / WIDTH for x, _ in points],
                [1 - y / self.height for _, y in points],
                color=colour,
                linewidth=width,
                linestyle=(0, (2, 1.5)) if dashed else "-",
                transform=self.figure.transFigure,
            )
        )

    def point(self, x: float, y: float, colour: str, *, hollow: bool = False) -> None:
        self.figure.add_artist(
            Line2D(
                [x / WIDTH],
                [1 - y / self.height],
                marker="o",
                markersize=11,
                markerfacecolor=_BACKGROUND if hollow else colour,
                markeredgecolor=colour,
                markeredgewidth=2.5,
                linestyle="",
                transform=self.figure.transFigure,
            )
        )

    def bar(self, x: float, top: float, bottom: float, colour: str, *, dashed: bool = False) -> None:
        self.figure.add_artist(
            Rectangle(
                ((x - 7) / WIDTH, 1 - bottom / self.height),
                14 / WIDTH,
                max(bottom - top, 6) / self.height,
                facecolor="none" if dashed else colour,
                edgecolor=colour,
                linewidth=2,
                linestyle="--" if dashed else "-",
                zorder=3,
                transform=self.figure.transFigure,
            )
        )

    def wrapped(self, text: str, size: float, width: float, most: int) -> tuple[str, ...]:
        """Return the text in lines of at most ``width`` pixels, the last of ``most`` ending in an ellipsis if words are left."""
        lines: list[str] = []
        line = ""
        for word in _breakable(text):
            if not line or self._width(line + word, size) <= width:
                line += word
                continue
            lines.append(line.strip())
            line = word.lstrip()
            if len(lines) == most:
                break
        else:
            lines.append(line.strip())
            return tuple(filter(None, lines))
        last = lines[-1]
        while last and self._width(last + "…", size) > width:
            last = last[:-1]
        return (*lines[:-1], last.rstrip(" ,;:") + "…")

    def _width(self, text: str, size: float) -> float:
        artist = self.figure.text(
            0, 0, _drawable(text), fontsize=size * 72 / _DPI, family=self._families, parse_math=False
        )
        try:
            return float(artist.get_window_extent(self.renderer).width)
        finally:
            artist.remove()


def _rows(events: Sequence[Event], pen: _Pen, top: float) -> tuple[list[_Row], float]:
    rows: list[_Row] = []
    for event in events:
        numbers = " ".join(f"[{citation.number}]" for citation in event.citations)
        words = status_in_words(event)
        status = f"  ·  {words}" if words else ""
        lines = _lines(event, pen)
        note = _note(rows[-1].event if rows else None, event)
        top += _NOTE_STEP if note else 0
        recognised = recognition_of(event.citations[0]) if event.citations else ""
        rows.append(_Row(event, f"{date_in_words(event)}{status}  {numbers}", lines, note, recognised, top))
        top = rows[-1].bottom + _GAP
    return rows, top


def _lines(event: Event, pen: _Pen) -> tuple[tuple[Piece, ...], ...]:
    """Return the lines of an event's words; where those that its date belongs to would be cut off, they begin with these."""
    room = WIDTH - _LABELS - _MARGIN
    lines = marked_lines(event, pen.wrapped(readable(event.text), _WORDS_SIZE, room, _MOST_LINES))
    if any(told for line in lines for _, told in line):
        return lines
    words = pen.wrapped(f"… {words_from_the_clause(event)}", _WORDS_SIZE, room, _MOST_LINES)
    return tuple(((line, True),) for line in words)


def _note(before: Event | None, event: Event) -> str | None:
    """Return what stands between two rows: how much later the second is, or that no more days follow."""
    if not is_dated(event):
        return WITHOUT_A_DAY if before is None or is_dated(before) else None
    if before is None or before.latest is None or event.earliest is None:
        return None
    days = (event.earliest - before.latest).days
    if days < _LONG_GAP:
        return None
    months = round(days / 30.44)
    if months < 24:
        return f"{months} months later" if months > 1 else "a month later"
    return f"{round(days / 365.25)} years later"


def _draw_line(pen: _Pen, rows: Sequence[_Row]) -> None:
    """Draw the line of time beside the rows that have a day, dashed where much time passes."""
    dated = [row for row in rows if is_dated(row.event)]
    for row, following in pairwise(dated):
        pen.line(
            [(_AXIS, _mark(row)), (_AXIS, _mark(following))], _LINE, 3, dashed=following.note is not None
        )


def _draw_row(pen: _Pen, row: _Row) -> None:
    event = row.event
    if row.note:
        pen.text(_LABELS, row.top - _NOTE_STEP + 2, row.note, _NOTE_SIZE, _MUTED)
    colour = _colour(event)
    if not is_dated(event):
        pass
    elif event.earliest == event.latest:
        pen.point(_AXIS, _mark(row), colour, hollow=event.status != "happened")
    else:
        pen.bar(_AXIS, row.top + 2, row.bottom - 6, colour, dashed=event.status != "happened")
    pen.text(_LABELS, row.top, row.date, _DATE_SIZE, colour, bold=True)
    for place, line in enumerate(row.lines):
        pen.pieces(_LABELS, row.top + _DATE_STEP + place * _WORDS_STEP, line, _WORDS_SIZE)
    if row.recognised:
        below = row.top + _DATE_STEP + len(row.lines) * _WORDS_STEP
        pen.text(_LABELS, below, row.recognised, _NOTE_SIZE, _MUTED)


def _colour(event: Event) -> str:
    if event.planned:
        return _PLANNED
    if event.undone or not is_dated(event):
        return _MUTED
    return _DAY if event.earliest == event.latest else _SPAN


def _mark(row: _Row) -> float:
    return row.top + _DATE_STEP / 2 - 2


def _draw_legend(pen: _Pen, rows: Sequence[_Row], height: float) -> None:
    y = height - _HEADING_STEP + 4
    x: float = _LABELS
    for label, shown in (
        ("day", any(is_dated(row.event) and row.event.earliest == row.event.latest for row in rows)),
        ("longer span", any(is_dated(row.event) and row.event.earliest != row.event.latest for row in rows)),
        ("planned", any(row.event.planned for row in rows)),
    ):
        if not shown:
            continue
        if label == "longer span":
            pen.bar(x, y + 1, y + 19, _SPAN)
        else:
            pen.point(x, y + 10, _DAY if label == "day" else _PLANNED, hollow=label == "planned")
        pen.text(x + 18, y, label, _NOTE_SIZE, _MUTED)
        x += 18 + 9 * len(label) + 40


def _breakable(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may break: words with their space, and each ideograph."""
    piece = ""
    for character in text:
        if unicodedata.east_asian_width(character) in "WF":
            if piece:
                yield piece
            yield character
            piece = ""
        else:
            piece += character
            if character == " " or len(piece) > 40:
                yield piece
                piece = ""
    if piece:
        yield piece


def _drawable(text: str) -> str:
    """Return the text with what no font here has a picture of replaced by the mark for that."""
    known = _characters()
    return "".join(character if ord(character) in known else _MISSING for character in text)


@lru_cache(maxsize=1)
def _families() -> list[str]:
    """Return the fonts to draw with, of those that are installed, in the order in which each is asked for a character."""
    # Fonts for Chinese, Japanese and Korean often have one weight, and matplotlib says so for each word in bold.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    installed = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in _FONTS if name in installed]


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    """Return the characters that the fonts have pictures of."""
    found: set[int] = set()
    for family in _families():
        for weight in ("normal", "bold"):
            path = font_manager.findfont(font_manager.FontProperties(family=[family], weight=weight))
            covered = FT2Font(str(path)).get_charmap().keys()
            found |= set(covered)
    return frozenset(found)
