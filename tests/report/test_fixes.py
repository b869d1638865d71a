"""Fixes: applied whole, never twice at one place, never beyond their trust."""

import pytest
from diagrammar.dsl.diagnostics import Diagnostic, Edit, Fix, Severity, Trust
from diagrammar.dsl.fixes import Change, apply_fixes, preview
from diagrammar.dsl.source import Source, Span
from hypothesis import given
from hypothesis import strategies as st

SOURCE = Source(text="one two three", name="a.dg")


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(span=Span(start=start, end=end), text=text)


def proposing(*edits: Edit, trust: Trust = Trust.SAFE, at: int = 0) -> Diagnostic:
    fix = Fix(title="fix", edits=edits, trust=trust)
    span = Span(start=at, end=at)
    return Diagnostic(
        code="SYN001", name="x", severity=Severity.ERROR, message=f"at {at}", span=span, fix=fix
    )


def fixed(*findings: Diagnostic, trust: Trust = Trust.SAFE) -> str:
    return apply_fixes(SOURCE, findings, trust).text


def test_fixes_at_different_places_are_all_applied() -> None:
    assert fixed(proposing(edit(8, 13, "3"), at=8), proposing(edit(0, 3, "1"))) == "1 two 3"


def test_of_two_fixes_that_touch_the_first_wins() -> None:
    assert fixed(proposing(edit(0, 7, "A")), proposing(edit(4, 13, "B"), at=4)) == "A three"


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    both = proposing(edit(4, 7, "2"), edit(8, 13, "3"), at=4)
    assert fixed(proposing(edit(5, 6, "W")), both) == "one tWo three"


def test_the_same_edit_twice_is_applied_once() -> None:
    assert fixed(proposing(edit(3, 3, "!")), proposing(edit(3, 3, "!"), at=1)) == "one! two three"


def test_two_insertions_at_one_place_are_not_mixed() -> None:
    assert fixed(proposing(edit(3, 3, "!")), proposing(edit(3, 3, "?"), at=1)) == "one! two three"


@pytest.mark.parametrize(
    ("fix_trust", "asked", "applied"),
    [
        (Trust.SAFE, Trust.SAFE, True),
        (Trust.GUESS, Trust.SAFE, False),
        (Trust.GUESS, Trust.GUESS, True),
        (Trust.SAFE, Trust.GUESS, True),
        (Trust.SHOW, Trust.SHOW, False),
    ],
)
def test_trust_decides(fix_trust: Trust, asked: Trust, applied: bool) -> None:
    assert (fixed(proposing(edit(0, 3, "1"), trust=fix_trust), trust=asked) == "1 two three") is applied


def test_edits_outside_the_text_are_refused() -> None:
    assert fixed(proposing(edit(10, 99, "x"))) == SOURCE.text


def test_a_preview_shows_changed_lines_once() -> None:
    source = Source(text="a b\nc d\n")
    fix = Fix(title="", edits=(edit(0, 1, "A"), edit(2, 3, "B"), edit(6, 7, "D")))
    assert list(preview(source, fix)) == [Change(1, ("a b",), ("A B",)), Change(2, ("c d",), ("c D",))]


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15), st.text(max_size=3)), max_size=6))
def test_any_edits_keep_the_name_and_never_crash(edits: list[tuple[int, int, str]]) -> None:
    findings = [proposing(edit(*one), at=i) for i, one in enumerate(edits)]
    assert apply_fixes(SOURCE, findings).name == "a.dg"
