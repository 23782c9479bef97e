"""One JSON object, made from the attributes of a thing: what all that ``--json`` prints is built on."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

Computed = Mapping[str, Callable[[Any], object]]
"""How fields are had of a thing that has no attributes of their names."""


class Output(BaseModel):
    """One JSON object, made from keywords or from the attributes of a thing, which have the names of its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    computed: ClassVar[Computed] = {}
    """The fields that are no attributes of the thing, and how each is had of it."""

    @classmethod
    def of(cls, thing: object = None, /, **named: object) -> Self:
        """Take over a thing, or what is ``named``. Raises pydantic's ValidationError where it is not as the fields say."""
        return cls.model_validate(named if thing is None else thing)

    @model_validator(mode="before")
    @classmethod
    def _taken_over(cls, thing: object) -> object:
        if isinstance(thing, dict | Output):
            return thing
        return {
            name: cls.computed[name](thing) if name in cls.computed else getattr(thing, name)
            for name in cls.model_fields
        }
