"""Pixels: every primitive leaves its ink where the scene says, and the file is a valid PNG."""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Literal, TypeAlias

import numpy as np
import pytest
from diagrammar.backends import draw
from diagrammar.backends.png import encode
from diagrammar.dsl.scene import Fill, Group, Item, Marker, Path, Run, Scene, Stroke, TextItem
from diagrammar.dsl.theme import TEXTBOOK
from PIL import Image

MarkerShape: TypeAlias = Literal["dot", "ring", "cross", "plus", "square", "diamond"]
Probe: TypeAlias = Callable[..., Callable[[float, float], tuple[int, int, int]]]

WHITE, INK = (255, 255, 255), (26, 26, 26)
BLUE, ORANGE = TEXTBOOK.rgb("blue"), TEXTBOOK.rgb("orange")


def box(color: str, left: float, right: float, *, z: int = 0, opacity: float = 1.0) -> Path:
    corners = ((left, 5), (right, 5), (right, 25), (left, 25), (left, 5))
    return Path(
        id=color, role="fill", z=z, codes="MLLLZ", points=corners, fill=Fill(color=color, opacity=opacity)
    )


def line(*points: tuple[float, float], codes: str = "", stroke: Stroke | None = None) -> Path:
    return Path(
        id="line", role="edge", codes=codes or "M" + "L" * (len(points) - 1), points=points,
        stroke=stroke or Stroke(width=1),
    )  # fmt: skip


def label(
    *runs: Run, rotation: float = 0, rules: tuple[tuple[float, float, float, float], ...] = ()
) -> TextItem:
    return TextItem(
        id="t", role="label", at=(20, 15), source="x", runs=runs, rules=rules, extent=(0, 0, 1, 1),
        rotation=rotation,
    )  # fmt: skip


def full_block(font: str = "sans", x: float = 0, y: float = 0) -> Run:
    """Return a run of U+2588, a glyph that is all ink."""
    return Run(text="\u2588", font=font, size=20, x=x, y=y)


def test_canvas_has_the_colour_of_the_background(probe: Probe) -> None:
    assert probe()(20, 15) == WHITE
    assert probe(background="blue")(0, 0) == BLUE
    assert probe(background="blue")(39.95, 29.95) == BLUE


def test_y_points_up(probe: Probe) -> None:
    at = probe(line((0, 25), (40, 25)))
    assert at(20, 25) == INK
    assert at(20, 5) == WHITE


def test_area_is_filled_and_its_outside_left(probe: Probe) -> None:
    at = probe(box("orange", 10, 20))
    assert (at(15, 15), at(9.5, 15), at(20.5, 15)) == (ORANGE, WHITE, WHITE)


def test_area_with_line_shows_both(probe: Probe) -> None:
    outlined = box("orange", 10, 20).model_copy(update={"stroke": Stroke(color="blue", width=1)})
    at = probe(outlined)
    assert (at(10, 15), at(15, 15)) == (BLUE, ORANGE)


def test_half_opaque_area_mixes_with_what_lies_below(probe: Probe) -> None:
    at = probe(box("black", 10, 20, opacity=0.5))
    assert all(abs(channel - 127.5) <= 1.5 for channel in at(15, 15))


def test_hole_that_runs_the_other_way_stays_empty(probe: Probe) -> None:
    outer = ((5, 5), (35, 5), (35, 25), (5, 25), (5, 5))
    inner = ((15, 10), (15, 20), (25, 20), (25, 10), (15, 10))
    ring = Path(id="r", role="fill", codes="MLLLZMLLLZ", points=outer + inner, fill=Fill(color="blue"))
    at = probe(ring)
    assert (at(10, 15), at(20, 15)) == (BLUE, WHITE)


def test_curve_bends_away_from_its_chord(probe: Probe) -> None:
    at = probe(line((5, 5), (5, 25), (35, 25), (35, 5), codes="MCCC"))
    assert (at(20, 20), at(20, 5)) == (INK, WHITE)


def test_dashes_leave_gaps(probe: Probe) -> None:
    at = probe(line((0, 15), (40, 15), stroke=Stroke(width=1, dash=(4, 4), cap="butt")))
    assert (at(2, 15), at(6, 15), at(10, 15)) == (INK, WHITE, INK)


def test_odd_dash_pattern_alternates_line_and_gap(probe: Probe) -> None:
    at = probe(line((0, 15), (40, 15), stroke=Stroke(width=1, dash=(4,), cap="butt")))
    assert (at(2, 15), at(6, 15), at(10, 15)) == (INK, WHITE, INK)


@pytest.mark.parametrize(("cap", "beyond"), [("butt", WHITE), ("square", INK), ("round", INK)])
def test_caps_end_lines_differently(
    probe: Probe, cap: Literal["butt", "round", "square"], beyond: tuple[int, int, int]
) -> None:
    stroke = Stroke(width=6, cap=cap)
    assert probe(line((10, 15), (30, 15), stroke=stroke))(31.5, 15) == beyond


def test_thin_level_line_is_crisp(probe: Probe) -> None:
    at = probe(line((0, 15.03), (40, 15.03), stroke=Stroke(width=0.1)))
    assert INK in (at(20, 14.95), at(20, 15.05))


@pytest.mark.parametrize(
    ("shape", "center", "edge", "corner"),
    [
        ("dot", INK, INK, INK),
        ("ring", WHITE, INK, WHITE),
        ("plus", INK, INK, WHITE),
        ("cross", INK, WHITE, INK),
        ("square", INK, WHITE, INK),
        ("diamond", INK, INK, WHITE),
    ],
)
def test_markers_have_their_shapes(
    probe: Probe, shape: MarkerShape, center: tuple[int, ...], edge: tuple[int, ...], corner: tuple[int, ...]
) -> None:
    at = probe(Marker(id="m", role="mark", at=(20, 15), shape=shape, size=10))
    assert (at(20, 15), at(24.9 if shape == "ring" else 24.5, 15), at(23.3, 18.3)) == (center, edge, corner)


def test_text_stands_on_its_base_line_at_its_point(probe: Probe) -> None:
    at = probe(label(Run(text="H", font="sans", size=30, x=0, y=0)))
    stem = 20 + 30 * 25.4 / 72 * 0.14
    assert (at(stem, 16), at(stem, 14.8), at(19.5, 16)) == (INK, WHITE, WHITE)


def test_run_is_moved_by_its_own_offset(probe: Probe) -> None:
    at = probe(label(full_block(x=10, y=-5)))
    assert (at(12, 12), at(22, 17)) == (WHITE, WHITE)
    assert at(32, 12) == INK


def test_text_turns_counter_clockwise_about_its_point(probe: Probe) -> None:
    at = probe(label(full_block(x=6), rotation=90))
    assert (at(19, 23), at(28, 17)) == (INK, WHITE)


def test_rules_are_filled(probe: Probe) -> None:
    at = probe(label(rules=((0, 2, 10, 3),)))
    assert (at(25, 17.5), at(25, 19)) == (INK, WHITE)


@pytest.mark.parametrize(
    ("font", "char"),
    [
        *((font, "A") for font in ("roman", "italic", "bold", "bolditalic", "sans", "mono")),
        ("math:STIXSizOneSymReg", "("),
        ("cjk", "静"),
        ("icon", "\U000f010b"),
    ],
)
def test_every_face_leaves_ink(font: str, char: str) -> None:
    assert (pixels_of(label(Run(text=char, font=font, size=20, x=0, y=0))) < 100).sum() > 100


def test_higher_z_lies_on_top_whatever_the_order(probe: Probe) -> None:
    at = probe(box("blue", 5, 25, z=2), box("orange", 15, 35, z=1))
    assert at(20, 15) == BLUE


def test_equal_z_keeps_the_order_of_the_scene(probe: Probe) -> None:
    at = probe(box("blue", 5, 25), box("orange", 15, 35))
    assert at(20, 15) == ORANGE


def test_group_lies_at_its_own_z_and_keeps_its_order(probe: Probe) -> None:
    group = Group(id="g", role="group", z=5, items=(box("blue", 5, 25, z=9), box("orange", 15, 35, z=0)))
    at = probe(group, box("red", 5, 20, z=4))
    assert (at(20, 15), at(10, 15)) == (ORANGE, BLUE)


def test_dark_theme_swaps_ink_and_paper(probe: Probe) -> None:
    at = probe(box("ink", 10, 20), theme="dark")
    assert min(at(15, 15)) > 200
    assert max(at(30, 15)) < 40


def test_exam_theme_paints_everything_black_or_white(probe: Probe) -> None:
    at = probe(box("yellow", 10, 20), box("paper", 20, 30), box("#123456", 30, 38), theme="exam")
    assert (at(15, 15), at(25, 15), at(35, 15)) == ((0, 0, 0), WHITE, (0, 0, 0))


@pytest.mark.parametrize(
    ("width_px", "dpi", "expected"),
    [
        (None, None, (315, 236)),
        (None, 100, (157, 118)),
        (80, None, (80, 60)),
        (80, 100, (80, 60)),
        (1, None, (1, 1)),
    ],
)
def test_resolution_follows_dpi_or_width(
    width_px: int | None, dpi: float | None, expected: tuple[int, int]
) -> None:
    png = draw(Scene(width=40, height=30, items=()), width_px=width_px, dpi=dpi)
    assert Image.open(BytesIO(png)).size == expected


def test_picture_beyond_memory_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        draw(Scene(width=40, height=30, items=()), width_px=1_000_000)


def test_written_file_decodes_to_the_same_pixels() -> None:
    pixels = np.random.default_rng(7).integers(0, 256, (13, 17, 3)).astype(np.uint8)
    picture = Image.open(BytesIO(encode(pixels, per_metre=7874)))
    assert picture.mode == "RGB"
    assert (np.asarray(picture) == pixels).all()
    assert picture.info["dpi"][0] == pytest.approx(200, abs=0.1)


def test_file_is_made_of_checked_chunks(everything: Scene) -> None:
    assert [kind for kind, _ in chunks(draw(everything))] == [b"IHDR", b"pHYs", b"IDAT", b"IEND"]


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield a PNG's chunks, each with its check sum verified."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        yield kind, body
        at += 12 + length


def pixels_of(*items: Item) -> np.ndarray:
    png = draw(Scene(width=40, height=30, items=items), width_px=400)
    return np.asarray(Image.open(BytesIO(png)).convert("L"))


def test_a_rule_over_a_glyph_is_ink_as_both_are(probe: Probe) -> None:
    glyph = Run(text="I", font="roman", size=60, x=0, y=0)
    text = TextItem(
        id="t",
        role="label",
        at=(15, 5),
        source="I",
        runs=(glyph,),
        rules=((0, 6, 8, 8),),
        extent=(0, 0, 8, 15),
    )
    at = probe(text)
    assert at(15 + 0.167 * 60 * 0.3528, 12) == INK
