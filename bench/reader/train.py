"""Train an extractive reader from MiniLM: heads for start, end ("no answer" is the first token) and relevance. One GPU, bfloat16.

    python -m bench.reader.train --examples train.json.xz --watch dev.json.xz --start minilm.npz --tokenizer tokenizer.json
                                 --save reader.pt [--layers 3] [--teacher t1.pt t2.pt] [--seed 1]

Two stages: every example, then the core (few of the one-sentence questions of QAMR, fewer easy negatives). The weights are the
moving average of the steps. With teachers, the loss mixes in the distance to their mean distribution.
"""

import argparse
import copy
import json
import lzma
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from index.answering.reader.pointer import LONGEST_SPAN, LONGEST_WINDOW
from index.evaluation import area_under_curve

WIDTH, HEADS, INNER, WORDS = 384, 12, 1536, 30_522
"""The shape of MiniLM."""

KEPT_LAYERS = {6: (0, 1, 2, 3, 4, 5), 3: (0, 2, 5)}
"""Which of MiniLM's layers a reader of so many starts from."""

CORE = {"qamr": 0.33, "bm25": 0.35}
"""What share of the examples of these sources, by a part of their name, the second stage keeps."""

NEVER = -1e4
HELD_BACK = 3_000
QUESTION = 400
"""Characters of a question; more is cut."""

Three = tuple[Tensor, Tensor, Tensor]
"""Logits of start and end, by row and token, and of relevance, by row."""


class Reader(nn.Module):
    """The encoder with three heads."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        config = BertConfig(
            vocab_size=WORDS,
            hidden_size=WIDTH,
            num_hidden_layers=layers,
            num_attention_heads=HEADS,
            intermediate_size=INNER,
            attn_implementation="sdpa",
        )
        self.bert = BertModel(config, add_pooling_layer=False)
        self.qa, self.rel = nn.Linear(WIDTH, 2), nn.Linear(WIDTH, 1)
        nn.init.normal_(self.qa.weight, std=0.02)
        nn.init.normal_(self.rel.weight, std=0.02)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> Three:
        """Return the logits for a batch of token numbers, which of them count, and of which part they are."""
        states = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        places = self.qa(states)
        return places[..., 0], places[..., 1], self.rel(states[:, 0])[:, 0]


def load_start(model: Reader, path: str) -> None:
    """Load the encoder from an .npz of its tensors; "name|q" with "name|s" is an 8-bit matrix with one scale a row."""
    packed = np.load(path)
    tensors = {}
    for name in packed.files:
        if name.endswith("|q"):
            values = packed[name].astype(np.float32) * packed[name[:-2] + "|s"]
            tensors[name[:-2]] = torch.tensor(values)
        elif not name.endswith("|s"):
            tensors[name] = torch.tensor(packed[name])
    kept = {name: tensor for name, tensor in tensors.items() if "encoder.layer" not in name}
    for number, layer in enumerate(KEPT_LAYERS[len(model.bert.encoder.layer)]):
        mark = f"encoder.layer.{layer}."
        kept |= {
            name.replace(mark, f"encoder.layer.{number}."): tensor
            for name, tensor in tensors.items()
            if mark in name
        }
    missing, unexpected = model.bert.load_state_dict(kept, strict=False)
    if unexpected or any("position_ids" not in name for name in missing):
        raise SystemExit(f"{path} does not hold MiniLM's encoder: {missing}, {unexpected}")


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example in tokens; ``starts`` and ``ends`` are those of every right span, the first token where there is none."""

    ids: npt.NDArray[np.int32]
    types: npt.NDArray[np.int8]
    starts: list[int]
    ends: list[int]
    answerable: bool
    source: str


def read_tokenizer(path: str) -> Tokenizer:
    """Read the tokenizer, which cuts a window where it is longer than the reader's."""
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST_WINDOW, strategy="only_second")
    return tokenizer


def read_packed(path: str) -> tuple[list[str], list[list[Any]]]:
    """Return the passages and the examples, each [question, title, passage number, spans, kind, source]."""
    with lzma.open(path) as file:
        loaded = json.loads(file.read())
    return loaded["c"], loaded["e"]


def encode(rows: Sequence[Sequence[Any]], passages: Sequence[str], tokenizer: Any) -> list[Encoded]:
    """Return the examples in tokens; those whose answers are cut off are left out."""
    encoded = []
    for first in range(0, len(rows), 8192):
        part = rows[first : first + 8192]
        leads = [f"{row[1]}: " if row[1] else "" for row in part]
        pairs = [(row[0][:QUESTION], lead + passages[row[2]]) for row, lead in zip(part, leads, strict=True)]
        for row, lead, tokens in zip(part, leads, tokenizer.encode_batch(pairs), strict=True):
            answerable = row[4] != "null"
            starts, ends = _places(row, len(lead), tokens) if answerable else ([0], [0])
            if starts:
                ids, types = np.array(tokens.ids, np.int32), np.array(tokens.type_ids, np.int8)
                encoded.append(Encoded(ids, types, starts, ends, answerable, row[5]))
    return encoded


def _places(row: Sequence[Any], lead: int, tokens: Any) -> tuple[list[int], list[int]]:
    """Return the tokens at which a right span starts and ends; of a whole sentence, each of its tokens."""
    window = [place for place, part in enumerate(tokens.sequence_ids) if part == 1]
    starts: set[int] = set()
    ends: set[int] = set()
    for first, last in row[3]:
        inside = [
            place
            for place in window
            if tokens.offsets[place][1] > first + lead and tokens.offsets[place][0] < last + lead
        ]
        starts.update(inside if row[4] == "sent" else inside[:1])
        ends.update(inside if row[4] == "sent" else inside[-1:])
    return sorted(starts), sorted(ends)


def batches(data: Sequence[Encoded], tokens: int = 24_000, shuffle: bool = True) -> list[list[int]]:
    """Return the numbers of the examples in batches of so many tokens, of about one length each."""
    order = list(range(len(data)))
    if shuffle:
        random.shuffle(order)
        chunks = [order[first : first + 12_000] for first in range(0, len(order), 12_000)]
        order = [number for chunk in chunks for number in sorted(chunk, key=lambda n: len(data[n].ids))]
    else:
        order.sort(key=lambda number: len(data[number].ids))
    found: list[list[int]] = []
    batch: list[int] = []
    widest = 0
    for number in order:
        width = _padded(len(data[number].ids))
        if batch and max(widest, width) * (len(batch) + 1) > tokens:
            found.append(batch)
            batch, widest = [], 0
        batch.append(number)
        widest = max(widest, width)
    if batch:
        found.append(batch)
    if shuffle:
        random.shuffle(found)
    return found


def _padded(length: int) -> int:
    return (length + 15) // 16 * 16


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as tensors, a row each."""

    ids: Tensor
    types: Tensor
    mask: Tensor
    starts: Tensor
    ends: Tensor
    answerable: Tensor


def collate(data: Sequence[Encoded], numbers: Sequence[int]) -> Batch:
    """Return the examples with those numbers, padded, on the GPU."""
    rows, width = len(numbers), _padded(max(len(data[number].ids) for number in numbers))
    ids, types, mask = (np.zeros((rows, width), np.int64) for _ in range(3))
    starts, ends = (np.zeros((rows, width), bool) for _ in range(2))
    answerable = np.zeros(rows, np.float32)
    for row, number in enumerate(numbers):
        one = data[number]
        length = len(one.ids)
        ids[row, :length], types[row, :length], mask[row, :length] = one.ids, one.types, 1
        starts[row, one.starts] = ends[row, one.ends] = True
        answerable[row] = one.answerable
    arrays = (ids, types, mask, starts, ends, answerable)
    return Batch(*(torch.from_numpy(array).cuda(non_blocking=True) for array in arrays))


def may_answer(batch: Batch) -> Tensor:
    """Return which tokens may: those of the window, less the mark that ends it, and the first, which stands for no answer."""
    allowed = (batch.types == 1) & (batch.mask == 1)
    rows = torch.arange(len(allowed), device=allowed.device)
    allowed[rows, batch.mask.sum(1) - 1] = False
    allowed[:, 0] = True
    return allowed


def run(model: Reader, batch: Batch) -> Three:
    """Return the logits; those of tokens that may not answer are as low as can be."""
    with torch.autocast("cuda", torch.bfloat16):
        start, end, relevance = model(batch.ids, batch.mask, batch.types)
    never = ~may_answer(batch)
    return start.float().masked_fill(never, NEVER), end.float().masked_fill(never, NEVER), relevance.float()


def loss_of(found: Three, batch: Batch) -> Tensor:
    """Return the loss: any of the right starts and ends will do."""
    start, end, relevance = found

    def missed(logits: Tensor, right: Tensor) -> Tensor:
        return torch.logsumexp(logits, 1) - torch.logsumexp(logits.masked_fill(~right, NEVER), 1)

    spans = (missed(start, batch.starts) + missed(end, batch.ends)).mean() / 2
    return spans + 0.5 * functional.binary_cross_entropy_with_logits(relevance, batch.answerable)


def distance(found: Three, teachers: Sequence[Reader], batch: Batch) -> Tensor:
    """Return the cross entropy to the teachers' mean distribution."""
    start, end, relevance = found
    with torch.no_grad():
        taught = [run(teacher, batch) for teacher in teachers]
        starts = torch.stack([functional.softmax(one[0], 1) for one in taught]).mean(0)
        ends = torch.stack([functional.softmax(one[1], 1) for one in taught]).mean(0)
        relevances = torch.stack([torch.sigmoid(one[2]) for one in taught]).mean(0)
    spans = -(starts * functional.log_softmax(start, 1)).sum(1).mean() / 2
    spans = spans - (ends * functional.log_softmax(end, 1)).sum(1).mean() / 2
    return spans + 0.5 * functional.binary_cross_entropy_with_logits(relevance, relevances)


def _steps(data: Sequence[Encoded], total: int) -> Iterator[Batch]:
    done = 0
    while done < total:
        for numbers in batches(data)[: total - done]:
            done += 1
            yield collate(data, numbers)


def train(
    model: Reader,
    data: Sequence[Encoded],
    epochs: float,
    rate: float,
    teachers: Sequence[Reader],
    share: float,
    name: str,
) -> None:
    """Train for so many epochs; ``share`` is that of the distance to the teachers in the loss."""
    average = copy.deepcopy(model)
    matrices = [one for one in model.parameters() if one.ndim > 1]
    rest = [one for one in model.parameters() if one.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0}]
    optimiser = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), fused=True)
    total = int(len(batches(data)) * epochs)
    began, lost = time.monotonic(), torch.zeros((), device="cuda")
    for step, batch in enumerate(_steps(data, total)):
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, step / (0.06 * total + 1)) * (1 - step / total)
        found = run(model, batch)
        loss = loss_of(found, batch)
        if teachers:
            loss = (1 - share) * loss + share * distance(found, teachers, batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        lost += loss.detach()
        with torch.no_grad():
            towards = 1 - min(0.998, (step + 1) / (step + 11))
            torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), towards)
        if step % 400 == 399:
            print(
                name,
                step + 1,
                total,
                f"loss {lost.item() / 400:.4f} {time.monotonic() - began:.0f} s",
                flush=True,
            )
            lost.zero_()
    model.load_state_dict(average.state_dict())


@torch.no_grad()
def watch(model: Reader, data: Sequence[Encoded], name: str) -> None:
    """Print how well the model points, and tells answerable questions from others."""
    model.eval()
    margins, exact, near = (np.zeros(len(data)) for _ in range(3))
    for numbers in batches(data, 60_000, shuffle=False):
        batch = collate(data, numbers)
        start, end, _ = run(model, batch)
        none = start[:, 0] + end[:, 0]
        start[:, 0] = end[:, 0] = NEVER
        best, where = _best_spans(start, end)
        for number, margin, (first, last) in zip(
            numbers, (best - none).tolist(), where.tolist(), strict=True
        ):
            one = data[number]
            margins[number] = margin
            exact[number] = first in one.starts and last in one.ends
            near[number] = any(
                first <= right_end and last >= right_start
                for right_start, right_end in zip(one.starts, one.ends, strict=False)
            )
    yes = np.array([one.answerable for one in data])
    told = area_under_curve(list(margins[yes]), list(margins[~yes]))
    print(
        f"{name}: n {len(yes)}, exact {100 * exact[yes].mean():.1f}, overlap {100 * near[yes].mean():.1f}, AUROC {told:.3f}",
        flush=True,
    )
    model.train()


def _best_spans(start: Tensor, end: Tensor) -> tuple[Tensor, Tensor]:
    """Return for each row the score of its best span, and its first and last token."""
    rows, width = start.shape
    best = torch.full((rows,), -1e9, device=start.device)
    where = torch.zeros(rows, 2, dtype=torch.long, device=start.device)
    for more in range(min(LONGEST_SPAN, width)):
        scores, first = (start[:, : width - more] + end[:, more:]).max(1)
        better = scores > best
        best = torch.where(better, scores, best)
        where[better] = torch.stack([first, first + more], 1)[better]
    return best, where


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("examples", "watch", "start", "tokenizer", "save"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--layers", type=int, choices=KEPT_LAYERS, default=6)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--teacher", nargs="*", default=[])
    options.add_argument("--alpha", type=float, default=0.6, help="share of the teachers in the loss")
    options.add_argument("--epochs", type=float, nargs=2, default=(1.6, 1.3))
    options.add_argument("--rates", type=float, nargs=2, default=(2.5e-4, 1.5e-4))
    arguments = options.parse_args()
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    tokenizer = read_tokenizer(arguments.tokenizer)
    passages, examples = read_packed(arguments.examples)
    random.shuffle(examples)
    data = encode(examples[HELD_BACK:], passages, tokenizer)
    held_back = encode(examples[:HELD_BACK], passages, tokenizer)
    watched, questions = read_packed(arguments.watch)
    development = encode(questions, watched, tokenizer)
    core = [
        one
        for one in data
        if random.random() < next((share for part, share in CORE.items() if part in one.source), 1)
    ]
    print(f"{len(data)} examples, {len(core)} of the core", flush=True)
    model = Reader(arguments.layers).cuda()
    load_start(model, arguments.start)
    teachers = []
    for path in arguments.teacher:
        teacher = Reader(6).cuda()
        teacher.load_state_dict(torch.load(path, map_location="cuda"))
        teachers.append(teacher.eval())
    for name, part, epochs, rate in zip(
        ("all", "core"), (data, core), arguments.epochs, arguments.rates, strict=True
    ):
        train(model, part, epochs, rate, teachers, arguments.alpha, name)
    torch.save(model.state_dict(), arguments.save)
    watch(model, development, "development articles kept aside")
    watch(model, held_back, "held-back part of the mixture")


if __name__ == "__main__":
    main()
