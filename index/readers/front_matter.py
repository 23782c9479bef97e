"""YAML that strangers write: front matter and sidecar files, loaded safely and within bounds."""

from index.errors import MalformedSource

MOST_CHARACTERS = 20_000
_DEEPEST = 20


def load_fields(text: str, name: str) -> dict[str, object]:
    """Return the mapping that the YAML ``text`` holds; an empty one for nothing.

    Raises MalformedSource, naming ``name``, when it is not a mapping, is broken, is too long, has aliases, which can
    expand without bound, or lists inside lists deeper than anybody writes, which take ever longer to read.
    """
    if len(text) > MOST_CHARACTERS:
        raise MalformedSource(
            f"{name} has front matter of more than {MOST_CHARACTERS:,} characters; shorten it."
        )
    # Loaded here: who only asks reads no YAML.
    import yaml

    try:
        _refuse_unbounded(text, name)
        loaded = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}" if mark is not None else ""
        raise MalformedSource(f"{name} has broken YAML{place}; mend it or leave it out.") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise MalformedSource(f"{name} has front matter that is not a list of `name: value` lines; mend it.")
    return {str(key): value for key, value in loaded.items()}


def _refuse_unbounded(text: str, name: str) -> None:
    import yaml
    from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if isinstance(event, AliasEvent):
            raise MalformedSource(f"{name} has YAML aliases in its front matter; write the values out.")
        if depth > _DEEPEST:
            raise MalformedSource(
                f"{name} has front matter with lists in lists, {_DEEPEST} deep and more; make it plainer."
            )
