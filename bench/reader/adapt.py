"""Train the reader that ships further: a larger teacher learns the mixture, and the reader learns from it. One GPU, bfloat16.

    python -m bench.reader.adapt teacher --examples train.json.xz written.json.xz --watch dev.json.xz
        --start model.safetensors --seconds 190 --rate 7e-5 --seed 2 --save t.pt
    python -m bench.reader.adapt student --examples train.json.xz written.json.xz --watch dev.json.xz
        --teacher t.pt --seconds 150 --rate 2e-4 --seed 4 --save reader6.pt

The teacher is MPNet, whose word pieces are those of the reader, by all-mpnet-base-v2 (Apache 2.0). What it says of each example
is kept, so that the student reads it as often as the time allows. Both are given seconds rather than epochs.
"""

import argparse
import copy
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional
from transformers import MPNetConfig, MPNetModel

from bench.reader.start import read_tensors
from bench.reader.train import (
    CORE,
    NEVER,
    Batch,
    Encoded,
    Reader,
    Three,
    batches,
    collate,
    encode,
    loss_of,
    may_answer,
    read_packed,
    read_tokenizer,
    watch,
)

SHIFT, FIRST, LAST, PADDING = 4, 0, 2, 1
"""MPNet's numbers: by how much those of the word pieces are higher, and those of the marks that begin and end."""

CLS, SEP = 101, 102


class Teacher(nn.Module):
    """MPNet with the same three heads, and with the part of each token, which it does not know by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = MPNetModel(
            MPNetConfig(
                vocab_size=30_527,
                max_position_embeddings=514,
                layer_norm_eps=1e-5,
                attn_implementation="eager",
            ),
            add_pooling_layer=False,
        )
        self.parts = nn.Embedding(2, 768)
        self.qa, self.rel = nn.Linear(768, 2), nn.Linear(768, 1)
        nn.init.zeros_(self.parts.weight)
        nn.init.normal_(self.qa.weight, std=0.02)
        nn.init.normal_(self.rel.weight, std=0.02)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> Three:
        own = ids + SHIFT
        own = torch.where(ids == CLS, FIRST, torch.where(ids == SEP, LAST, own))
        own = torch.where(mask == 0, PADDING, own)
        words = self.bert.embeddings.word_embeddings(own) + self.parts(types)
        states = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        places = self.qa(states)
        return places[..., 0], places[..., 1], self.rel(states[:, 0])[:, 0]


def load_teacher(model: Teacher, path: Path) -> None:
    """Load MPNet's encoder from ``model.safetensors``."""
    tensors = {
        name: torch.tensor(values)
        for name, values in read_tensors(path)
        if "position_ids" not in name and "pooler" not in name
    }
    missing, unexpected = model.bert.load_state_dict(tensors, strict=False)
    if unexpected or any("position_ids" not in name for name in missing):
        raise SystemExit(f"not MPNet's encoder: {missing}, {unexpected}")


def load_shipped(model: Reader, path: Path) -> None:
    """Load the int8 model that ships, each matrix times its scale."""
    graph = onnx.load(path).graph
    known = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    tensors = {
        name: value
        for name, value in known.items()
        if name in ("qa.bias", "rel.bias")
        or (name.startswith("bert.") and name.endswith((".weight", ".bias")))
    }

    def whole(base: str) -> np.ndarray:
        values = known[base + "_quantized"].astype(np.float32) - known[base + "_zero_point"].astype(
            np.float32
        )
        return values * known[base + "_scale"]

    for part in ("word", "token_type", "position"):
        name = f"bert.embeddings.{part}_embeddings.weight"
        tensors[name] = whole(name)
    for node in graph.node:
        if node.op_type in ("MatMulIntegerToFloat", "DynamicQuantizeMatMul"):
            base = next(
                one for one in node.input if one.endswith("_quantized") and one in known
            ).removesuffix("_quantized")
            bias = next((one for one in node.input if one.endswith(".bias")), None)
            matrix = whole(base).T.copy()
            name = (
                bias.removesuffix("bias") + "weight"
                if bias
                else ("qa.weight" if len(matrix) == 2 else "rel.weight")
            )
            tensors[name] = matrix
    model.load_state_dict({name: torch.tensor(np.array(value)) for name, value in tensors.items()})


def run(model: nn.Module, batch: Batch) -> Three:
    """Return the logits; those of tokens that may not answer are as low as can be."""
    with torch.autocast("cuda", torch.bfloat16):
        start, end, relevance = model(batch.ids, batch.mask, batch.types)
    never = ~may_answer(batch)
    return start.float().masked_fill(never, NEVER), end.float().masked_fill(never, NEVER), relevance.float()


@torch.no_grad()
def kept_words(teacher: nn.Module, data: Sequence[Encoded]) -> dict[int, tuple[Tensor, Tensor, Tensor]]:
    """Return what the teacher says of each example."""
    teacher.eval()
    said = {}
    for numbers in batches(data, 90_000, shuffle=False):
        start, end, relevance = run(teacher, collate(data, numbers))
        start, end = functional.softmax(start, 1).half(), functional.softmax(end, 1).half()
        relevance = torch.sigmoid(relevance)
        for row, number in enumerate(numbers):
            length = len(data[number].ids)
            said[number] = (start[row, :length].clone(), end[row, :length].clone(), relevance[row])
    return said


def distance(found: Three, said: list[tuple[Tensor, Tensor, Tensor]]) -> Tensor:
    """Return the cross entropy to what the teacher said."""
    start, end, relevance = found
    width = start.shape[1]
    starts, ends = (
        torch.stack([functional.pad(one[part], (0, width - len(one[part]))) for one in said]).float()
        for part in (0, 1)
    )
    relevances = torch.stack([one[2] for one in said])
    spans = -(
        (starts * functional.log_softmax(start, 1)).sum(1) + (ends * functional.log_softmax(end, 1)).sum(1)
    )
    return spans.mean() / 2 + 0.5 * functional.binary_cross_entropy_with_logits(relevance, relevances)


def train(
    model: nn.Module,
    data: Sequence[Encoded],
    seconds: float,
    rate: float,
    said: dict[int, tuple[Tensor, Tensor, Tensor]] | None,
    share: float,
    name: str,
) -> None:
    """Train for so many seconds; the weights are the moving average of the steps."""
    model.train()
    average = copy.deepcopy(model)
    matrices = [one for one in model.parameters() if one.ndim > 1]
    rest = [one for one in model.parameters() if one.ndim <= 1]
    optimiser = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0}],
        lr=rate,
        betas=(0.9, 0.98),
        fused=True,
    )
    began, step, lost = time.monotonic(), 0, torch.zeros((), device="cuda")
    done = 0.0
    epoch = 0
    while done < 1:
        epoch += 1
        for numbers in batches(data):
            done = (time.monotonic() - began) / seconds
            if done >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, step / 100) * max(0.01, 1 - done)
            batch = collate(data, numbers)
            found = run(model, batch)
            loss = loss_of(found, batch)
            if said is not None:
                loss = (1 - share) * loss + share * distance(found, [said[number] for number in numbers])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            lost += loss.detach()
            with torch.no_grad():
                towards = 1 - min(0.998, step / (step + 10))
                torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), towards)
            if step % 200 == 0:
                print(
                    name,
                    f"epoch {epoch} step {step} loss {lost.item() / 200:.4f} {time.monotonic() - began:.0f} s",
                    flush=True,
                )
                lost.zero_()
    torch.cuda.synchronize()
    print(name, f"{epoch} epochs begun, {step} steps", flush=True)
    model.load_state_dict(average.state_dict())
    model.eval()


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("who", choices=("teacher", "student"))
    options.add_argument("--examples", nargs="+", required=True)
    options.add_argument("--watch", nargs="+", required=True)
    options.add_argument("--tokenizer", default="index/answering/reader/data/tokenizer.json")
    options.add_argument("--start", type=Path, default=Path("index/answering/reader/data/reader6.int8.onnx"))
    options.add_argument("--teacher")
    options.add_argument("--seconds", type=float, required=True)
    options.add_argument("--rate", type=float, required=True)
    options.add_argument("--share", type=float, default=0.7, help="of the teacher in the loss")
    options.add_argument("--dropout", type=float, default=0.1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--save", required=True)
    arguments = options.parse_args()
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    tokenizer = read_tokenizer(arguments.tokenizer)

    def read(path: str) -> list[Encoded]:
        passages, rows = read_packed(path)
        return encode(rows, passages, tokenizer)

    whole = [one for path in arguments.examples for one in read(path)]
    data = [
        one
        for one in whole
        if random.random() < next((share for part, share in CORE.items() if part in one.source), 1)
    ]
    watched = {Path(path).name.split(".")[0]: read(path) for path in arguments.watch}
    print(f"{len(whole)} examples, {len(data)} of the core", flush=True)

    def look(model: nn.Module, name: str) -> None:
        for part, rows in watched.items():
            watch(model, rows, f"{name} on {part}")
        model.eval()

    said = None
    if arguments.who == "teacher":
        model: nn.Module = Teacher()
        load_teacher(model, arguments.start)
        model.cuda()
    else:
        model = Reader(6)
        load_shipped(model, arguments.start)
        model.cuda()
        look(model, "shipped")
        for part in model.modules():
            if isinstance(part, nn.Dropout):
                part.p = arguments.dropout
        model.bert.config.attention_probs_dropout_prob = arguments.dropout
        while not Path(arguments.teacher).exists():
            time.sleep(1)
        time.sleep(2)
        teacher = Teacher().cuda()
        teacher.load_state_dict(torch.load(arguments.teacher, map_location="cuda"))
        began = time.monotonic()
        said = kept_words(teacher, data)
        del teacher
        print(f"the teacher has spoken in {time.monotonic() - began:.0f} s", flush=True)
    train(model, data, arguments.seconds, arguments.rate, said, arguments.share, arguments.who)
    torch.save(model.state_dict(), arguments.save + ".part")
    Path(arguments.save + ".part").rename(arguments.save)
    look(model, arguments.who)


if __name__ == "__main__":
    main()
