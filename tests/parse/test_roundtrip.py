"""parse(format(spec)) is the spec: random specs, the trial's specs, and JSON."""

from pathlib import Path

import pytest
from diagrammar.compiler.format import format_spec
from diagrammar.compiler.parse import parse
from diagrammar.dsl.source import Source
from diagrammar.dsl.spec import Spec
from diagrammar.tests.shapes import bare, leaves
from diagrammar.tests.strategies import specs
from hypothesis import given, settings

DATA = Path(__file__).parents[1] / "data"
FILES = sorted([*DATA.glob("trial/*.dgm"), *DATA.glob("*_forms.dgm")])


def read(text: str) -> Spec:
    outcome = parse(Source(text=text))
    assert outcome.value is not None and not outcome.errors, outcome.errors
    return outcome.value


@settings(max_examples=30, deadline=None)
@given(specs)
def test_random_spec_survives_its_own_text(spec: Spec) -> None:
    text = format_spec(spec, home=lambda statement: None)
    assert leaves(read(text).statements) == leaves(spec.statements)


@settings(max_examples=30, deadline=None)
@given(specs)
def test_format_is_idempotent_and_json_round_trips(spec: Spec) -> None:
    once = format_spec(spec)
    parsed = read(once)
    assert format_spec(parsed) == once
    assert Spec.model_validate_json(parsed.model_dump_json()) == parsed


def test_all_trial_specs_are_here() -> None:
    assert len(list(DATA.glob("trial/*.dgm"))) == 23


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_trial_spec_parses_formats_and_round_trips(path: Path) -> None:
    spec = read(path.read_text("utf-8"))
    once = format_spec(spec)
    again = read(once)
    assert format_spec(again) == once
    assert sorted(map(str, leaves(again.statements))) == sorted(map(str, leaves(spec.statements)))
    assert [comment.text for comment in again.comments] == [comment.text for comment in spec.comments]
    assert Spec.model_validate_json(spec.model_dump_json()) == spec


def test_spans_are_ignored_when_trees_are_compared() -> None:
    assert bare(read("point A")) == bare(read("  point   A"))
