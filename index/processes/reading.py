"""The reading process: takes bytes on standard input, reads them, and gives the documents on standard output.

Run as ``python -m index.processes.reading MEMORY_BYTES SECONDS`` by ``index.adding.isolation``; see
``index.processes.messages``. A request is a JSON header, then the bytes in messages, of which the last is empty. Where the header
says so, pages that are pictures are read by text recognition, each within the seconds.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO, TYPE_CHECKING, Any

from index import errors
from index.processes.limits import (
    OUT_OF_MEMORY,
    Limits,
    each_within,
    hold_this_process_to,
    start_anew,
    too_much_memory,
)
from index.processes.messages import END, encode, receive, send
from index.readers import feed, is_plain_text, read_chunks
from index.readers.metadata.origin import Origin
from index.readers.refusal import not_installed

if TYPE_CHECKING:
    from index.readers.pdf_pages.recognition import RecognisedPage


def main() -> None:
    """Answer requests until standard input ends."""
    limits = Limits(int(sys.argv[1]), float(sys.argv[2]))
    hold_this_process_to(limits.memory)
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    try:
        while header := receive(requests):
            given = _Given(requests)
            answer = _answer(json.loads(header), given, limits)
            for reply in each_within(answer, limits.seconds, limits.seconds_for_file):
                send(replies, json.dumps(reply, ensure_ascii=False).encode("utf-8", "surrogatepass"))
            given.pass_over_rest()
            send(replies, json.dumps(END).encode())
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


class _TimedRecogniser:
    """Reads pages that are pictures, each within ``seconds`` of processor time; loaded when the first is asked for."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._recognition: Any = None

    def read(self, data: bytes, number: int) -> "RecognisedPage":
        start_anew(self._seconds)
        if self._recognition is None:
            from index.readers.pdf_pages.recognition import Recognition

            self._recognition = Recognition()
        page: RecognisedPage = self._recognition.read(data, number)
        return page


class _Given:
    """The bytes of a file as they come."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._ended = False

    def __iter__(self) -> Iterator[bytes]:
        while not self._ended:
            try:
                chunk = receive(self._stream)
            except MemoryError:
                # What is left of the message would be taken for the next one.
                sys.exit(OUT_OF_MEMORY)
            self._ended = not chunk
            if chunk:
                yield chunk

    def pass_over_rest(self) -> None:
        for _ in self:
            pass


def _answer(header: dict[str, Any], given: Iterable[bytes], limits: Limits) -> Iterator[dict[str, Any]]:
    published = header["origin"].pop("published")
    origin = Origin(**header["origin"], published=date.fromisoformat(published) if published else None)
    try:
        if header["as_feed"]:
            yield encode(feed.parse(b"".join(given), origin))
            return
        recogniser = _TimedRecogniser(limits.seconds) if header["recognise"] else None
        for item in read_chunks(given, origin, header["fields"], header["suffix"], recogniser):
            yield encode(item)
    except errors.ParleyError as error:
        yield encode(error)
    except ImportError as error:
        yield encode(not_installed(error))
    except MemoryError:
        yield encode(too_much_memory(origin.name, limits.memory, is_text=is_plain_text(origin.name)))
    except Exception as error:  # noqa: BLE001
        yield encode(
            errors.MalformedSource(
                f"{origin.name}: it could not be read ({type(error).__name__}). Save it again."
            )
        )


if __name__ == "__main__":
    main()
