"""Truthfulness of labels: a text about a thing that states a measurable value is compared with what is drawn.

Dimensions and stated sizes are solved with, so that they hold. What is merely written beside a thing is held
against it here: lengths, perimeters and areas to scale, angles always, coordinates, slopes and equations
wherever there are axes. What is somebody's claim, asked, hidden or derived is no statement of the picture.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...dsl.diagnostics import Diagnostic, Label, shortened
from ...dsl.quantity import Magnitude, numbers_in, read_text
from ...dsl.source import Span
from ..draw.computed import rounded
from ..draw.outlines import outline_of
from ..draw.paths import flattened
from ..draw.solution import Solution
from ..expression import Equation, read_formula
from ..model import Relation
from ..pose.frame import Frame
from ..shapes import XY, Arc, Circle, Curve, Ellipse, Line, Point, Polygon, Shape, SpacePoint, Vector, xy
from ..values import Measure, Ref, Standing, Value, Words
from .agreement import half_step
from .codes import LABEL_DISAGREES
from .formulas import formulas

_DRAWN: Final = 0.005
"""Relative: what a solved drawing and flattened outlines may be off; finer disagreement nobody can see."""
_ON_CURVE: Final = 1e-3
_POWERS: Final = {"length": 1, "area": 2}
_RADIUS: Final = re.compile(r"\b(?:radius|rad)\b|半径", re.I)
_DIAMETER: Final = re.compile(r"\bdiam(?:eter)?\b|直径", re.I)
_AROUND: Final = re.compile(r"\b(?:perimeter|circumference|arc|length)\b|周长|弧长", re.I)
_SLOPE: Final = re.compile(r"\b(?:slope|gradient)\b|斜率", re.I)
_VALUE_OF: Final = re.compile(r"[xyXY]\s*\(")
"""`y(0) = 1` is a value, no product."""
_PLACE: Final = re.compile(r"[A-Z]?\w{0,3}'?\s*=?\s*[(⟨].*[)⟩]")


@dataclass(frozen=True)
class Said:
    """A text about a thing: what it says, where, of which shape."""

    text: str
    name: str
    shape: Shape[float]
    span: Span
    subject: Span | None = None
    """The statement that declares the thing."""


@dataclass(frozen=True)
class Drawn:
    """One measure of a drawn shape, in the author's base unit to its power."""

    what: str
    value: float
    power: int = 1


def disagreements(solution: Solution) -> Iterator[Diagnostic]:
    """Yield the labels of a panel that state another value than the drawing has. Emits AUD015."""
    for said in _said(solution):
        finding = _place(said, solution) or _equation(said, solution) or _measure(said, solution)
        if finding is not None:
            yield finding


def _said(solution: Solution) -> Iterator[Said]:
    """Yield the texts about single things, with their shapes."""
    for entity in solution.panel.entities.values():
        shape = solution.shape_of(entity.name)
        for text in (*(w.text for w in entity.texts), *(m.text for _, m in entity.extra if _is_stated(m))):
            yield Said(text, entity.name, shape, entity.span)
    for relation in solution.panel.relations:
        if relation.verb.renames:
            yield from _labelled(relation, solution)


def _labelled(relation: Relation, solution: Solution) -> Iterator[Said]:
    first = relation.verb.slots[0].name
    texts = [v for slot in relation.values if slot != first for v in relation.values_of(slot)]
    for subject in relation.values_of(first):
        entity = solution.entity(subject)
        for value in texts:
            text = (
                value.text
                if isinstance(value, Words) or (isinstance(value, Measure) and _is_stated(value))
                else ""
            )
            if text:
                span = entity.span if entity else None
                yield Said(text, _name_of(subject), solution.shape(subject), relation.span, span)


def _is_stated(measure: Measure) -> bool:
    return measure.standing is Standing.GIVEN


def _name_of(value: Value) -> str:
    return value.name if isinstance(value, Ref) else "it"


# Places


def _place(said: Said, solution: Solution) -> Diagnostic | None:
    """Compare coordinates written at a point with those at which it is drawn."""
    if not isinstance(said.shape, Point) or not _PLACE.fullmatch(said.text.strip("$ ")):
        return None
    found = [f for f in formulas(said.text) if f.sort == "tuple"]
    if len(found) != 1:
        return None
    inner = found[0].text[found[0].text.index("(") :] if "(" in found[0].text else found[0].text
    stated = [m.magnitude for m in numbers_in(inner.strip("()⟨⟩ ").replace(",", " , "))]
    drawn = _data(said.shape, solution.poser.frame)
    if drawn is None or len(stated) != inner.count(",") + 1 or len(stated) != len(drawn):
        return None
    wrong = any(not _agrees(value, m) for value, m in zip(drawn, stated))
    told = f"({', '.join(rounded(value) for value in drawn)})"
    return _finding(said, f"`{said.name}` is drawn at {told}") if wrong else None


def _data(point: Point[float], frame: Frame) -> tuple[float, ...] | None:
    """Return the data coordinates of a place, where the panel has such."""
    if isinstance(point, SpacePoint):
        scale = frame.per_unit * frame.bare
        return tuple(c / scale / s for c, s in zip(point.space, frame.space_stretch))
    return frame.data(point.x, point.y) if frame.reach is not None and frame.camera is None else None


# Equations and slopes


def _equation(said: Said, solution: Solution) -> Diagnostic | None:
    """Compare an equation in x and y written at a line or curve with places on it."""
    frame = solution.poser.frame
    if frame.reach is None or frame.camera is not None:
        return None
    read = None if _VALUE_OF.search(said.text) else read_formula(said.text.strip("$ "))
    if not isinstance(read, Equation) or not set(read.letters) <= {"x", "y"} or not read.letters:
        return None
    spots = [frame.data(x, y) for x, y in _spots(said.shape)]
    misses = [_miss(read, spot) for spot in spots]
    if not misses or all(miss <= _ON_CURVE for miss in misses):
        return None
    return _finding(said, f"`{said.name}` is drawn elsewhere")


def _spots(shape: Shape[float]) -> list[XY]:
    """Return a few places on a line or curve; none for other shapes."""
    match shape:
        case Line(a, b):
            return [xy(a), xy(b)]
        case Circle(center, radius):
            return [
                (center.x + radius, center.y),
                (center.x, center.y + radius),
                (center.x - radius, center.y),
            ]
        case Curve(pieces):
            return [spot for piece in pieces for spot in (piece[0], piece[len(piece) // 2], piece[-1])]
        case _:
            return []


def _miss(equation: Equation, spot: XY) -> float:
    """Return how far an equation is from holding at a place, relative to its sides."""
    at = {"x": spot[0], "y": spot[1]}
    left, right = equation.left.value(at), equation.right.value(at)
    if not (math.isfinite(left) and math.isfinite(right)):
        return 0.0
    return abs(left - right) / max(1.0, abs(left), abs(right))


# Measures


def _measure(said: Said, solution: Solution) -> Diagnostic | None:
    """Compare a value written at a thing with what it can be a measure of."""
    stated = _stated(said.text)
    if stated is None or stated.value is None:
        return None
    drawn = _candidates(said, stated, solution)
    if not drawn or any(_agrees(_in_unit(d, stated, solution.poser.frame), stated) for d in drawn):
        return None
    nearest = min(drawn, key=lambda d: abs(_in_unit(d, stated, solution.poser.frame) - (stated.value or 0.0)))
    value = rounded(_in_unit(nearest, stated, solution.poser.frame))
    unit = f" {stated.unit.text}" if stated.unit else ""
    return _finding(said, f"the {nearest.what} of `{said.name}` is {value}{unit} in the drawing")


def _stated(text: str) -> Magnitude | None:
    """Return the one value that a text states; a slope is a bare number behind its word."""
    reading = read_text(text)
    if reading.kind in ("quantity", "number"):
        return reading.magnitude
    numbers = numbers_in(text) if _SLOPE.search(text) else ()
    return numbers[0].magnitude if len(numbers) == 1 else None


def _candidates(said: Said, stated: Magnitude, solution: Solution) -> list[Drawn]:
    """Return what a stated value can be: by its words and symbol if they tell, else by its dimension."""
    frame = solution.poser.frame
    if stated.unit is None:
        slope = _SLOPE.search(said.text) and frame.reach is not None and isinstance(said.shape, Line)
        return (
            [Drawn("slope", _slope(said.shape, frame), 0)] if slope and isinstance(said.shape, Line) else []
        )
    dimension = stated.dimension.name
    if dimension == "angle" and isinstance(said.shape, Arc):
        return [Drawn("opening", _opening(said.shape), 0)]
    if dimension not in _POWERS or not _is_to_scale(frame):
        return []
    measures = list(_lengths(said) if dimension == "length" else _areas(said.shape))
    scale = frame.per_unit ** _POWERS[dimension]
    return [Drawn(m.what, m.value / scale, m.power) for m in measures]


def _is_to_scale(frame: Frame) -> bool:
    """Whether lengths with units can be measured in a panel: one scale in the plane, and a stated length that gives it."""
    return (
        not frame.schematic
        and not frame.loose
        and frame.camera is None
        and frame.stretch == 1
        and bool(frame.unit)
    )


def _lengths(said: Said) -> Iterator[Drawn]:
    """Yield the lengths of a shape that a text may mean, in sketch millimetres."""
    shape, text = said.shape, said.text
    symbol = read_text(text).magnitude
    letter = (symbol.symbol or "")[:1] if symbol else ""
    if isinstance(shape, Circle | Arc):
        radius, wide = (
            _RADIUS.search(text) or letter in ("r", "R"),
            _DIAMETER.search(text) or letter in ("d", "D"),
        )
        if not wide:
            yield Drawn("radius", shape.radius)
        if not radius:
            yield Drawn("diameter", 2 * shape.radius)
            turn = 360.0 if isinstance(shape, Circle) else math.degrees(_opening(shape))
            yield Drawn("length", math.radians(turn) * shape.radius)
    elif isinstance(shape, Polygon) and _AROUND.search(text):
        spots = [xy(p) for p in shape.points]
        yield Drawn("perimeter", sum(math.dist(a, b) for a, b in zip(spots, (*spots[1:], spots[0]))))


def _areas(shape: Shape[float]) -> Iterator[Drawn]:
    """Yield the area of a closed shape, in square sketch millimetres."""
    match shape:
        case Circle(_, radius):
            yield Drawn("area", math.pi * radius**2, 2)
        case Ellipse(_, a, b, _):
            yield Drawn("area", math.pi * abs(a * b), 2)
        case Line() | Vector() | Point() | Curve():
            return
        case _:
            rings = flattened(outline_of(shape))
            if len(rings) == 1 and (area := abs(_shoelace(rings[0]))) > 0:
                yield Drawn("area", area, 2)


def _shoelace(ring: Sequence[XY]) -> float:
    """Return the signed area inside a closed ring. Source: the trapezium formula of surveyors."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]))) / 2


def _opening(arc: Arc[float]) -> float:
    """Return the angle that an arc spans, in radians."""
    start = math.atan2(arc.start.y - arc.center.y, arc.start.x - arc.center.x)
    end = math.atan2(arc.end.y - arc.center.y, arc.end.x - arc.center.x)
    turn = (end - start) % math.tau
    turn = math.tau - turn if arc.way == "cw" else turn
    return {"minor": min(turn, math.tau - turn), "major": max(turn, math.tau - turn)}.get(arc.way, turn)


def _slope(line: Line[float], frame: Frame) -> float:
    (ax, ay), (bx, by) = frame.data(line.a.x, line.a.y), frame.data(line.b.x, line.b.y)
    return (by - ay) / (bx - ax) if bx != ax else math.inf


def _in_unit(drawn: Drawn, stated: Magnitude, frame: Frame) -> float:
    """Return a drawn measure in the unit in which a value is stated."""
    return stated.unit.from_si(drawn.value) if stated.unit else drawn.value


def _agrees(drawn: float, stated: Magnitude) -> bool:
    """Whether a drawn value is a stated one to the digits that are stated, or nearer than anybody can see."""
    if stated.value is None:
        return True
    factor = stated.unit.factor if stated.unit else 1.0
    room = max(
        half_step(stated) / factor if "." in stated.text else 0.0, _DRAWN * max(abs(stated.value), 1e-9)
    )
    return abs(drawn - stated.value) <= room


def _finding(said: Said, how: str) -> Diagnostic:
    labels = [Label(span=said.subject, text=f"`{said.name}`")] if said.subject else []
    message = f"label `{shortened(said.text, 40)}`: {how}"
    hints = [
        "state the value as the thing's own, so that it is drawn so",
        "write `claimed(…)` if it is somebody's error",
    ]
    return LABEL_DISAGREES.found(message, said.span, labels=labels, hints=hints)
