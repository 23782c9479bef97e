"""The JSON objects that ``--json`` prints, as pydantic models by their subjects.

Offsets are characters (Unicode code points) into the document's text, end exclusive. Dates are ISO 8601.
"""
