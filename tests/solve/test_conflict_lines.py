"""The conflicts of `tests/bad/conflicts.md`: exactly the marked lines, and near-conflicts that are none."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest
from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.dsl.diagnostics import Severity
from diagrammar.dsl.source import Source

from ..literate import Case, cases_in

BAD = Path(__file__).parent.parent / "bad"
CASES = list(cases_in(BAD / "conflicts.md"))
CLASH = re.compile(r"//.*\bclash((?: [a-z]\b)*)")
UNHURRIED = 0.4
"""Seconds for half of all conflicts: the figure itself is some 25 ms, `tools/bench_conflicts.py` measures it."""


def check(text: str) -> Compiled:
    return compile_spec(Source(text=text, name="case"), Options(draw=False))


def expected(case: Case) -> list[set[int]]:
    """Return the sets of lines of which one must be named."""
    sets: dict[str, set[int]] = {}
    for line, content in enumerate(case.text.splitlines(), 1):
        found = CLASH.search(content)
        for letter in (found.group(1).split() or ["a"]) if found else ():
            sets.setdefault(letter, set()).add(line)
    return list(sets.values())


def named(done: Compiled) -> set[int]:
    """Return the lines that the errors of a spec name."""
    errors = [d for d in done.diagnostics if d.severity is Severity.ERROR]
    spans = [span for d in errors for span in (d.span, *(label.span for label in d.labels))]
    return {done.source.position(span.start).line for span in spans if span is not None}


def test_there_are_enough_conflicts() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.heading)
def test_the_lines_that_contradict_each_other_are_named(case: Case) -> None:
    assert named(check(case.text)) in expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.heading)
def test_any_of_the_lines_can_be_dropped(case: Case) -> None:
    """A conflict is minimal: without any one of its lines there is a drawing, if there was but one conflict."""
    sets = expected(case)
    for line in sets[0] if len(sets) == 1 else ():
        kept = [c for at, c in enumerate(case.text.splitlines(), 1) if at != line]
        again = check("\n".join(kept))
        codes = {d.code for d in again.diagnostics if d.severity is Severity.ERROR}
        assert not codes & {"SOL001", "SOL002", "SOL003"}, (line, again.diagnostics)


def test_half_of_the_conflicts_are_found_at_once() -> None:
    seconds = []
    for case in CASES:
        start = perf_counter()
        check(case.text)
        seconds.append(perf_counter() - start)
    assert sorted(seconds)[len(seconds) // 2] < UNHURRIED


INNOCENT = """
point X1, X2, X3, X4, X5, X6
segment x1(X1, X2), x2(X3, X4), x3(X2, X5)
distance(X1, X2) == 3 cm
distance(X2, X3) == 2.5 cm
distance(X3, X1) == 3.5 cm
angle(X2, X3, X4, 75°)
distance(X3, X4) == 2 cm
parallel(x2, x3)
distance(X2, X5) == 2.2 cm
circle x4(center = X1, radius = 1.2 cm)
on(X6, x4)
midpoint X7(X1, X3)
perpendicular(X7--X8, x1)
distance(X7, X8) == 1.5 cm
"""
"""A figure of its own, which is no part of any conflict."""


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: case.heading)
def test_the_same_lines_are_named_within_a_larger_figure(case: Case) -> None:
    if " cm" not in case.text and "°" not in case.text:
        pytest.skip("lengths in another unit would not be to scale beside these")
    assert named(check(case.text + INNOCENT)) in expected(case)
