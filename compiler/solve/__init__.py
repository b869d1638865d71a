"""The solver: `System` in, `Layout` out."""

from .codes import CODES
from .kernels import KERNELS, Kernel, Unit
from .solver import solve

__all__ = ["CODES", "KERNELS", "Kernel", "Unit", "solve"]
