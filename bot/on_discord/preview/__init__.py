"""The real bot on a simulated Discord server, in the browser: no token, no network.

simcord stands in for Discord: discord.py and everything of ours run as they do there. Importing this package raises
SettingsError when simcord is not installed.
"""

from index.errors import SettingsError

try:
    import simcord  # noqa: F401 - the modules of this package need it
except ImportError as missing:
    raise SettingsError(
        "The preview needs simcord, which is not installed. Install it with: pip install 'parley[preview]'"
    ) from missing

from bot.on_discord.preview.serving import serve

__all__ = ["serve"]
