"""The weights of the features, read from the file that ``bench/training.py`` writes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by feature name: of the evidence that ranks sentences, and of the logistics that give the confidence.

    ``read_confidence`` is for rankings in which the reader had a say.
    """

    ranking: Mapping[str, float]
    confidence: Mapping[str, float]
    read_confidence: Mapping[str, float]

    @classmethod
    def read(cls) -> "Weights":
        """Read the weights that come with Parley."""
        loaded = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
        return cls(loaded["ranking"], loaded["confidence"], loaded["read_confidence"])
