"""The reading process: takes bytes on standard input, reads them, and gives the documents on standard output.

Run as ``python -m index.processes.reading MEMORY_BYTES`` by ``index.adding.isolation``; see ``index.processes.messages``.
"""

import json
import resource
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from index import errors
from index.processes.messages import END, OUT_OF_MEMORY, encode, receive, send
from index.readers import feed, read_bytes
from index.readers.origin import Origin
from index.readers.refusal import not_installed


def main() -> None:
    """Answer requests until standard input ends."""
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    try:
        while header := receive(requests):
            data = receive(requests) or b""
            for reply in _answer(json.loads(header), data):
                send(replies, json.dumps(reply).encode())
            send(replies, json.dumps(END).encode())
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def _answer(header: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    published = header["origin"].pop("published")
    origin = Origin(**header["origin"], published=date.fromisoformat(published) if published else None)
    try:
        if header["as_feed"]:
            yield encode(feed.parse(data, origin))
            return
        for item in read_bytes(data, origin, header["fields"], header["suffix"]):
            yield encode(item)
    except errors.ParleyError as error:
        yield encode(error)
    except ImportError as error:
        yield encode(not_installed(error))
    except MemoryError:
        yield encode(
            errors.SourceTooLarge(f"{origin.name}: reading it needs more memory than is allowed. Split it.")
        )
    except Exception as error:  # noqa: BLE001
        yield encode(
            errors.MalformedSource(
                f"{origin.name}: it could not be read ({type(error).__name__}). Save it again."
            )
        )


if __name__ == "__main__":
    main()
