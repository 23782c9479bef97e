"""Keep the encoder of all-MiniLM-L6-v2 as 8-bit rows, the weights that training starts from.

python -m bench.reader.start --model model.safetensors --out minilm.npz
"""

import argparse
import json
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

TYPES = {"F32": np.float32, "F16": np.float16}
LEFT_OUT = ("position_ids", "pooler")
SMALL = 10_000
"""Matrices with fewer values stay as they are."""


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--out", required=True)
    arguments = options.parse_args()
    kept = {}
    for name, values in read_tensors(arguments.model):
        if any(part in name for part in LEFT_OUT):
            continue
        if values.ndim == 2 and values.size > SMALL:
            scale = np.abs(values).max(1, keepdims=True) / 127 + 1e-12
            kept[f"{name}|q"] = np.round(values / scale).astype(np.int8)
            kept[f"{name}|s"] = scale.astype(np.float32)
        else:
            kept[name] = values
    np.savez_compressed(arguments.out, **kept)


def read_tensors(path: Path) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    """Yield the name and the values of each tensor of a file of safetensors (huggingface.co/docs/safetensors)."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    for name, tensor in json.loads(raw[8 : 8 + length]).items():
        if name == "__metadata__" or tensor["dtype"] not in TYPES:
            continue
        first, last = (8 + length + offset for offset in tensor["data_offsets"])
        values = np.frombuffer(raw[first:last], TYPES[tensor["dtype"]])
        yield name, values.reshape(tensor["shape"]).astype(np.float32)


if __name__ == "__main__":
    main()
