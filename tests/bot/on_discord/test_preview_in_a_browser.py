"""The page of the preview in a real browser, where there is one: Chromium, driven by playwright."""

import io
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bench.pictures import PICTURE, smaller, taken
from bot.app.settings import Settings
from bot.on_discord.preview.front import front
from bot.on_discord.preview.stage import QUESTION, stage

if TYPE_CHECKING:
    from playwright.async_api import FrameLocator, Page

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
LONG = 120_000
"""Milliseconds after which something on the page is held not to come any more, on the busiest machine."""
AT_REST = """() => new Promise((done) => {
  const look = () => {
    const inside = document.getElementById("frame").contentWindow;
    if (inside?.simcordPreview?.ready) done(); else setTimeout(look, 50);
  };
  look();
})"""
"""Waits until simcord's page is at rest: what is typed before is lost, and the page of the preview itself waits for it too."""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")


@asynccontextmanager
async def opened(address: str, width: int) -> AsyncIterator[tuple["Page", "FrameLocator"]]:
    """The page in a browser window of that width, and what it frames; it must not complain of anything."""
    playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    complaints: list[str] = []
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=BROWSER, args=QUIET)
        page = await browser.new_page(viewport={"width": width, "height": 800})
        page.set_default_timeout(LONG)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        await page.goto(address)
        yield page, page.frame_locator("#frame")
        await browser.close()
    assert complaints == []


async def choose(page: "Page", frame: "FrameLocator", text: str) -> None:
    """Press something to try, and the first command that simcord offers for it."""
    await page.locator("#tries button", has_text=text).first.click()
    await frame.get_by_role("option", name=text).first.click()


@pytest.mark.parametrize("width", [1200, 400])
async def test_everything_to_try_can_be_tried_by_pressing_it(settings: Settings, width: int) -> None:
    async with stage(settings) as scene, front(scene) as address, opened(address, width) as (page, frame):
        messages = frame.locator("#channel-message-list > *")
        composer = frame.locator("#channel-composer-input")
        send = frame.locator("#send-message")

        await page.locator("#tries button").first.click()
        await frame.locator("#channel-composer-input:focus").wait_for()
        assert await composer.input_value() == f"@Parley {QUESTION}"
        await composer.fill("@Parley Where was the river accord signed?")
        await composer.press("Enter")
        await messages.get_by_text("Port Amity").last.wait_for()

        remark = messages.filter(has_text="I hear.").first
        await remark.hover()
        await remark.get_by_role("button", name="Find the source").click()
        await messages.get_by_text("used Find the source").wait_for()

        await page.locator("[data-view=moderator]").click()
        await messages.get_by_text("I hear.").wait_for()
        assert await messages.get_by_text("used Find the source").count() == 0
        await choose(page, frame, "/source list")
        await send.click()
        await messages.get_by_text("/source add").last.wait_for()
        await choose(page, frame, "/alerts add")
        await page.keyboard.type("ceasefire")
        await page.keyboard.press("Tab")
        await frame.get_by_role("option", name="questions").click()
        await send.click()
        await messages.get_by_text("From now on: ceasefire").wait_for()

        await page.locator("[data-view=direct]").click()
        # What is typed before the view has changed is lost with the view before.
        await messages.get_by_text("From now on: ceasefire").first.wait_for(state="detached")
        await frame.get_by_role("heading", name="Parley").wait_for()
        await page.evaluate(AT_REST)
        await composer.fill("Where was the river accord signed?")
        await composer.press("Enter")
        await messages.get_by_text("Port Amity").last.wait_for()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert scene.env.errors == []


async def test_what_is_wrong_with_the_address_is_said(settings: Settings) -> None:
    async with stage(settings) as scene, front(scene) as address:
        playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
        async with playwright.async_playwright() as driver:
            browser = await driver.chromium.launch(executable_path=BROWSER, args=QUIET)
            page = await browser.new_page()
            await page.goto(address.partition("#")[0])
            await page.get_by_text("Open the whole address").wait_for(timeout=LONG)
            await browser.close()


@pytest.mark.slow
async def test_the_picture_of_the_readme_can_be_taken() -> None:
    pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    assert BROWSER is not None
    taken_now = io.BytesIO(smaller(await taken()))
    with Image.open(taken_now) as picture, Image.open(PICTURE) as kept:
        assert picture.width == kept.width
        assert picture.height > kept.height / 2
