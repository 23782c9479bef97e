"""What fetches, made from the settings."""

from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version

from bot.app.settings import Settings
from index import Fetcher, ReadingProcess
from index.following.gathering import Admit, CallIndex, Gatherer


def create_gatherer(
    settings: Settings, process: ReadingProcess, call_index: CallIndex, admit: Admit | None = None
) -> Gatherer:
    """Return what reads addresses and follows feeds, with the host's contact and networks."""
    fetcher = Fetcher(user_agent(settings.contact), permitted=settings.fetch_networks)
    interval = timedelta(minutes=settings.feed_minutes)
    return Gatherer(fetcher, process, call_index, admit, interval)


def user_agent(contact: str | None) -> str:
    """Return how the bot names itself to sites: with the version, and with the contact where the host gave
    one."""
    try:
        name = f"Parley/{version('parley')}"
    except PackageNotFoundError:
        name = "Parley"
    return f"{name} (+{contact})" if contact else name
