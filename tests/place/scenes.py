"""Synthetic drawings that crowd their labels in different ways."""

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin

import numpy as np
from diagrammar.compiler.place import AlongLine, ByPoint, InArc, InArea, LabelRequest, Target
from diagrammar.dsl.scene import XY, Item, Marker

from .pixel import arc, line, polygon, set_text


@dataclass(frozen=True)
class Drawing:
    """Ink and the texts that are asked for."""

    ink: tuple[Item, ...]
    requests: tuple[LabelRequest, ...]


def ask(id: str, text: str, target: Target, *, font: str = "italic", owner: str = "") -> LabelRequest:
    """Return a request for a text."""
    return LabelRequest(id, set_text(text, font=font), target, owner=owner)


def triangle(scale: float = 1.0) -> Drawing:
    """A triangle with vertices, sides and angles labelled."""
    corners = [(0.0, 0.0), (52.0 * scale, 4.0), (16.0 * scale, 34.0 * scale)]
    sides = [line(f"s{i}", corners[i], corners[(i + 1) % 3]) for i in range(3)]
    ink: list[Item] = list(sides)
    wanted = [ask(f"v{i}", "ABC"[i], ByPoint(corners[i])) for i in range(3)]
    for i in range(3):
        a, b, c = corners[i], corners[(i + 1) % 3], corners[(i + 2) % 3]
        wanted.append(
            ask(f"l{i}", ("c = 12.5 cm", "a", "b = 7 cm")[i], AlongLine((a, b), ink=f"s{i}"), font="roman")
        )
        start = degrees(atan2(b[1] - a[1], b[0] - a[0]))
        end = degrees(atan2(c[1] - a[1], c[0] - a[0]))
        ink.append(arc(f"a{i}", a, 5.0, start, end))
        wanted.append(ask(f"g{i}", ("α", "38°", "γ")[i], InArc(a, 5.0, start, end)))
    return Drawing(tuple(ink), tuple(wanted))


def fan(count: int = 12) -> Drawing:
    """A regular polygon with all spokes, every vertex and every spoke labelled."""
    rim = [(30 * cos(2 * np.pi * k / count), 30 * sin(2 * np.pi * k / count)) for k in range(count)]
    rim = [(float(x), float(y)) for x, y in rim]
    ink: list[Item] = [line(f"r{k}", rim[k], rim[(k + 1) % count]) for k in range(count)]
    ink += [line(f"s{k}", (0.0, 0.0), rim[k]) for k in range(count)]
    ink.append(Marker(id="o", role="point", at=(0.0, 0.0)))
    wanted = [ask("O", "O", ByPoint((0.0, 0.0)))]
    wanted += [ask(f"v{k}", f"P{k}", ByPoint(rim[k])) for k in range(count)]
    wanted += [
        ask(f"t{k}", f"{k + 3}", AlongLine(((0.0, 0.0), rim[k]), at=0.6), font="roman") for k in range(count)
    ]
    return Drawing(tuple(ink), tuple(wanted))


def streets(count: int = 60, seed: int = 3) -> Drawing:
    """Random points joined by random streets, all named."""
    draw = np.random.default_rng(seed)
    places: list[XY] = [(float(x), float(y)) for x, y in draw.uniform(0, 110, (count, 2))]
    ink: list[Item] = [Marker(id=f"p{k}", role="point", at=at) for k, at in enumerate(places)]
    wanted = [ask(f"n{k}", f"P{k}", ByPoint(at)) for k, at in enumerate(places[: count // 2])]
    for k in range(count // 2):
        a = places[k]
        near = sorted(range(count), key=lambda j: (places[j][0] - a[0]) ** 2 + (places[j][1] - a[1]) ** 2)
        b = places[near[1 + int(draw.integers(1, 5))]]
        ink.append(line(f"e{k}", a, b))
        wanted.append(
            ask(f"w{k}", f"{int(draw.integers(2, 99))} km", AlongLine((a, b), ink=f"e{k}"), font="roman")
        )
    return Drawing(tuple(ink), tuple(wanted))


def chords() -> Drawing:
    """A circle with chords, a centre, a radius and points on the rim."""
    names = "ABCDEFGH"
    bearings = [10, 55, 80, 130, 175, 220, 268, 320]
    rim = [(28 * cos(radians(b)), 28 * sin(radians(b))) for b in bearings]
    ink: list[Item] = [
        arc("circle", (0.0, 0.0), 28.0, 0.0, 360.0),
        Marker(id="o", role="point", at=(0.0, 0.0)),
    ]
    ink += [Marker(id=f"p{k}", role="point", at=at) for k, at in enumerate(rim)]
    pairs = [(0, 3), (1, 5), (2, 6), (4, 7), (0, 4)]
    ink += [line(f"c{i}{j}", rim[i], rim[j]) for i, j in pairs]
    ink.append(line("r", (0.0, 0.0), rim[7]))
    wanted = [ask("O", "O", ByPoint((0.0, 0.0)))]
    wanted += [ask(f"v{k}", names[k], ByPoint(at), owner=f"p{k}") for k, at in enumerate(rim)]
    wanted.append(ask("radius", "r = 5", AlongLine(((0.0, 0.0), rim[7]), ink="r")))
    wanted.append(ask("chord", "AD", AlongLine((rim[0], rim[3]), ink="c03")))
    return Drawing(tuple(ink), tuple(wanted))


def dimensions() -> Drawing:
    """A box with dimension lines, one of them too short for its text, and a hatched part."""
    ink: list[Item] = [line("box", (0.0, 0.0), (40.0, 0.0), (40.0, 20.0), (0.0, 20.0), (0.0, 0.0))]
    ink += [line("w", (0.0, -6.0), (40.0, -6.0), width=0.2), line("h", (47.0, 0.0), (47.0, 20.0), width=0.2)]
    ink.append(line("t", (0.0, 26.0), (5.0, 26.0), width=0.2))
    ink += [line(f"x{k}", (x, 0.0), (x, -7.5), width=0.15) for k, x in enumerate((0.0, 40.0))]
    ink += [line(f"y{k}", (40.0, y), (48.5, y), width=0.15) for k, y in enumerate((0.0, 20.0))]
    ink += [
        polygon("tip1", (0.0, -6.0), (2.0, -5.6), (2.0, -6.4), fill="ink", role="arrowhead"),
        polygon("tip2", (40.0, -6.0), (38.0, -5.6), (38.0, -6.4), fill="ink", role="arrowhead"),
        polygon("glass", (0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0), z=-1),
    ]
    ink += [
        line(f"hatch{k}", (22.0 + 2 * k, 2.0), (20.0 + 2 * k, 18.0), width=0.12, role="hatch")
        for k in range(10)
    ]
    wanted = (
        ask("width", "40 mm", AlongLine(((0.0, -6.0), (40.0, -6.0)), in_gap=True, ink="w"), font="roman"),
        ask("height", "20 mm", AlongLine(((47.0, 0.0), (47.0, 20.0)), in_gap=True, ink="h"), font="roman"),
        ask("thick", "5.0 mm", AlongLine(((0.0, 26.0), (5.0, 26.0)), in_gap=True, ink="t"), font="roman"),
        ask("glass", "glass", InArea(((0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0))), font="roman"),
        ask("wood", "wood", InArea(((20.0, 0.0), (40.0, 0.0), (40.0, 20.0), (20.0, 20.0))), font="roman"),
        ask(
            "thin", "air gap", InArea(((18.5, 20.0), (21.5, 20.0), (21.5, 22.0), (18.5, 22.0))), font="roman"
        ),
    )
    return Drawing(tuple(ink), wanted)


SCENES: dict[str, Callable[[], Drawing]] = {
    "triangle": triangle, "fan": fan, "streets": streets, "chords": chords, "dimensions": dimensions,
}  # fmt: skip
