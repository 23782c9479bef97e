"""Everything that can be set, typed, from the environment or a ``.env`` file in the working directory.

The environment wins over the file. A setting that is present and empty counts as not set.
"""

import os
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.app import paths
from bot.app.shards import Shards
from index import Cluster, Limits, Thresholds
from index.errors import SettingsError
from index.search.opensearch.address import PREFIX, is_address_of_node
from index.web.addresses import IPNetwork

OUT_OF_ORDER = "It is below PARLEY_ANSWERED_FROM, and what is shown as the answer is shown"
"""What is said where the two thresholds stand the wrong way round."""

MEBIBYTE = 2**20
"""In bytes."""

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]

SHIPPED_SEEDS = Path(__file__).resolve().parents[2] / "seeds"
"""The documents that come with a checkout; a wheel does not carry them."""


class Settings(BaseSettings):
    """What a host can set. A field's description is its text in the documentation's table."""

    model_config = SettingsConfigDict(
        env_prefix="PARLEY_",
        env_file=paths.ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    discord_token: SecretStr | None = Field(
        default=None,
        validation_alias=AliasChoices("DISCORD_TOKEN", "discord_token"),
        description="The bot's token, from the application's Bot page. Needed by `parley run` only.",
    )
    database: Path = Field(
        default=paths.DATABASE,
        description="The one file that holds the documents, the index and what the bot remembers.",
    )
    engine: Literal["file", "opensearch"] = Field(
        default=paths.FILE,
        description="Where the documents, the index and what the bot remembers are: `file` for the one file, `opensearch` for a "
        "cluster, of which files beside it are copies.",
    )
    opensearch_addresses: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        validate_default=True,
        description="The cluster's nodes, such as `https://node-1:9200`, separated by commas; for `PARLEY_ENGINE=opensearch`.",
    )
    opensearch_user: str | None = Field(
        default=None, description="The user that the nodes know, where they ask for one."
    )
    opensearch_password: SecretStr | None = Field(default=None, description="That user's password.")
    opensearch_authority: Path | None = Field(
        default=None,
        description="A file with the certificates of who vouches for the nodes, where it is nobody whom everybody knows.",
    )
    opensearch_prefix: str = Field(
        default=PREFIX,
        pattern=r"^[a-z0-9][a-z0-9_-]{0,99}$",
        description="What the names of everything that is kept in the cluster begin with.",
    )
    seeds: Annotated[tuple[Path, ...], NoDecode] = Field(
        default=(SHIPPED_SEEDS,) if SHIPPED_SEEDS.is_dir() else (),
        description="Files and folders indexed at every start of the bot, separated by `:`; `none` for none.",
    )
    log_level: LogLevel = Field(
        default="INFO",
        description="How much is logged, to standard error: `DEBUG`, `INFO`, `WARNING` or `ERROR`.",
    )
    log_file: Path | None = Field(
        default=None,
        description="File that the log is written to instead, one for each day.",
    )
    log_days: int = Field(default=14, ge=1, le=3_650, description="Days that the files of the log are kept.")
    health_file: Path | None = Field(
        default=None,
        description="File that says when Discord last answered; else the database's name plus `.health`.",
    )
    workers: int = Field(
        default=2, ge=1, le=64, description="How many questions are looked up at the same time."
    )
    queue: int = Field(
        default=64,
        ge=0,
        le=10_000,
        description="How many more questions may wait; past that a person is asked to try again.",
    )
    reader: bool = Field(
        default=True,
        description="Whether the reader, where it is installed, looks for the words that answer; `false` turns it off.",
    )
    answered_from: float = Field(
        default=Thresholds().answered,
        ge=0.01,
        le=1,
        description="From which confidence on an excerpt is shown, as the closest to an answer; `parley calibrate` fits it.",
    )
    strong_from: float = Field(
        default=Thresholds().strong,
        validate_default=True,
        ge=0.01,
        le=1,
        description="From which confidence on an excerpt is shown as the answer; `parley calibrate` fits it.",
    )
    person_per_minute: int = Field(
        default=20,
        ge=0,
        le=10_000,
        description="Questions, commands and buttons that one person may use in a minute; 0 for no limit.",
    )
    server_per_minute: int = Field(
        default=120,
        ge=0,
        le=100_000,
        description="Questions, commands and buttons that one server may use in a minute; 0 for no limit.",
    )
    shards: Annotated[Shards | Literal["auto"] | None, NoDecode] = Field(
        default=None,
        description="For a bot on thousands of servers: `auto` for as many shards as Discord advises, or those that this "
        "process serves and how many there are, as `0-3/16`.",
    )
    gateway_patience: float = Field(
        default=300.0,
        gt=0,
        le=86_400,
        description="Seconds without an answer from Discord after which the bot gives up and exits.",
    )
    keep_days: int = Field(
        default=90,
        ge=1,
        le=3_650,
        description="Days that questions and feedback are kept; the buttons of older answers have expired.",
    )
    contact: str | None = Field(
        default=None,
        max_length=200,
        pattern=r"^[\x21-\x7e]+$",
        description="An address or page of yours, told to every site that documents are fetched from.",
    )
    feed_minutes: int = Field(
        default=30, ge=15, le=10_080, description="Minutes between two fetches of one feed, at least 15."
    )
    fetch_networks: Annotated[tuple[IPNetwork, ...], NoDecode] = Field(
        default=(),
        description="Networks of your own that may be fetched from beside the public internet, such as "
        "`10.0.0.0/8`, separated by commas.",
    )
    server_documents: int = Field(
        default=500, ge=0, le=1_000_000, description="How many documents one Discord server may have."
    )
    server_megabytes: int = Field(
        default=20, ge=0, le=100_000, description="Megabytes of text that one Discord server may have."
    )
    server_additions: int = Field(
        default=100, ge=0, le=1_000_000, description="How many documents one server may add in 24 hours."
    )
    document_seconds: float = Field(
        default=Limits().seconds,
        ge=0.1,
        le=3_600,
        description="Seconds of processor time that one document may take to read, and half as many again for each "
        "million characters to find what is in it; what takes more is refused.",
    )
    document_megabytes: int = Field(
        default=Limits().memory // MEBIBYTE,
        ge=384,
        le=1_000_000,
        description="Megabytes of memory that a process may have in which documents are read.",
    )
    discord_api: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s]+$",
        description="Base address of another Discord API; for tests against a local stand-in.",
    )

    @field_validator("seeds", mode="before")
    @classmethod
    def _split_seeds(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        if value.strip().lower() == "none":
            return ()
        return tuple(Path(part) for part in value.split(os.pathsep) if part.strip())

    @field_validator("opensearch_addresses", mode="before")
    @classmethod
    def _split_addresses(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())

    @field_validator("opensearch_addresses")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if not value and info.data.get("engine") == paths.OPENSEARCH:
            raise PydanticCustomError("missing", "it is not set, and PARLEY_ENGINE is opensearch")
        for address in value:
            if not is_address_of_node(address):
                raise PydanticCustomError("address", "it is no address such as https://node-1:9200")
        return value

    @field_validator("fetch_networks", mode="before")
    @classmethod
    def _split_networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())

    @field_validator("shards", mode="before")
    @classmethod
    def _read_shards(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        if value.strip().lower() == paths.ALL_SHARDS:
            return paths.ALL_SHARDS
        try:
            return Shards.parse(value)
        except ValueError as error:
            raise PydanticCustomError("shards", str(error)) from None

    @field_validator("discord_api")
    @classmethod
    def _has_a_host(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                found = urlsplit(value).hostname
            except ValueError:
                found = None
            if not found:
                raise PydanticCustomError("address", "it is no address of a host")
        return value

    @field_validator("strong_from")
    @classmethod
    def _is_in_order(cls, value: float, info: ValidationInfo) -> float:
        if value < info.data.get("answered_from", 0.0):
            raise PydanticCustomError("order", OUT_OF_ORDER)
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @classmethod
    def load(cls, **given: Any) -> "Settings":
        """Read the settings from the environment and ``.env``; those ``given`` by their fields win over both.

        Raises:
            SettingsError: a value cannot be used; the message names the variable, never its value.
        """
        try:
            return cls(**given)
        except ValidationError as error:
            raise SettingsError(_first_fault(error)) from None
        except (OSError, UnicodeDecodeError) as error:
            raise paths.unreadable_env_file(error) from None

    @property
    def heartbeat_path(self) -> Path:
        """The file that says when Discord's gateway last answered."""
        return self.health_file or paths.beside(self.database, self.own_shards)

    @property
    def cluster(self) -> Cluster | None:
        """The cluster that the index is in; None where it is in the file."""
        if self.engine == paths.FILE:
            return None
        password = self.opensearch_password.get_secret_value() if self.opensearch_password else None
        return Cluster(
            self.opensearch_addresses,
            self.opensearch_user,
            password,
            self.opensearch_authority,
            self.opensearch_prefix,
        )

    @property
    def index_path(self) -> Path:
        """The file of the index, or of the copy of the one in the cluster."""
        return self.database if self.engine == paths.FILE else paths.copy_of(self.database)

    @property
    def memory_path(self) -> Path:
        """The file of what the bot remembers, or of the copy of what is in the cluster."""
        return self.database if self.engine == paths.FILE else paths.copy_of(self.database, "memory")

    @property
    def own_shards(self) -> Shards | None:
        """The shards that this process serves beside others; None where it serves all."""
        return self.shards if isinstance(self.shards, Shards) else None

    @property
    def thresholds(self) -> Thresholds:
        """From which confidence on excerpts are shown."""
        return Thresholds(self.answered_from, self.strong_from)

    @property
    def limits(self) -> Limits:
        """How far the work on one document may go."""
        return Limits(self.document_megabytes * MEBIBYTE, self.document_seconds)

    def require_token(self) -> str:
        """Return the token.

        Raises:
            SettingsError: none is set, or what is set cannot be one.
        """
        token = self.discord_token.get_secret_value().strip() if self.discord_token else ""
        if not token:
            raise SettingsError(
                "No Discord token is set. Put DISCORD_TOKEN=... in the file .env or in the environment; "
                "the token is on the Bot page of your application in the Discord Developer Portal."
            )
        if not token.isascii() or any(character.isspace() for character in token):
            raise SettingsError(
                "DISCORD_TOKEN holds characters that no token has. "
                "Copy it again from the Bot page of your application."
            )
        return token


def variable(field: str) -> str:
    """Return the environment variable that sets a field of ``Settings``."""
    return "DISCORD_TOKEN" if field == "discord_token" else f"PARLEY_{field.upper()}"


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    field = str(fault["loc"][0]).lower().removeprefix("parley_") if fault["loc"] else ""
    message = fault["msg"][0].lower() + fault["msg"][1:]
    known = Settings.model_fields.get(field)
    meaning = f" It means: {known.description}" if known else ""
    return f"{variable(field)} cannot be used: {message}.{meaning}"
