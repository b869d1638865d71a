"""Readers of foreign geometry languages: each turns a file into specs, text in our language that goes through the parser."""

from .base import Format, Imported
from .formats import FORMATS, find_format, read

__all__ = ["FORMATS", "Format", "Imported", "find_format", "read"]
