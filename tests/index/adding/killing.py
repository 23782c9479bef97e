"""A Python process that is killed with no warning while it is at work."""

import os
import random
import subprocess
import sys


def kill_soon(chance: random.Random, script: str, *arguments: object, most: int) -> None:
    """Run ``script``, and kill it some steps of a loop, fewer than ``most``, after the first line that it prints."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    )
    assert process.stdout is not None
    process.stdout.readline()
    for _ in range(chance.randrange(most)):
        pass
    process.kill()
    process.wait()
    process.stdout.close()
