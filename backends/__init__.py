"""The last step of the pipeline: a scene becomes the bytes of a picture, in any of several formats."""

from .draw import FORMATS, draw
from .theme import THEMES, Theme

__all__ = ["FORMATS", "THEMES", "Theme", "draw"]
