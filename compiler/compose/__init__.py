"""From panels to one picture: texts set and placed, panels side by side, the sheet beside them."""

from .compose import compose

__all__ = ["compose"]
