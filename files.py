"""Reading specs from wherever people keep them, and writing results whole or not at all."""

from __future__ import annotations

import glob
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from .dsl.source import Source
from .output import UsageError

ENDING = ".dgm"
FENCE = re.compile(r"^(```|~~~)[ \t]*dg\b[^\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)


class NoSuchInputError(UsageError):
    """A path or pattern that names no spec."""


def sources(paths: Iterable[str]) -> Iterator[Source]:
    """Yield the specs that paths name: files, directories, patterns, Markdown with fences, `-` for stdin.

    Raises `NoSuchInputError` for a path that names nothing.
    """
    for path in paths:
        yield from _named(path)


def _named(path: str) -> Iterator[Source]:
    if path == "-":
        yield Source(text=sys.stdin.read(), name="<stdin>")
    elif Path(path).is_dir():
        yield from (read(file) for file in sorted(Path(path).rglob(f"*{ENDING}")))
    elif Path(path).is_file():
        yield from of_file(Path(path))
    else:
        found = sorted(Path(p) for p in glob.glob(path, recursive=True) if Path(p).is_file())
        if not found:
            raise NoSuchInputError(f"no such file, folder or pattern: {path}")
        for file in found:
            yield from of_file(file)


def of_file(file: Path) -> Iterator[Source]:
    """Yield the specs of one file: itself, or the fences of a Markdown file."""
    if file.suffix.lower() not in (".md", ".markdown"):
        yield read(file)
        return
    for line, text in fences(read(file).text):
        yield Source(text=text, name=f"{file}:{line}")


def read(file: Path) -> Source:
    """Read a file; bytes that are no UTF-8 become replacement characters, which the parser reports."""
    return Source(text=file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n"), name=str(file))


def fences(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the first line and the text of each ```dg fence.

    >>> list(fences("```dg\\npoint A\\n```"))
    [(2, 'point A\\n')]
    """
    for found in FENCE.finditer(markdown):
        yield markdown.count("\n", 0, found.start(2)) + 1, found.group(2)


def write_atomically(target: Path, data: bytes) -> None:
    """Write a file so that readers see the old one or the whole new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
