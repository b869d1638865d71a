"""A first arrangement of boxes, from which the solver starts."""

from .arrange import arrange
from .plan import Block, Heading, Hint, Inside, Level, Loose, Order, Place, Rest, Ring, Tie

__all__ = [
    "Block",
    "Heading",
    "Hint",
    "Inside",
    "Level",
    "Loose",
    "Order",
    "Place",
    "Rest",
    "Ring",
    "Tie",
    "arrange",
]
