"""The reader itself: one question and one window a run, on one thread, never padded.

Dynamic int8 takes its scale from the whole tensor, so that padding, or another window in the same run, would change the
scores. A window alone gives the same bits however often it is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from index import telemetry
from index.model import Span

LONGEST_MARGIN = 12.0
"""A margin is cut to so much on both sides: past it, more does not make an answer surer."""

LONGEST_SPAN = 30
"""Tokens of the words that answer; of the longer answers in training there are too few."""

LONGEST_WINDOW = 256
"""Tokens of a question with its window: what the reader was trained on."""

LONGEST_QUESTION = 96
"""Tokens of a question; the rest of ``LONGEST_WINDOW`` is for the window."""

MODEL, TOKENIZER = "reader6.int8.onnx", "tokenizer.json"

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where a sentence answers best: the words, characters into the window, and by how much they are likelier than no answer.

    ``margin`` is a difference of two logits, cut to ``LONGEST_MARGIN``; above 0, the reader holds that the words answer.
    """

    margin: float
    span: Span


class Reader:
    """A loaded model and its tokenizer. Safe to use from several threads."""

    def __init__(self, model: Path, tokenizer: str) -> None:
        """Take the file of an ONNX model and the tokenizer's JSON. Raises ImportError where the packages of ``parley[reader]``
        lack."""
        telemetry.turn_off()
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # The graph was optimised when it was exported; to do it anew takes longer than a question.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self._session: Any = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    @classmethod
    def read(cls) -> Self:
        """Read the model that comes with Parley. Raises ImportError like the constructor."""
        folder = Path(__file__).parent / "data"
        return cls(folder / MODEL, (folder / TOKENIZER).read_text(encoding="utf-8"))

    def point(
        self, question: str, title: str, window: str, sentences: Sequence[Span]
    ) -> tuple[Pointing | None, ...]:
        """Return for each of ``sentences``, spans of the window, where it answers best.

        ``title`` is that of the document, or empty. None stands for a sentence past the end of what can be read at once.
        """
        lead = f"{title}: " if title else ""
        asked = self._tokenizer.encode(question, add_special_tokens=False)
        if len(asked.ids) > LONGEST_QUESTION:
            question = question[: asked.offsets[LONGEST_QUESTION][0]]
        encoded = self._tokenizer.encode(question, lead + window)
        if len(encoded.ids) > LONGEST_WINDOW:
            # The last token is the mark that ends a window.
            fits = encoded.offsets[LONGEST_WINDOW - 1][0]
            encoded = self._tokenizer.encode(question, (lead + window)[:fits])
        ids = np.array([encoded.ids], dtype=np.int64)
        start, end, _ = self._session.run(
            None,
            {
                "input_ids": ids,
                "attention_mask": np.ones_like(ids),
                "token_type_ids": np.array([encoded.type_ids], dtype=np.int64),
            },
        )
        places = np.array([place for place, part in enumerate(encoded.sequence_ids) if part == 1], dtype=int)
        spans = np.array([encoded.offsets[place] for place in places], dtype=int).reshape(-1, 2) - len(lead)
        none = float(start[0, 0] + end[0, 0])
        return tuple(_best(start[0, places], end[0, places], spans, sentence, none) for sentence in sentences)


def _best(
    start: Floats, end: Floats, spans: npt.NDArray[np.int_], sentence: Span, none: float
) -> Pointing | None:
    inside = np.flatnonzero((spans[:, 0] >= sentence[0]) & (spans[:, 1] <= sentence[1]))
    if not len(inside):
        return None
    scores = start[inside][:, None] + end[inside][None, :]
    length = np.arange(len(inside))[None, :] - np.arange(len(inside))[:, None]
    allowed = (length >= 0) & (length < LONGEST_SPAN)
    first, last = np.unravel_index(int(np.where(allowed, scores, -np.inf).argmax()), scores.shape)
    margin = float(scores[first, last]) - none
    return Pointing(
        max(-LONGEST_MARGIN, min(LONGEST_MARGIN, margin)),
        (int(spans[inside[first], 0]), int(spans[inside[last], 1])),
    )
