"""A question as somebody typed it: bounded, and in one line."""

from index.errors import QueryError

LONGEST_QUESTION = 2_000
"""Characters of a question; more is refused."""


def checked(question: str) -> str:
    """Return a question as one line that can be stored. Raises QueryError where it is empty or too long."""
    text = " ".join(question.split())
    if not text:
        raise QueryError("The question is empty; ask something, such as: Who met in Moscow?")
    if len(text) > LONGEST_QUESTION:
        raise QueryError(f"The question has {len(text):,} characters; ask in at most {LONGEST_QUESTION:,}.")
    return text.encode("utf-8", "replace").decode("utf-8")
