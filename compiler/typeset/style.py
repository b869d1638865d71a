"""How a text is set: size, weight, alignment."""

from dataclasses import dataclass
from typing import Final, Literal

from ...dsl.theme import TEXT


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: `size` in points, `leading` the distance of base lines in type sizes.

    With `chemistry`, letters stay upright and digits in formulas are indices: `H2O` as H₂O.
    """

    size: float = TEXT.label
    weight: Literal["regular", "bold"] = "regular"
    align: Literal["left", "center", "right"] = "left"
    leading: float = 1.25
    chemistry: bool = False


LABEL: Final = Style()
