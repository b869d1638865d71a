"""The kernels: every relation that the solver knows, by name."""

from .areas import AREAS
from .arithmetic import ARITHMETIC
from .bounds import BOUNDS
from .circles import CIRCLES
from .kernel import Kernel, Unit
from .lines import LINES
from .points import POINTS
from .space import SPACE

KERNELS: dict[str, Kernel] = {
    kernel.name: kernel
    for family in (ARITHMETIC, POINTS, LINES, CIRCLES, AREAS, BOUNDS, SPACE)
    for kernel in family
}
"""Every kernel, by the name that a `Constraint` cites."""

__all__ = ["KERNELS", "Kernel", "Unit"]
