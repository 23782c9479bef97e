"""Takes the picture in the README anew: python -m bench.pictures [FILE]

It is of the preview in a real browser: a member asks what the seeds of a checkout answer. It needs Chromium, by
the name of chromium, chromium-browser or google-chrome, and playwright: pip install playwright
"""

import asyncio
import io
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from bot.app.settings import SHIPPED_SEEDS, Settings
from bot.on_discord.preview.front import front
from bot.on_discord.preview.stage import BOT_NAME, QUESTION, stage

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "answer.png"

WIDTH, HEIGHT = 1000, 1600
"""High enough for a whole answer, wide enough for the widest card."""

SHARPNESS = 2
"""Dots of the picture for each pixel of the page, as on a good screen."""

MARGIN = 12

MESSAGES = "#channel-message-list > *"
"""What is said in the channel, in the frame of the page."""

COLOURS = 128
"""What is left of the colours: text on plain grounds looks the same, and 253 KB become 91."""


def main() -> None:
    """Take the picture and say how large it is."""
    target = Path(sys.argv[1]) if sys.argv[1:] else PICTURE
    keep(asyncio.run(taken()), target)


async def taken() -> bytes:
    """Ask in the preview, and return the question and its answer as a PNG."""
    async with preview(WIDTH, HEIGHT, SHARPNESS) as page:
        frame = page.frame_locator("#frame")
        messages = frame.locator(MESSAGES)
        await page.locator("#tries button").first.click()
        await frame.locator("#channel-composer-input:focus").press("Enter")
        answer = messages.filter(has=frame.get_by_role("button", name="Helpful"))
        await answer.wait_for()
        await page.mouse.move(0, 0)
        await page.wait_for_function("document.getElementById('status').textContent === ''")
        asked = await messages.filter(has_text=f"@{BOT_NAME} {QUESTION}").first.bounding_box()
        answered = await answer.bounding_box()
        card = await answer.locator("button", has_text="In context").first.bounding_box()
        assert asked and answered and card
        picture: bytes = await page.screenshot(
            clip={
                "x": asked["x"],
                "y": asked["y"] - MARGIN,
                "width": card["x"] + card["width"] + 3 * MARGIN - asked["x"],
                "height": answered["y"] + answered["height"] + 2 * MARGIN - asked["y"],
            }
        )
    return picture


@asynccontextmanager
async def preview(width: int, height: int, sharpness: float = 1) -> AsyncIterator[Any]:
    """Yield the page of the preview, of that width and height in pixels, in a browser, when its bot hears."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("There is no Chromium here. On Debian: apt install chromium")
    try:
        from playwright.async_api import async_playwright
    except ImportError:
        sys.exit("The picture is taken with playwright: pip install playwright")
    with tempfile.TemporaryDirectory(prefix="parley-") as folder:
        settings = Settings(_env_file=None, database=Path(folder) / "parley.db", seeds=(SHIPPED_SEEDS,))
        async with stage(settings) as scene, front(scene) as address, async_playwright() as driver:
            browser = await driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = await browser.new_page(
                viewport={"width": width, "height": height}, device_scale_factor=sharpness
            )
            await page.goto(address)
            await page.frame_locator("#frame").locator(MESSAGES).filter(has_text="I hear.").wait_for()
            yield page
            await browser.close()


def keep(picture: bytes, target: Path) -> None:
    """Write a PNG with fewer colours to a file, and say how large it is."""
    target.write_bytes(smaller(picture))
    print(f"{target}: {target.stat().st_size / 1000:.0f} KB")


def smaller(picture: bytes) -> bytes:
    """Return a PNG with fewer colours."""
    packed = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS).save(packed, "PNG", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    main()
