"""Nothing that Parley is made of tells its makers what runs on this machine."""

import os
import subprocess
import sys
from pathlib import Path

from index import Document, Index

ASKING = """
import sys
from index import Index
with Index.open(sys.argv[1]) as index:
    assert index.asker.ranker.judge is not None
    print(index.ask("Who signed the accord?").answered)
"""


def test_the_reader_leaves_no_trace_of_reports_to_its_maker(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents(
            [Document(key="a", title="Accord", text="Ada Varn signed the accord in Lakeview.")]
        )
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ORT_", "XDG_"))}
    subprocess.run(
        [sys.executable, "-c", ASKING, tmp_path / "parley.db"],
        env={**kept, "HOME": str(home), "TMPDIR": str(temporary), "PYTHONPATH": os.getcwd()},
        check=True,
    )
    assert [path for folder in (home, temporary) for path in folder.rglob("*")] == []
