"""Reads a spec's text into its syntax tree: `Source` to `Spec`, the first step of the pipeline."""

from .reader import parse

__all__ = ["parse"]
