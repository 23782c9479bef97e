"""Export a trained reader to ONNX, quantise it to int8 (dynamic, weights per channel), and optimise its graph.

python -m bench.reader.export --weights reader.pt --layers 6 --out reader6.int8.onnx
"""

import argparse
import tempfile
from pathlib import Path

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from bench.reader.train import Reader

NAMES_IN, NAMES_OUT = ["input_ids", "attention_mask", "token_type_ids"], ["start", "end", "rel"]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--weights", required=True)
    options.add_argument("--layers", type=int, default=6)
    options.add_argument("--out", type=Path, required=True)
    arguments = options.parse_args()
    model = Reader(arguments.layers)
    model.load_state_dict(torch.load(arguments.weights, map_location="cpu"))
    model.eval()
    model.bert.config._attn_implementation = "eager"
    ids = torch.randint(1000, 2000, (2, 48))
    types = torch.cat([torch.zeros(2, 10), torch.ones(2, 38)], 1).long()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), types),
            str(plain),
            input_names=NAMES_IN,
            output_names=NAMES_OUT,
            opset_version=17,
            dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "length"} for name in (*NAMES_IN, "start", "end")}
            | {"rel": {0: "batch"}},
        )
        quantised = Path(folder) / "quantised.onnx"
        quantize_dynamic(
            plain,
            quantised,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )
        optimise(quantised, arguments.out)
    print(arguments.out, round(arguments.out.stat().st_size / 1e6, 1), "MB")


def optimise(model: Path, out: Path) -> None:
    """Write a model with its graph optimised for any processor, which is what onnxruntime would do each time that it loads it."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(out)
    onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


if __name__ == "__main__":
    main()
