"""The solver: `System` in, `Layout` out."""

from .codes import CODES
from .kernels import KERNELS, Kernel, Unit
from .sharp import openness, sharpened
from .solver import settle, sketch, solve

__all__ = ["CODES", "KERNELS", "Kernel", "Unit", "openness", "settle", "sharpened", "sketch", "solve"]
