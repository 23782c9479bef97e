"""Two short articles about talks that never were."""

from pathlib import Path

TALKS = """---
title: Envoys sign the river accord
publisher: The Delta Courier
date: 2024-05-03
url: https://courier.example/accord
---
Envoys of Norland and Sudria signed the river accord in Port Amity on Thursday.

The accord opens the river Anda to ships of both countries from June.

Foreign minister Ilse Brandt of Norland called the accord "a door that was shut for forty years".

Sudria agreed to withdraw its gunboats from the estuary within thirty days.

Talks about fishing rights in the estuary will go on in the autumn.
"""

FISHING = """---
title: Fishing talks adjourned
publisher: Estuary Times
date: 2024-10-21
---
The fishing talks between Norland and Sudria were adjourned on Monday without a result.

Sudria asked for a larger share of the herring catch in the estuary.

Chief negotiator Pavel Orsic of Sudria said that his side would return in January.
"""


def write_articles(folder: Path) -> Path:
    """Make a folder with the two articles, and return it."""
    folder.mkdir()
    (folder / "accord.md").write_text(TALKS, encoding="utf-8")
    (folder / "fishing.md").write_text(FISHING, encoding="utf-8")
    return folder
