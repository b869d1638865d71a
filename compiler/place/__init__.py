"""Label placement: the text requests that a drawing makes, and the service that answers them."""

from .request import AlongLine, ByPoint, Fixed, InArc, InArea, LabelRequest, Target
from .service import Placement, place

__all__ = [
    "AlongLine",
    "ByPoint",
    "Fixed",
    "InArc",
    "InArea",
    "LabelRequest",
    "Placement",
    "Target",
    "place",
]
