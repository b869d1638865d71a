"""The solver: `System` in, `Layout` out."""

from .codes import CODES
from .kernels import KERNELS, Kernel, Unit
from .solver import settle, solve

__all__ = ["CODES", "KERNELS", "Kernel", "Unit", "settle", "solve"]
