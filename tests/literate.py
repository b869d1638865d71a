"""Reading literate cases: Markdown files whose ```dg blocks are specs, with expected findings in comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```dg[^\n]*\n(.*?)^```\s*$", re.MULTILINE | re.DOTALL)
EXPECTED = re.compile(r"//\s*(error|warning|note):\s*([A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)")
ANYWHERE = 0
"""The line of findings that have no place."""


@dataclass(frozen=True)
class Case:
    """One block of a file: its spec, and the findings that it expects as (line, severity, code)."""

    file: Path
    heading: str
    number: int
    text: str
    expected: tuple[tuple[int, str, str], ...]

    @property
    def id(self) -> str:
        """A readable name for the test."""
        return f"{self.file.parent.name}/{self.file.stem}:{self.number} {self.heading}"


def cases_in(file: Path) -> Iterator[Case]:
    """Yield the cases of a Markdown file."""
    whole = file.read_text("utf-8")
    for number, found in enumerate(FENCE.finditer(whole), 1):
        headings = re.findall(r"^#+ (.+)$", whole[: found.start()], re.MULTILINE)
        text = found.group(1)
        yield Case(file, headings[-1] if headings else "", number, text, tuple(expectations(text)))


def expectations(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield what the comments of a spec expect. A comment on a line of its own speaks of no place."""
    for line, content in enumerate(text.splitlines(), 1):
        found = EXPECTED.search(content)
        if found is None:
            continue
        place = line if content[: found.start()].strip() else ANYWHERE
        for code in re.split(r"\s*,\s*", found.group(2)):
            yield (place, found.group(1), code)
