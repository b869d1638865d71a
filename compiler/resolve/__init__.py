"""Names and types: `Spec` to `Model`, the second step of the pipeline."""

from .resolve import resolve

__all__ = ["resolve"]
