"""Takes a picture of a conversation with the bot: python -m bench.conversation [--width PIXELS] [FILE]

It is of the preview in a real browser: a member asks ten things one after the other, most of which lean on the one before, and
the bot answers from the seeds of a checkout. It needs what ``bench.pictures`` needs.
"""

import argparse
import asyncio
from pathlib import Path

from bench.pictures import MARGIN, MESSAGES, keep, preview
from bot.on_discord.preview.stage import BOT_NAME

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "conversation.png"

WIDTH, HEIGHT = 1000, 9_000
"""High enough for ten questions and their answers."""

ASKED = (
    "When did Putin meet Witkoff?",
    "and where?",
    "what did they discuss?",
    "has kyiv signed off on it",
    "when did trump and putin speak on the phone",
    "what did he call it?",
    "where did american and ukrainian diplomats meet that week",
    "and what did they announce?",
    "what did peskov say about optimism",
    "thanks!",
)
"""What the seeds that come with a checkout answer, as people ask it."""


def main() -> None:
    """Take the picture and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--width", type=int, default=WIDTH, help="pixels of the page")
    parser.add_argument("file", type=Path, nargs="?", default=PICTURE)
    arguments = parser.parse_args()
    keep(asyncio.run(taken(arguments.width)), arguments.file)


async def taken(width: int = WIDTH) -> bytes:
    """Ask in the preview, in a page of that width in pixels, and return the questions and their answers as a PNG."""
    async with preview(width, HEIGHT) as page:
        frame = page.frame_locator("#frame")
        messages = frame.locator(MESSAGES)
        before = await messages.count()
        for number, question in enumerate(ASKED, 1):
            composer = frame.locator("#channel-composer-input")
            await composer.fill(f"@{BOT_NAME} {question}")
            await composer.press("Enter")
            await messages.nth(before + 2 * number - 1).wait_for()
            await page.wait_for_function("document.getElementById('status').textContent === ''")
        await page.mouse.move(0, 0)
        first = await messages.nth(before).bounding_box()
        last = await messages.nth(before + 2 * len(ASKED) - 1).bounding_box()
        assert first and last
        picture: bytes = await page.screenshot(
            clip={
                "x": first["x"],
                "y": first["y"] - MARGIN,
                "width": width - first["x"],
                "height": last["y"] + last["height"] + 2 * MARGIN - first["y"],
            }
        )
    return picture


if __name__ == "__main__":
    main()
