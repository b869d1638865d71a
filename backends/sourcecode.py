"""What formats that are themselves source code share: safe comments, wrapped lines, headings."""

from textwrap import wrap

from ..dsl.scene import Scene
from .shapes import Cluster


def one_line(text: str) -> str:
    r"""Return text that cannot end a comment: on one line, without control characters.

    >>> one_line("a\nimport os")
    'a import os'
    """
    return "".join(char if char.isprintable() else " " for char in text)


def wrapped(text: str, indent: str = "    ") -> str:
    """Return text broken at blanks into lines of at most 100 characters."""
    lines = wrap(text, 100, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def about(scene: Scene, mark: str) -> list[str]:
    """Return comment lines with the scene's title and description."""
    return [
        f"{mark} {line}" for text in (scene.title, scene.alt) if text for line in wrap(one_line(text), 98)
    ]


def heading(cluster: Cluster, mark: str) -> str:
    """Return the comment line above a cluster: `# ABC (edge)`."""
    if not cluster.entity:
        return f"{mark} {one_line(cluster.role)}"
    return f"{mark} {one_line(cluster.entity)} ({one_line(cluster.role)})"
