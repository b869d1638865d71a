"""What the command `audit` does: legibility reports of specs and of picture files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from .dsl.source import Source
from .files import sources
from .output import UsageError

if TYPE_CHECKING:
    from .compiler.pipeline import Options
    from .eval.legibility.wording import Report

Subject: TypeAlias = Source | Path
"""A spec, or a picture file."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"})
DRAWN_ELSEWHERE = frozenset({".svg", ".pdf", ".eps", ".tex", ".tif", ".tiff"})
"""Endings of files that are neither specs nor pictures made of pixels that are read here."""


class AuditFormat(StrEnum):
    """How reports are written."""

    TEXT = "text"
    JSON = "json"


def subjects(inputs: Sequence[str]) -> list[Subject]:
    """Return the specs and pictures that the command line names; raises `UsageError` for what is neither."""
    found: list[Subject] = []
    for name in inputs:
        ending = Path(name).suffix.lower()
        if ending in DRAWN_ELSEWHERE:
            raise UsageError(
                f"{name}: pictures are read from their pixels; make a png of it, or give the spec"
            )
        if ending not in PICTURES:
            found += sources([name])
        elif Path(name).is_file():
            found.append(Path(name))
        else:
            raise UsageError(f"no such file: {name}")
    return found


def reports(subjects: Iterable[Subject], options: Options, width_px: int) -> Iterator[Report]:
    """Yield a report for each subject; a spec is drawn even if the compiler would refuse its picture."""
    from .compiler.pipeline import compile_spec
    from .eval.legibility.picture_report import PictureError, report_of_picture
    from .eval.legibility.spec_report import report_of

    for subject in subjects:
        if isinstance(subject, Source):
            yield report_of(compile_spec(subject, options), width_px)
            continue
        try:
            yield report_of_picture(subject, width_px)
        except PictureError as wrong:
            raise UsageError(str(wrong)) from None


def write_audits(reports: Sequence[Report], format: AuditFormat, *, quiet: bool) -> None:
    """Print reports; several of them end with a count, those that are `quiet` are one line each."""
    from .eval.legibility.wording import one_line, record_of, text_of

    if format is AuditFormat.JSON:
        records = [record_of(report) for report in reports]
        print(json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=1))
        return
    for report in reports:
        print(one_line(report) if quiet else text_of(report))
    if len(reports) > 1:
        print(f"{sum(report.ok for report in reports)} of {len(reports)} pictures are clear")
