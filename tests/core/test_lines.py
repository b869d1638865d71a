"""Straight lines: what an arrow does that would hide a line."""

import pytest
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Group, Item, Path
from diagrammar.dsl.source import Source

WALL = "point A(0, 0), B(0, 8), C(6, 0), W(0, 10)\nsegment wall(A, W), ladder(B, C)\n"


def path(items: tuple[Item, ...], entity: str) -> Path:
    """Return the first path of an entity."""
    for item in items:
        if isinstance(item, Group):
            return path(item.items, entity)
        if isinstance(item, Path) and item.origin and item.origin.entity == entity:
            return item
    raise LookupError(entity)


def gap(spec: str) -> float:
    """Return how far the start of the vector `v` is from the wall, in millimetres."""
    compiled = compile_spec(Source(text=spec))
    assert compiled.scene is not None, compiled.diagnostics
    wall, arrow = path(compiled.scene.items, "wall"), path(compiled.scene.items, "v")
    return abs(arrow.points[0][0] - wall.points[0][0])


def test_an_arrow_on_a_line_stands_beside_it() -> None:
    assert gap(WALL + 'vector v(from = B, direction = down, length = 3, "v = ?")') == pytest.approx(1.2)


def test_an_arrow_between_two_points_keeps_them() -> None:
    assert gap(WALL + 'vector v(B, A, "v = ?")') == pytest.approx(0.0, abs=1e-6)


def test_an_endless_line_through_one_point_does_not_make_the_picture_larger() -> None:
    text = (
        'point L(bare), R(bare), O(bare), B\nsegment table(L, R)\nbox b("block")\nmidpoint(O, L, R); between(B, L, O)\n'
        "on(b, table); vertical(b, B)\ndistance(L, O) == 1.5 * distance(B, O)\nhorizontal(table)\n"
    )
    compiled = compile_spec(Source(text=text + "line axis(O, direction = up, dashed)"))
    assert compiled.scene is not None, compiled.diagnostics
    assert compiled.scene.height < 70
