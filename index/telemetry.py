"""Keeps packages that others make from telling their makers what runs on this machine."""

import os


def turn_off() -> None:
    """Have onnxruntime report nothing; to be called before it is loaded.

    Its official builds report the processor, the memory and what is run to Microsoft, unless this variable is set by then
    (``Privacy.md`` in the package). Nothing leaves the host.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
