"""Text recognition for pages that are pictures, by RapidOCR with the models that it carries, where it is installed.

Those read Latin letters with their marks, Greek and Chinese ones, and no Cyrillic, Arabic or Hebrew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from index import telemetry

RESOLUTION = 200
"""Dots per inch at which a page is drawn; more of them say no more to a model that takes lines of 48 dots."""
_POINTS = 72
"""Points of an inch (PDF 2.0, ISO 32000-2, 8.3.2.3)."""
_LONGEST_SIDE = 2000
"""Dots of a page's longer side that are looked at: the library's own bound, by which its memory is known."""
_DARK = 0.5
"""Share of the way from the darkest to the brightest from which a dot is of no letter; chosen: a stamp in grey is dark."""


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """Words in one line, with where they stand on the page as it was looked at, in dots from the left and the top.

    ``confidences`` are those of its characters, each in [0, 1]; ``slope`` is by how much it rises or falls along its width.
    """

    text: str
    confidences: tuple[float, ...]
    left: float
    top: float
    right: float
    bottom: float
    slope: float = 0.0

    @property
    def height(self) -> float:
        """From the top of the tallest letter to the bottom of the lowest."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """From the first letter to the last."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The lines of a page in no order, and which of its dots are dark, turned so that the lines lie level."""

    lines: tuple[RecognisedLine, ...]
    dark: npt.NDArray[np.bool_]


class Recognition:
    """Reads the pages of PDFs as pictures, on one thread. The models are loaded when the first is read."""

    def __init__(self) -> None:
        """Raises ImportError where the extra is not installed."""
        telemetry.turn_off()
        import cv2
        from rapidocr import RapidOCR

        # Threads would take the processor's time of others, and the order of sums with them.
        cv2.setNumThreads(1)
        self._engine: Any = RapidOCR(
            params={
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Global.log_level": "error",
                "Global.max_side_len": _LONGEST_SIDE,
                "Global.return_word_box": True,
                "Rec.rec_batch_num": 1,
            }
        )

    def read(self, data: bytes, number: int) -> RecognisedPage:
        """Read the page with that number, from 0, of the PDF in ``data``, whatever its own words are."""
        import pypdfium2

        document = pypdfium2.PdfDocument(data)
        try:
            # Drawn no larger than it is looked at: a page of square metres would take gigabytes.
            page = document[number]
            scale = min(RESOLUTION / _POINTS, _LONGEST_SIDE / max(page.get_size()))
            picture = page.render(scale=scale).to_numpy()
        finally:
            document.close()
        return self.read_picture(picture)

    def read_picture(self, picture: npt.NDArray[np.uint8]) -> RecognisedPage:
        """Read a picture of rows of dots, each of three colours."""
        import cv2

        lines = self._lines(picture)
        grey = picture.mean(axis=2)
        if not lines:
            return RecognisedPage((), grey < 0)
        angle = float(np.median([np.arctan(line.slope) for line in lines]))
        height, width = grey.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(np.degrees(angle)), 1.0)
        level = cv2.warpAffine(grey, turn, (width, height), borderValue=float(grey.max()))
        low, high = np.percentile(level, (0.5, 99.5))
        return RecognisedPage(
            tuple(_turned(line, turn) for line in lines), level < low + _DARK * (high - low)
        )

    def _lines(self, picture: npt.NDArray[np.uint8]) -> list[RecognisedLine]:
        from rapidocr.main import RapidOCRError

        try:
            crops, found = self._engine.detect_and_crop(picture, {})
        except RapidOCRError:
            # It holds nothing that looks like words.
            return []
        read = self._engine.recognize_txt(crops)
        return [
            _line(text, words.confs if words is not None else (), np.asarray(box, dtype=np.float64))
            for box, text, words in zip(found.boxes, read.txts, read.word_results, strict=True)
            if text.strip() or _is_wide(box)
        ]


def _is_wide(box: Any) -> bool:
    """Tell whether a box holds words, and no dot or stroke, though nothing was read in it."""
    left, top = np.min(box, axis=0)
    right, bottom = np.max(box, axis=0)
    return bool(right - left > 2 * (bottom - top))


def _line(text: str, confidences: Sequence[float], box: npt.NDArray[np.float64]) -> RecognisedLine:
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    start, end = (box[0] + box[3]) / 2, (box[1] + box[2]) / 2
    run = end[0] - start[0]
    slope = float((end[1] - start[1]) / run) if run > 0 else 0.0
    confident = tuple(map(float, confidences)) if len(confidences) == len(text) else (0.0,) * len(text)
    # A box around a line that is not level is as tall as the line rises.
    tall = float(np.linalg.norm(box[0] - box[3]) + np.linalg.norm(box[1] - box[2])) / 2
    middle = (top + bottom) / 2
    return RecognisedLine(
        text, confident, float(left), float(middle - tall / 2), float(right), float(middle + tall / 2), slope
    )


def _turned(line: RecognisedLine, turn: npt.NDArray[np.float64]) -> RecognisedLine:
    middle = np.array([(line.left + line.right) / 2, (line.top + line.bottom) / 2, 1.0])
    x, y = turn @ middle
    return RecognisedLine(
        line.text,
        line.confidences,
        float(x - line.width / 2),
        float(y - line.height / 2),
        float(x + line.width / 2),
        float(y + line.height / 2),
    )
