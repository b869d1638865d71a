"""The last step of the pipeline: a scene becomes the bytes of a picture, in any of several formats."""

from ..dsl.theme import THEMES, Theme
from .draw import FORMATS, draw

__all__ = ["FORMATS", "THEMES", "Theme", "draw"]
