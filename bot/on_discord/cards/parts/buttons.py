"""The buttons under the cards.

A button carries in its custom id, of at most 100 characters, all that is needed to answer a press years and
restarts later; what it says of a question is the id under which the question is remembered. The templates are
for the classes that answer the presses.
"""

import discord
from discord import ButtonStyle
from discord.ui import Button

from index.model import Citation, Span

MORE = r"parley:more:(?P<question>[0-9a-f]{12}):(?P<skip>[0-9]{1,3})"
SURROUNDINGS = (
    r"parley:around:(?P<document>[0-9a-f]{16}):(?P<start>[0-9]{1,12}):(?P<end>[0-9]{1,12})"
    r"(?::[0-9]{1,2})?"
)
"""The row at the end came later: cards that were sent without it are still answered."""

ABOUT = r"parley:about:(?P<question>[0-9a-f]{12}):(?P<topic>.{1,60})"
WHY = r"parley:why:(?P<question>[0-9a-f]{12})"
FOLLOW_UP = r"parley:follow:(?P<question>[0-9a-f]{12})"
FEEDBACK = r"parley:feedback:(?P<question>[0-9a-f]{12}):(?P<helpful>[01])"
SOURCES_PAGE = r"parley:sources:(?P<page>[0-9]{1,6})"
FORGET = r"parley:forget"

TIMELINE_PAGE = r"parley:timeline:(?P<request>[0-9a-f]{12}):(?P<page>[0-9]{1,4})"
TIMELINE_PICTURE = r"parley:picture:(?P<request>[0-9a-f]{12})"
TIMELINE_LIST = r"parley:list:(?P<request>[0-9a-f]{12})"
TIMELINE_EXPORT = r"parley:export:(?P<request>[0-9a-f]{12})"

QUOTES_PAGE = r"parley:quotes:(?P<request>[0-9a-f]{12}):(?P<page>[0-9]{1,4})"
QUOTES_EXPORT = r"parley:quotes-export:(?P<request>[0-9a-f]{12})"

COMPARISON_PAGE = r"parley:compare:(?P<request>[0-9a-f]{12}):(?P<page>[0-9]{1,4})"
COMPARISON_EXPORT = r"parley:compare-export:(?P<request>[0-9a-f]{12})"

FOLLOW_UP_MODAL = r"parley:question:(?P<question>[0-9a-f]{12})"

PlainButton = Button[discord.ui.LayoutView]


def more(question_id: str, skip: int) -> PlainButton:
    """Shows the excerpts that come after the first ``skip``."""
    return Button(label="More excerpts", custom_id=f"parley:more:{question_id}:{skip}")


def surroundings(citation: Citation, span: Span, row: int) -> PlainButton:
    """Shows an excerpt, ``span`` of the cited document, with what stands around it.

    ``row`` is where on its card, counted from 0, the excerpt stands: a card may have the same words twice, for
    two dates in them or two quotations, and Discord refuses two buttons with one custom id.
    """
    start, end = span
    return Button(label="In context", custom_id=f"parley:around:{citation.document_id}:{start}:{end}:{row}")


def about(question_id: str, topic: str) -> PlainButton:
    """Asks the question, which names nothing, about ``topic``, of at most 60 characters."""
    return Button(label=topic, custom_id=f"parley:about:{question_id}:{topic}")


def why(question_id: str) -> PlainButton:
    """Says how the question was read, and what was looked at."""
    return Button(label="Why", custom_id=f"parley:why:{question_id}")


def follow_up(question_id: str) -> PlainButton:
    """Opens a form for another question with the same filters."""
    return Button(
        label="Ask a follow-up", style=ButtonStyle.primary, custom_id=f"parley:follow:{question_id}"
    )


def feedback(question_id: str, *, helpful: bool) -> PlainButton:
    """Says whether the answer helped."""
    return Button(
        label="Helpful" if helpful else "Not helpful",
        emoji="👍" if helpful else "👎",
        custom_id=f"parley:feedback:{question_id}:{int(helpful)}",
    )


def sources_page(label: str, page: int) -> PlainButton:
    """Shows a page, counted from 0, of the list of documents."""
    return Button(label=label, custom_id=f"parley:sources:{page}")


def forget() -> PlainButton:
    """Deletes what is stored about the person who presses."""
    return Button(label="Delete mine", style=ButtonStyle.danger, custom_id="parley:forget")


def timeline_page(label: str, timeline_id: str, page: int) -> PlainButton:
    """Shows a page, counted from 0, of a timeline."""
    return Button(label=label, custom_id=f"parley:timeline:{timeline_id}:{page}")


def timeline_picture(timeline_id: str) -> PlainButton:
    """Shows a timeline as a picture."""
    return Button(label="Show as picture", custom_id=f"parley:picture:{timeline_id}")


def timeline_list(timeline_id: str) -> PlainButton:
    """Shows a timeline as a list."""
    return Button(label="Show as list", custom_id=f"parley:list:{timeline_id}")


def timeline_export(timeline_id: str) -> PlainButton:
    """Gives a timeline as files."""
    return Button(label="Export", custom_id=f"parley:export:{timeline_id}")


def quotes_page(label: str, quotes_id: str, page: int) -> PlainButton:
    """Shows a page, counted from 0, of quotations."""
    return Button(label=label, custom_id=f"parley:quotes:{quotes_id}:{page}")


def quotes_export(quotes_id: str) -> PlainButton:
    """Gives quotations as files."""
    return Button(label="Export", custom_id=f"parley:quotes-export:{quotes_id}")


def comparison_page(label: str, comparison_id: str, page: int) -> PlainButton:
    """Shows a page, counted from 0, of a comparison."""
    return Button(label=label, custom_id=f"parley:compare:{comparison_id}:{page}")


def comparison_export(comparison_id: str) -> PlainButton:
    """Gives a comparison as files."""
    return Button(label="Export", custom_id=f"parley:compare-export:{comparison_id}")
