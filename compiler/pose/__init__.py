"""From meaning to equations: `Model` to `System`, the third step of the pipeline."""

from .pose import Posed, pose

__all__ = ["Posed", "pose"]
