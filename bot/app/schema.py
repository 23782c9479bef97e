"""What each command prints with ``--json``, and the JSON schemas of it that ``docs/schemas`` holds.

The models stand in ``bot/app/schemas``, by their subjects.
"""

import json
import sys
from pathlib import Path

from bot.app.schemas.answers import AnswerOutput
from bot.app.schemas.documents import (
    ComparisonOutput,
    DocumentOutput,
    RemovedOutput,
    ReportOutput,
    SourceOutput,
    SourcesOutput,
)
from bot.app.schemas.feeds import FeedsOutput, RemovedFeedsOutput
from bot.app.schemas.hosting import BackupOutput, CheckOutput, HealthOutput, MoveOutput, RestoreOutput
from bot.app.schemas.measures import CalibrationOutput, EvaluationOutput
from bot.app.schemas.output import Output
from bot.app.schemas.quotations import QuotesOutput
from bot.app.schemas.timelines import TimelineOutput

OUTPUTS: dict[str, type[Output]] = {
    "ask": AnswerOutput,
    "backup": BackupOutput,
    "check": CheckOutput,
    "compare": ComparisonOutput,
    "calibrate": CalibrationOutput,
    "eval": EvaluationOutput,
    "feeds-add": ReportOutput,
    "feeds-list": FeedsOutput,
    "feeds-refresh": ReportOutput,
    "feeds-remove": RemovedFeedsOutput,
    "health": HealthOutput,
    "index": ReportOutput,
    "move": MoveOutput,
    "quotes": QuotesOutput,
    "remove": RemovedOutput,
    "restore": RestoreOutput,
    "sources": SourcesOutput,
    "timeline": TimelineOutput,
    "sources-list": SourcesOutput,
    "sources-remove": RemovedOutput,
    "sources-set": DocumentOutput,
    "sources-show": SourceOutput,
}
"""The commands with ``--json``, those of a group after its name and a hyphen, and what each prints."""


def write_schemas(folder: Path) -> None:
    """Write the JSON schema of every command with ``--json`` to ``folder``, as ``COMMAND.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    for command, output in OUTPUTS.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **output.model_json_schema()}
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / f"{command}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
