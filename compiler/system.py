"""The `System` that a model is posed as, and the `Layout` that solves it.

Every number of the drawing is a *slot*: coordinates, radii, lengths, and constants too (a constant is a
slot that is not free). Lengths are sketch millimetres, angles radians. A constraint names a kernel and
the slots that it reads, nothing else, so that kernels can be evaluated together, one array per kernel.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from ..dsl.source import Span


class Sort(StrEnum):
    """What a constraint demands of its kernel's value `v`."""

    EQUATION = "equation"
    """`v == 0`, to tolerance; a drawing that breaks it is refused."""
    BOUND = "bound"
    """`v >= 0`, to tolerance: stated inequalities, sides, order, non-overlap."""
    WISH = "wish"
    """`v >= 0` if it can be had: roominess, general position; never reported."""


@dataclass(frozen=True)
class Slot:
    """One number of the drawing. `start` is the given value, or a hint where to look."""

    name: str
    start: float
    free: bool = True
    hinted: bool = False
    """Whether `start` is worth keeping as a first guess (else the solver is free to choose)."""
    origin: int = -1
    """Which statement says the value of a slot that is not free; without the statement the slot is free."""
    written: str = ""
    """How the author wrote the value of a slot that is not free: `8 cm`."""


@dataclass(frozen=True)
class Statement:
    """What the author wrote, so that a conflict can name it."""

    text: str
    span: Span | None = None


@dataclass(frozen=True)
class Constraint:
    """A kernel over slots. `defines` marks the slot (among `slots`) that the kernel gives explicitly."""

    kernel: str
    slots: tuple[int, ...]
    sort: Sort = Sort.EQUATION
    weight: float = 1.0
    origin: int = -1
    """Index into `System.statements`, -1 for what the compiler itself demands."""
    defines: int | None = None


@dataclass(frozen=True)
class System:
    """Unknowns, equations and inequalities of one panel, with the seed for what is left open."""

    slots: tuple[Slot, ...]
    constraints: tuple[Constraint, ...]
    statements: tuple[Statement, ...]
    points: tuple[tuple[int, int], ...] = ()
    """The drawn points, as pairs of slots: what general position is about."""
    segments: tuple[tuple[int, int, int, int], ...] = ()
    """The drawn segments (x1, y1, x2, y2): no accidental right angle, parallel or tiny angle among them."""
    seed: int = 0
    extent: float = 60.0
    """The size, in sketch millimetres, that the drawing should roughly have."""
    circles: tuple[tuple[int, int, int], ...] = ()
    """The drawn circles (x, y, r): no accidental tangency, equal radius or point on the rim."""


@dataclass(frozen=True)
class Layout:
    """A number for every slot of a system, and how well each constraint holds."""

    values: tuple[float, ...]
    residuals: tuple[float, ...]
    """One per constraint: distance from holding, in the kernel's own unit; 0 when a bound holds."""
    freedom: int = 0
    """Degrees of freedom that the author left open (the trivial motions of the plane not counted)."""
    choices: tuple[str, ...] = field(default=())
    """Which of several solutions was taken, in words."""
