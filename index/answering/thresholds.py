"""From which confidence on something is shown: the thresholds that a host may set."""

from dataclasses import dataclass

from index.model import Strength

STRONG = 0.6
"""From this confidence on, where the host sets no other, the excerpt is shown as the answer."""

PARTIAL = 0.3
"""From this confidence on, where the host sets no other, the excerpt is shown as the closest that was found; below, the bot
abstains."""

_BELOW = 0.01
"""How far below a threshold that confidence is which may not come up to it: the last digit that is shown."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which confidence on an excerpt is shown, as the closest, and as the answer; ``answered`` is at most ``strong``."""

    answered: float = PARTIAL
    strong: float = STRONG

    def strength(self, value: float) -> Strength:
        """Return a confidence in words."""
        return "strong" if value >= self.strong else "partial" if value >= self.answered else "weak"

    def held(self, value: float, most: Strength) -> float:
        """Return the confidence, or what is just below the threshold that it may not come up to: it is ``most`` at most."""
        if most == "strong":
            return value
        if most == "partial" and self.answered < self.strong:
            return min(value, max(self.strong - _BELOW, self.answered))
        return min(value, max(self.answered - _BELOW, 0.0))
