"""The pixel test: it finds what is planted, leaves in peace what can be read, and clears the gallery."""

from pathlib import Path

import pytest
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.compiler.typeset import typeset
from diagrammar.dsl.scene import XY, Fill, Item, Marker, Origin, Scene, Stroke, TextItem
from diagrammar.dsl.scene import Path as Ink
from diagrammar.dsl.source import Source
from diagrammar.eval.legibility.overlaps import How, Overlap, overlaps

GALLERY = sorted((Path(__file__).parents[1]).glob("*/gallery/*.dgm"))
SAMPLE = GALLERY[::9]


def text(source: str, at: XY, *, z: int = 50, color: str = "ink", rotation: float = 0.0) -> TextItem:
    return typeset(source).item(f"t{source}", at, z=z, color=color, rotation=rotation)


def line(
    *points: XY, color: str = "ink", z: int = 0, role: str = "edge", dash: tuple[float, ...] = ()
) -> Ink:
    return Ink(
        id="line", role=role, z=z, origin=Origin(entity="s"), codes="M" + "L" * (len(points) - 1), points=points,
        stroke=Stroke(color=color, dash=dash),
    )  # fmt: skip


def box(
    left: float, bottom: float, right: float, top: float, color: str, *, z: int = 0, role: str = "fill"
) -> Ink:
    corners = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
    return Ink(
        id="box",
        role=role,
        z=z,
        origin=Origin(entity="b"),
        codes="MLLLZ",
        points=corners,
        fill=Fill(color=color),
    )


def found(*items: Item, theme: str = "textbook") -> list[tuple[How, str]]:
    return [(each.how, each.other) for each in _overlaps(*items, theme=theme)]


def _overlaps(*items: Item, theme: str = "textbook") -> tuple[Overlap, ...]:
    return overlaps(Scene(width=60, height=40, items=items, theme=theme))


NAME = text("name", (20, 20))


@pytest.mark.parametrize(
    ("other", "how"),
    [
        (line((10, 21), (50, 21)), How.MARK),
        (line((10, 5), (35, 35), color="faint"), How.MARK),
        (line((10, 21), (50, 21), dash=(0.1, 30.0)), How.MARK),
        (line((10, 21), (50, 21), z=60), How.MARK),
        (Marker(id="m", role="point", at=(22, 21), origin=Origin(entity="A")), How.MARK),
        (box(5, 5, 23, 35, "ink"), How.EDGE),
        (box(5, 5, 23, 35, "blue"), How.EDGE),
        (box(19, 18, 23, 24, "yellow", role="arrowhead"), How.MARK),
        (box(5, 5, 50, 35, "paper", z=60), How.COVER),
        (text("other", (24, 20.5)), How.TEXT),
        (text("long words that fall", (18, 25), rotation=-45.0), How.TEXT),
    ],
    ids=["line", "faint line", "gap of a dash", "line above", "sign", "dark edge", "blue edge", "arrowhead",
         "cover", "text", "turned text"],
)  # fmt: skip
def test_a_planted_overlap_is_found(other: Item, how: How) -> None:
    assert [each for each, _ in found(NAME, other)] == [how]


@pytest.mark.parametrize(
    "items",
    [
        (NAME,),
        (NAME, line((10, 19), (50, 19)), line((19.4, 5), (19.4, 35))),
        (NAME, box(5, 5, 50, 35, "faint")),
        (NAME, box(5, 5, 23, 35, "faint")),
        (text("name", (20, 20), color="paper"), box(5, 5, 50, 35, "blue")),
        (NAME, line((10, 21), (50, 21), z=1), box(18, 18, 40, 25, "paper", z=2, role="halo")),
        (NAME, line((10, 21), (50, 21), color="paper")),
        (NAME, text("other", (20, 26)), text("beside", (33, 20))),
    ],
    ids=[
        "alone",
        "lines beside",
        "on a tint",
        "across a tint",
        "on dark",
        "halo",
        "paper line",
        "texts beside",
    ],
)
def test_what_can_be_read_is_left_in_peace(items: tuple[Item, ...]) -> None:
    assert not found(*items)


def test_the_dark_style_is_judged_in_its_own_colours() -> None:
    tint = box(5, 5, 50, 35, "blue").model_copy(update={"fill": Fill(color="blue", opacity=0.2)})
    ring = Marker(id="m", role="point", shape="ring", at=(15, 21))
    assert not found(NAME, tint, ring, box(15, 18, 40, 25, "paper", z=2, role="halo"), theme="dark")
    assert found(NAME, tint, line((10, 21), (50, 21)), theme="dark") == [(How.MARK, "s (edge)")]
    assert found(NAME, box(5, 5, 50, 35, "paper", z=60), theme="dark") == [(How.COVER, "b (fill)")]


def test_a_text_that_leaves_the_picture_is_found() -> None:
    border = (How.BORDER, "the border of the picture")
    assert found(text("half", (57, 20))) == [border]
    assert found(text("lost", (80, 20))) == [border]
    assert not found(text("in", (56, 20)))


def test_an_overlap_names_the_entity_and_the_place() -> None:
    (overlap,) = _overlaps(NAME, line((10, 21), (50, 21)), line((10, 35), (50, 35)))
    assert overlap.other == "s (edge)"
    assert overlap.at == pytest.approx((24, 21), abs=1.0)
    assert str(overlap).startswith("`name` is struck by s (edge) at (")


def test_what_shines_through_a_cover_still_strikes() -> None:
    veil = box(18, 18, 40, 25, "paper", z=2).model_copy(update={"fill": Fill(color="paper", opacity=0.3)})
    assert found(NAME, line((10, 21), (50, 21), z=1), veil) == [(How.MARK, "s (edge)")]


def clear(file: Path) -> bool:
    scene = compile_spec(Source(text=file.read_text("utf-8"), name=file.name)).scene
    assert scene is not None
    return not overlaps(scene)


@pytest.mark.parametrize("file", SAMPLE, ids=lambda file: file.stem)
def test_a_sample_of_the_gallery_is_clear(file: Path) -> None:
    assert clear(file)


@pytest.mark.slow
def test_the_whole_gallery_is_clear() -> None:
    assert [file.name for file in GALLERY if not clear(file)] == []
