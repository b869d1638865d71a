"""What a drawing asks of the placement service: a text, and the feature that it belongs to."""

from dataclasses import dataclass, field

from ...dsl.scene import Origin
from ..targets import AlongLine, ByPoint, Fixed, InArc, InArea, Target
from ..typeset.text import SetText

__all__ = ["AlongLine", "ByPoint", "Fixed", "InArc", "InArea", "LabelRequest", "Target"]


@dataclass(frozen=True)
class LabelRequest:
    """One text that must appear. `owner` is the id of the primitive it names (it may touch no other)."""

    id: str
    text: SetText
    target: Target
    role: str = "label"
    origin: Origin | None = None
    owner: str = ""
    color: str = "ink"
    z: int = 50
    may_lead: bool = True
    """Whether a leader line from text to target is acceptable when crowded."""
    must_lead: bool = False
    """Whether only places with a leader will do, because the usual ones mislead."""
    avoid: tuple[str, ...] = field(default=())
    """Ids of light areas that the text must keep out of (text may stand on all others)."""
    rotation: float = 0.0
    """Degrees by which the text is turned, wherever it ends up; upright unless a convention says so."""
