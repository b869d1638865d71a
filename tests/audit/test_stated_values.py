"""What is printed with a unit of length is also held: no kind prints a size that nothing checks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.compiler.values import Listed, Measure, Standing
from diagrammar.dsl.source import Source

from ..literate import cases_in

TESTS = Path(__file__).parent.parent
FILES = [*sorted((TESTS / "geometry").glob("*.md")), *sorted((TESTS / "core").glob("*.md"))]


def stated(done: Compiled) -> Iterator[tuple[str, str, Measure]]:
    """Yield the printed lengths of a spec's things, with the thing and the argument."""
    for panel in done.model.panels if done.model else ():
        for entity in panel.entities.values():
            for name, given in entity.values.items():
                items = given.value.items if isinstance(given.value, Listed) else (given.value,)
                for value in items:
                    held = isinstance(value, Measure) and value.formula is not None and value.unit is not None
                    if held and value.standing is Standing.GIVEN and value.unit.dimension.name == "length":
                        yield entity.name, name, value


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_length_that_is_printed_is_solved_with(file: Path) -> None:
    for case in cases_in(file):
        done = compile_spec(Source(text=case.text, name=case.id), Options(draw=False))
        if not done.ok or any(posed.poser.frame.schematic for posed in done.posed):
            continue
        written = {slot.written for posed in done.posed for slot in posed.system.slots}
        for entity, name, value in stated(done):
            assert value.text.rpartition("=")[2].strip() in written, (case.heading, entity, name, value.text)
