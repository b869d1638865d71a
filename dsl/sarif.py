"""Diagnostics as a SARIF 2.1.0 log, the form that code hosts and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json
from collections.abc import Iterable
from typing import Final, TypeAlias

from .diagnostics import Code, Diagnostic, Severity, in_order
from .report import Json
from .source import Source, Span

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


Report: TypeAlias = tuple[Iterable[Diagnostic], Source]
"""The findings about one source."""


def as_sarif(reports: Iterable[Report], codes: Iterable[Code] = (), *, version: str = "") -> str:
    """Return a SARIF log with one run over any number of sources; `codes` give the rules their manual pages.

    >>> '"version": "2.1.0"' in as_sarif([([], Source(text=""))])
    True
    """
    found = [(in_order(diagnostics), source) for diagnostics, source in reports]
    pages = {code.code: code for code in codes}
    used = {finding.code: finding for ordered, _ in found for finding in ordered}
    rules = {rule: index for index, rule in enumerate(sorted({*pages, *used}))}
    driver: dict[str, Json] = {
        "name": "diagrammar",
        "rules": [_rule(rule, pages.get(rule), used.get(rule)) for rule in rules],
    }
    if version:
        driver["version"] = version
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": uri}} for uri in dict.fromkeys(_uri(source) for _, source in found)
        ],
        "results": [
            _result(finding, source, rules[finding.code]) for ordered, source in found for finding in ordered
        ],
    }
    log: dict[str, Json] = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _uri(source: Source) -> str:
    from urllib.parse import quote

    return quote(source.name, safe="/:")


def _rule(rule: str, page: Code | None, finding: Diagnostic | None) -> dict[str, Json]:
    described: dict[str, Json] = {"id": rule}
    if page is not None:
        described |= {
            "name": page.name,
            "shortDescription": {"text": page.summary},
            "fullDescription": {"text": page.why},
            "defaultConfiguration": {"level": page.severity.value},
        }
    elif finding is not None:
        described |= {"name": finding.name, "defaultConfiguration": {"level": finding.severity.value}}
    return described


def _result(finding: Diagnostic, source: Source, rule_index: int) -> dict[str, Json]:
    hints = "".join(f"\n{hint}" for hint in finding.hints)
    result: dict[str, Json] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": "note" if finding.severity is Severity.NOTE else finding.severity.value,
        "message": {"text": finding.message + hints},
        "locations": [_location(finding.span, source)],
    }
    if finding.labels:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": label.text}, **_location(label.span, source)}
            for number, label in enumerate(finding.labels, start=1)
        ]
    if finding.fix is not None:
        changes: Json = [
            {"deletedRegion": _region(edit.span, source), "insertedContent": {"text": edit.text}}
            for edit in finding.fix.edits
        ]
        change: Json = {"artifactLocation": {"uri": _uri(source)}, "replacements": changes}
        result["fixes"] = [{"description": {"text": finding.fix.title}, "artifactChanges": [change]}]
    return result


def _location(span: Span | None, source: Source) -> dict[str, Json]:
    place: dict[str, Json] = {"artifactLocation": {"uri": _uri(source)}}
    if span is not None:
        place["region"] = _region(span, source)
    return {"physicalLocation": place}


def _region(span: Span, source: Source) -> dict[str, Json]:
    length = len(source.text)
    first, last = min(span.start, length), min(max(span.start, span.end), length)
    start, end = source.position(first), source.position(last)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": first,
        "charLength": last - first,
    }
