"""The tables of speed, then the report under load, from one folder of text: python -m bench documents.jsonl.gz

Options for the speed go with it: python -m bench documents.jsonl.gz --passages 1000 1000000
"""

import subprocess
import sys


def main() -> int:
    """Run both; return the exit code of the first that failed, else 0."""
    if not sys.argv[1:] or sys.argv[1].startswith("-"):
        print(__doc__)
        return 2
    documents, *options = sys.argv[1:]
    speed = subprocess.run([sys.executable, "-m", "bench.speed", documents, *options], check=False)
    if speed.returncode:
        return speed.returncode
    print("\nUnder load\n", flush=True)
    return subprocess.run([sys.executable, "-m", "bench.load", documents], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
