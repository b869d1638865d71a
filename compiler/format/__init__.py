"""Writes a syntax tree as canonical text."""

from .writer import HEADINGS, default_home, format_spec

__all__ = ["HEADINGS", "default_home", "format_spec"]
