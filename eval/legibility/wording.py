"""Legibility reports as text and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TypeAlias

from ...compiler.audit.legibility_codes import DOUBTFUL_LABEL, STRAY_LEADER
from ...dsl import report as rendering
from .page_use import PageUse
from .picture_report import PictureReport, SeenText
from .spec_report import SpecReport, TextFacts

Report: TypeAlias = SpecReport | PictureReport
AMBIGUOUS = frozenset({STRAY_LEADER.code, DOUBTFUL_LABEL.code})


def text_of(report: Report) -> str:
    """Return a report for people, some lines long."""
    lines = _spec_lines(report) if isinstance(report, SpecReport) else _picture_lines(report)
    return "\n".join((one_line(report), *(f"  {line}" for line in lines)))


def one_line(report: Report) -> str:
    """Return the verdict on one picture."""
    if isinstance(report, PictureReport):
        if report.unread:
            return f"{report.name}: not read; {report.unread}"
        struck = sum(text.struck for text in report.texts)
        return f"{report.name}: {len(report.texts)} lines of text, {struck} struck through"
    if report.page is None and not report.texts:
        return f"{report.name}: no picture"
    refused = ", refused" if report.refused else ""
    return f"{report.name}: {len(report.texts)} texts, {len(report.overlaps)} overlaps{refused}"


def record_of(report: Report) -> dict[str, rendering.Json]:
    """Return a report as JSON has it."""
    record: dict[str, rendering.Json] = {"kind": "spec" if isinstance(report, SpecReport) else "picture"}
    if isinstance(report, SpecReport):
        left_out = {"source", "findings"}
        record |= {key: value for key, value in asdict(report).items() if key not in left_out}
        record["findings"] = rendering.as_record(report.findings, report.source)["diagnostics"]
    else:
        record |= asdict(report)
    record["page"] = {**asdict(report.page), "fill": report.page.fill} if report.page else None
    return {key: _rounded(value) for key, value in record.items()} | {"ok": report.ok}


def _rounded(value: rendering.Json) -> rendering.Json:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, list | tuple) else value


def _spec_lines(report: SpecReport) -> list[str]:
    lines = []
    if report.texts:
        small = min(report.texts, key=lambda text: text.size)
        index = min(report.texts, key=lambda text: text.smallest)
        tight = min(report.texts, key=lambda text: text.clearance)
        faint = min(report.texts, key=lambda text: text.contrast)
        lines += [
            f"size       smallest {small.size:.1f} pt at {report.width_px} px: {_said(small)}"
            + (f"; indices {index.smallest:.1f} pt: {_said(index)}" if index.smallest < small.size else ""),
            f"clearance  smallest {tight.clearance:.2f} mm: {_said(tight)}",
            f"contrast   lowest {faint.contrast:.1f} : 1: {_said(faint)}",
        ]
    if report.leaders:
        ambiguous = sum(finding.code in AMBIGUOUS for finding in report.findings)
        lines.append(f"leaders    {report.leaders}; ambiguous labels and leaders {ambiguous}")
    if report.page:
        lines.append(f"page       {report.width_mm:.0f} x {report.height_mm:.0f} mm, {_page(report.page)}")
    lines += [f"overlap    {overlap}" for overlap in report.overlaps]
    if report.findings:
        lines += [
            f"finding    {line}" for line in rendering.concise(report.findings, report.source).splitlines()
        ]
    return lines


def _picture_lines(report: PictureReport) -> list[str]:
    lines = []
    if report.texts:
        small = min(report.texts, key=lambda text: text.size)
        faint = min(report.texts, key=lambda text: text.contrast)
        lines += [
            f"size       smallest about {small.size:.1f} pt at {report.width_px} px: {_said(small)}",
            f"contrast   lowest {faint.contrast:.1f} : 1: {_said(faint)}",
        ]
    if report.page:
        lines.append(f"page       {report.file_width} x {report.file_height} pixels, {_page(report.page)}")
    lines += [f"text       {_seen(text)}" for text in report.texts]
    return lines


def _page(page: PageUse) -> str:
    margins = " ".join(f"{share:.0%}" for share in (page.left, page.bottom, page.right, page.top))
    weight = (
        f"{abs(page.weight_x):.0%} {'right' if page.weight_x >= 0 else 'left'}, "
        f"{abs(page.weight_y):.0%} {'up' if page.weight_y >= 0 else 'down'}"
    )
    return f"{page.fill:.0%} filled, margins (left, bottom, right, top) {margins}, weight {weight}"


def _seen(text: SeenText) -> str:
    left, top, right, bottom = text.box
    struck = ", STRUCK THROUGH" if text.struck else ""
    return f"{_said(text)} at {left},{top} to {right},{bottom}, about {text.size:.1f} pt, {text.contrast:.1f} : 1{struck}"


def _said(text: TextFacts | SeenText) -> str:
    return f"`{text.text}`"
