"""Cells, spans, alignment and parts of tables, as numbers."""

import pytest
from diagrammar.compiler.domains.core.cells import grid_of, parted
from diagrammar.compiler.domains.core.tabulate import Form, plate_of
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Scene, TextItem
from diagrammar.dsl.source import Source


def scene_of(text: str) -> Scene:
    compiled = compile_spec(Source(text=text, name="table"))
    assert compiled.scene is not None, compiled.diagnostics
    return compiled.scene


def texts(scene: Scene) -> dict[str, TextItem]:
    return {item.source: item for item in scene.items if isinstance(item, TextItem)}


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("a | b", ["a", "b"]),
        ("| 2 |", ["", "2", ""]),
        ("$|x|$ | 1", ["$|x|$", "1"]),
        ("$5 | $7", ["$5", "$7"]),
    ],
)
def test_row_is_split_at_bars_outside_formulas(row: str, cells: list[str]) -> None:
    assert parted(row) == cells


def test_joined_cells_cover_their_neighbours() -> None:
    grid = grid_of([["a", "b", "<"], ["^", "c", "d"]])
    assert [(c.text, c.down, c.across) for c in grid.cells] == [
        ("a", 2, 1),
        ("b", 1, 2),
        ("c", 1, 1),
        ("d", 1, 1),
    ]


def test_short_rows_end_in_blanks() -> None:
    grid = grid_of([["a", "b", "c"], ["1"]])
    assert (grid.rows, grid.columns, len(grid.cells)) == (2, 3, 6)


def test_size_of_a_grid_is_bounded() -> None:
    grid = grid_of([["x"]], (10**9, 10))
    assert len(grid.cells) <= 1500


@pytest.mark.parametrize("unit", [" m", "%", " kg/m^3"])
def test_decimal_points_of_quantities_stand_in_line(unit: str) -> None:
    column = [["c"], *([number + unit] for number in ("1.25", "12.5", "100"))]
    plate = plate_of(grid_of(column), Form(head_rows=1))
    starts = [entry.x + entry.text.runs[0].x for entry in plate.entries[1:]]
    assert starts[0] - starts[1] == pytest.approx(DIGIT, abs=0.02)
    assert starts[1] - starts[2] == pytest.approx(DIGIT, abs=0.02)


def test_decimal_points_stand_in_line() -> None:
    plate = plate_of(grid_of([["c"], ["0.950"], ["12.5"], ["100"]]), Form(head_rows=1))
    points = []
    for entry in plate.entries[1:]:
        run = next(r for r in entry.text.runs)
        digits = entry.cell.text.split(".")[0]
        points.append(round(entry.x + run.x + len(digits) * DIGIT, 2))
    assert max(points) - min(points) < 0.05


DIGIT = 0.5 * 9.0 * 25.4 / 72
"""Width of a digit of the text face at 9 points: half an em."""


def test_head_stands_over_its_column() -> None:
    found = texts(scene_of('table T("time | speed", "0 | 3.25", "10 | 14.5")'))
    head, cell = found["speed"], found["3.25"]
    assert head.at[1] > cell.at[1]
    assert abs(head.at[0] + head.extent[2] / 2 - cell.at[0] - cell.extent[2] / 2) < 2.5


def test_tall_table_is_set_in_two_halves_with_the_head_twice() -> None:
    rows = ", ".join(f'"{n} | {n * n}"' for n in range(1, 25))
    scene = scene_of(f'table T("n | square", {rows})')
    heads = [i for i in scene.items if isinstance(i, TextItem) and i.source == "square"]
    assert len(heads) == 2
    assert scene.width > 0.4 * scene.height


def test_cells_are_counted_from_the_first_row_across_both_halves() -> None:
    rows = ", ".join(f'"{n} | "' for n in range(1, 25))
    found = texts(scene_of(f'table T("n | note", {rows})\nlabel(T[25, 2], "last")'))
    assert abs(found["last"].at[1] - found["24"].at[1]) < 1.5


def test_matrix_prints_a_capital_name_and_no_other() -> None:
    assert "A =" in texts(scene_of('matrix A("1 | 2")'))
    assert not [t for t in texts(scene_of('matrix m("1 | 2")')) if "m" in t]


def test_ellipses_follow_their_place() -> None:
    found = texts(scene_of('matrix("a | ... | b", "... | ... | ...", "c | ... | d")'))
    assert {"$⋯$", "$⋮$", "$⋱$"} <= set(found)


def test_loose_tables_stand_beside_the_drawing_without_touching_it() -> None:
    scene = scene_of('point P, Q; segment PQ; dimension(P, Q, 5 m)\ntable T("a | b", "1 | 2")')
    cells = [i for i in scene.items if i.role == "cell"]
    drawn = [i for i in scene.items if i.role in ("edge", "marker")]
    right = max(x for i in drawn for x, _ in getattr(i, "points", ((0.0, 0.0),)))
    assert all(i.at[0] > right for i in cells)  # type: ignore[union-attr]
