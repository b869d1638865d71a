"""The builder with which kinds and verbs pose themselves: slots, constraints, shapes.

Shapes are posed on demand, so declarations may come in any order; what is defined by itself is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeAlias

from ...dsl.diagnostics import Diagnostic, shortened
from ...dsl.source import Span
from ...dsl.suggest import did_you_mean
from .. import limits
from ..arrange.arrange import chain, nesting
from ..model import Entity, Panel, Relation
from ..resolve.codes import CIRCULAR, UNKNOWN_PART
from ..shapes import Box, Circle, Combined, Line, Nowhere, Point, Polyline, Several, Shape, SpacePoint
from ..system import Constraint, Slot, Sort, Statement, System
from ..values import (
    Area,
    Chain,
    Coordinates,
    Direction,
    Formula,
    Listed,
    Measure,
    MemberRef,
    PartRef,
    Ref,
    Value,
)
from .anchors import anchor, anchor_names, as_circle, as_line, center_of, member
from .arithmetic import Arithmetic, is_lettered
from .boxes import first_places, hints_of, port
from .codes import NOT_GEOMETRIC
from .frame import Frame
from .lifting import Lifting

Arms: TypeAlias = tuple[tuple[Point[int], ...], tuple[Point[int], ...], tuple[Point[int], ...]]
"""The arms of an angle and its vertex: (end,), (vertex,), (end,); or both ends, nothing, both ends."""


class Poser:
    """Collects the system of one panel. All numbers are sketch millimetres and radians."""

    def __init__(self, panel: Panel, frame: Frame) -> None:
        self.panel = panel
        self.frame = frame
        self.slots: list[Slot] = []
        self.constraints: list[Constraint] = []
        self.statements: list[Statement] = []
        self.diagnostics: list[Diagnostic] = []
        self.shapes: dict[str, Shape[int]] = {}
        self.found: dict[Value, Shape[int]] = {}
        self.arms: dict[Relation, Arms] = {}
        self.drops: dict[Relation, tuple[Point[int], Point[int]]] = {}
        """A place and its foot on a plane, for what is said of both."""
        self.drawn_points: list[tuple[int, int]] = []
        self.drawn_segments: list[tuple[int, int, int, int]] = []
        self.places = first_places(panel)
        """Where the boxes start whose place the compiler finds."""
        self.outer = nesting(self.places, hints_of(panel)) if self.places else {}
        """What each box lies in."""
        self.attached: list[Box[int]] = []
        """Boxes beside a point, which would like to keep off the lines there."""
        self.vague_parts: dict[Value, str] = {}
        """Parts that only their author knows, and whose they are."""
        self.vague_places: set[Point[int]] = set()
        """Where such parts are drawn: no distance to them means anything."""
        self.derived: dict[tuple[str, str], int] = {}
        """By thing and argument: the slot of a value that its author left to the compiler."""
        self.arithmetic = Arithmetic(self)
        self.lifting = Lifting(self)
        """What turns statements about places in space into ones that hold there, not in the picture."""
        self._origin = -1
        self._defining = False
        self._posing: list[str] = []
        self._constants: dict[tuple[float, int], int] = {}

    # Slots and constraints

    def constant(self, value: float) -> int:
        """Return the slot of a fixed number; one that cannot be computed with is reported, and left out."""
        if not abs(value) < limits.MAGNITUDE:
            self.arithmetic.report_no_number()
            value = 1.0
        key = (value, self._speaker)
        if key not in self._constants:
            self._constants[key] = self.coordinate(value)
        return self._constants[key]

    def coordinate(self, value: float, name: str = "") -> int:
        """Return a slot of its own for a fixed number, which the statement that is being posed says."""
        return self.add(Slot(name or f"{value:g}", value, free=False, origin=self._speaker))

    def _place(self, value: float, axis: str) -> int:
        """Return the slot of a stated coordinate; one that cannot be computed with is reported by `constant`."""
        name = f"{self._posing[-1]}.{axis}" if self._posing else axis
        return self.coordinate(value, name) if abs(value) < limits.MAGNITUDE else self.constant(value)

    def left_to_compute(self, value: Value, slot: int) -> None:
        """Note the slot of a value of the thing that is being posed, which its author left to the compiler."""
        entity = self.panel.entities.get(self._posing[-1]) if self._posing else None
        for name, given in entity.values.items() if entity is not None else ():
            if given.value is value:
                self.derived[self._posing[-1], name] = slot

    def written(self, slot: int, words: str) -> None:
        """Note how the author wrote a fixed number."""
        if not self.slots[slot].free and self.slots[slot].origin == self._speaker:
            self.slots[slot] = replace(self.slots[slot], written=words)

    def free(self, name: str, start: float, *, hinted: bool = False) -> int:
        """Return a new unknown."""
        return self.add(Slot(name, start, hinted=hinted))

    def add(self, slot: Slot) -> int:
        """Return the place of a new slot."""
        self.slots.append(slot)
        return len(self.slots) - 1

    def point_at(self, name: str, x: float = 0.0, y: float = 0.0, *, hinted: bool = False) -> Point[int]:
        """Return a new free point, to be found near (x, y) if hinted; in a panel in space a place there."""
        if self.frame.camera is not None:
            return self.lifting.free_place(name)
        return self.paper_point(name, x, y, hinted=hinted)

    def paper_point(self, name: str, x: float = 0.0, y: float = 0.0, *, hinted: bool = False) -> Point[int]:
        """Return a new free point of the picture, whatever the panel shows: a place for a box or a text."""
        return Point(self.free(f"{name}.x", x, hinted=hinted), self.free(f"{name}.y", y, hinted=hinted))

    def hint(self, point: Point[int], place: Point[int]) -> None:
        """Let the search for a point begin at a place, and end near it where nothing else decides."""
        for slot, at in ((point.x, place.x), (point.y, place.y)):
            if self.slots[slot].free:
                self.slots[slot] = replace(self.slots[slot], start=self.slots[at].start, hinted=True)

    def fixed_point(self, x: float, y: float) -> Point[int]:
        """Return a point that does not move."""
        return Point(self.coordinate(x), self.coordinate(y))

    def require(self, kernel: str, *slots: int, sort: Sort = Sort.EQUATION, weight: float = 1.0) -> None:
        """Demand a kernel's value to be 0 (equation), at least 0 (bound), or at least 0 if possible (wish)."""
        lifted = self.lifting.lift(kernel, slots, sort)
        if lifted is not None:
            self.constraints.append(Constraint(*lifted, sort, weight, self._speaker))

    def wish(self, kernel: str, *slots: int, weight: float = 1.0) -> None:
        """Prefer a kernel's value to be at least 0."""
        lifted = self.lifting.lift(kernel, slots, Sort.WISH)
        if lifted is not None:
            self.constraints.append(Constraint(*lifted, Sort.WISH, weight, -1))

    def defined(self, kernel: str, *slots: int, name: str = "", start: float = 1.0) -> int:
        """Return a new slot that a kernel gives explicitly from others (the last slot of the kernel)."""
        result = self.free(name or kernel, start)
        lifted = self.lifting.lift(kernel, (*slots, result), Sort.EQUATION)
        if lifted is not None:
            self.constraints.append(Constraint(*lifted, origin=self._speaker, defines=result))
        return result

    def defined_point(self, kernel: str, *slots: int, name: str = "at") -> Point[int]:
        """Return a new point that a kernel gives explicitly from others (the last two slots of the kernel)."""
        point = self.point_at(name)
        lifted = self.lifting.lift(kernel, (*slots, point.x, point.y), Sort.EQUATION)
        if lifted is not None:
            first = point.space[0] if isinstance(point, SpacePoint) else point.x
            self.constraints.append(Constraint(*lifted, origin=self._speaker, defines=first))
        return point

    def space_point(self, name: str, x: int, y: int, z: int) -> SpacePoint[int]:
        """Return the place in space with three coordinate slots (space millimetres), drawn where it is seen."""
        return self.lifting.place(name, (x, y, z))

    def equate(self, a: int, b: int) -> None:
        """Demand that two slots are equal."""
        self.require("same", a, b)

    @contextmanager
    def stating(self, text: str, span: Span | None) -> Iterator[None]:
        """Attribute what is posed inside to a statement of the author."""
        before = self._origin, self._defining
        self.statements.append(Statement(text, span))
        self._origin, self._defining = len(self.statements) - 1, False
        try:
            yield
        finally:
            self._origin, self._defining = before

    @contextmanager
    def _parts_of_things(self) -> Iterator[None]:
        """Attribute what is posed inside to nobody: what a part of a thing is, no statement says.

        Else the first statement that names a part would be blamed for what others say of it.
        """
        before, self._defining = self._defining, True
        try:
            yield
        finally:
            self._defining = before

    @property
    def _speaker(self) -> int:
        """The statement that says what is being posed."""
        return -1 if self._defining else self._origin

    @property
    def here(self) -> Span | None:
        """The place of the statement that is being posed."""
        return self.statements[self._origin].span if self._origin >= 0 else None

    @property
    def statement_here(self) -> str:
        """The words of the statement that is being posed."""
        return self.statements[self._origin].text if self._origin >= 0 else ""

    def fixed(self, slot: int) -> float | None:
        """Return the number of a constant slot, nothing for an unknown."""
        return None if self.slots[slot].free else self.slots[slot].start

    # Values

    def measure(self, value: Value, dimension: str = "length") -> int:
        """Return the slot of a stated measure: a constant, a letter's unknown, or arithmetic of such."""
        return self.arithmetic.slot_of(value, dimension)

    def distance(self, a: Point[int], b: Point[int], *, start: float = 30.0) -> int:
        """Return the distance of two places as stated lengths count it: at the scale across, whatever the scale up."""
        up = self.frame.stretch
        ys = [p.y if up == 1 else self.defined("scaled", p.y, self.constant(1 / up)) for p in (a, b)]
        return self.defined("distance", a.x, ys[0], b.x, ys[1], start=start)

    def state(self, slot: int, value: Value, dimension: str = "length") -> None:
        """Demand that a measured slot has a stated value."""
        self.arithmetic.state(slot, value, dimension)

    def angle_of(self, direction: Direction) -> float | None:
        """Return a fixed heading in radians, if the direction has one."""
        from math import radians

        return None if direction.degrees is None else radians(direction.degrees)

    def drawn(self, *points: Point[int]) -> None:
        """Count points among those that general position is about."""
        self.drawn_points.extend((p.x, p.y) for p in points if (p.x, p.y) not in self.drawn_points)

    def drawn_segment(self, a: Point[int], b: Point[int]) -> None:
        """Count a segment among those that general position is about."""
        self.drawn_segments.append((a.x, a.y, b.x, b.y))

    # Shapes

    def shape_of(self, name: str) -> Shape[int]:
        """Return the shape of an entity, posing it if need be."""
        if name in self.shapes:
            return self.shapes[name]
        entity = self.panel.entities.get(name)
        if entity is None or entity.kind.pose is None:
            return Nowhere()
        if name in self._posing:
            ring = (*self._posing[self._posing.index(name) :], name)
            circle = " → ".join(dict.fromkeys(n for n in ring if self.panel.entities[n].named))
            message = f"defined by itself: {shortened(circle or entity.word, 60)}"
            hint = "let one of them stand free, or give it coordinates"
            self.diagnostics.append(CIRCULAR.found(message, entity.span, hints=[hint]))
            return Nowhere()
        self._posing.append(name)
        with self.stating(f"{entity.word} {name}", entity.span):
            self.shapes[name] = entity.kind.pose(entity, self)
        self._posing.pop()
        return self.shapes[name]

    def shape(self, value: Value) -> Shape[int]:
        """Return the shape that a value refers to; `Nowhere` if it has none."""
        if value not in self.found:
            if isinstance(value, PartRef):
                with self._parts_of_things():
                    self.found[value] = self._shape(value)
            else:
                self.found[value] = self._shape(value)
        return self.found[value]

    def _shape(self, value: Value) -> Shape[int]:
        match value:
            case Ref(name):
                return self.shape_of(name)
            case Coordinates(items):
                return self._coordinates(value)
            case Chain(ends):
                points = tuple(self.point(e) for e in ends)
                return Line(*points) if len(points) == 2 else Polyline(points)
            case Listed(items):
                return Several(tuple(self.shape(i) for i in items))
            case PartRef():
                return self._part(value)
            case MemberRef(base, index):
                return (
                    member(self.shape(base), index) or self._vague(value) or self._lost(value, f"no. {index}")
                )
            case Area(op, left, right):
                return Combined(op, self.shape(left), self.shape(right))
            case _:
                return Nowhere()

    def _coordinates(self, value: Coordinates) -> Shape[int]:
        """Return the fixed point of coordinates; what is not a number stays free."""
        if self.frame.camera is not None:
            return self.lifting.at(value)
        slots = []
        numbers = [item.expression.value() if not item.bindings else float("nan") for item in value.items[:2]]
        if any(n != n and not is_lettered(item) for n, item in zip(numbers, value.items)):
            self.arithmetic.report_no_number()
        for number, axis in zip(numbers, "xy"):
            known = number == number
            place = (
                self.frame.place(*((number, 0.0) if axis == "x" else (0.0, number))) if known else (0.0, 0.0)
            )
            slots.append(self._place(place[axis == "y"], axis) if known else self.free(axis, 10.0))
        return Point(slots[0], slots[1])

    def _part(self, value: PartRef) -> Shape[int]:
        base = self.shape(value.base)
        if isinstance(value.base, Ref):
            entity = self.panel.entities[value.base.name]
            own = entity.kind.locate(entity, base, value, self) if entity.kind.locate and value.args else None
            if own is None and entity.kind.part:
                own = entity.kind.part(entity, base, value.part, self)
            if own is not None:
                return own
        if value.args:
            shared = self._along(base, value)
            if shared is not None:
                return shared
        known = anchor(base, value.part, self) or self._namesake(value)
        return known or self._vague(value) or self._lost(value, value.part)

    def _namesake(self, value: PartRef) -> Shape[int] | None:
        """Return the point that has the name of a part: `q.A` of a cube is its vertex A."""
        entity = self.panel.entities.get(value.part)
        is_point = entity is not None and "point" in entity.kind.traits and not value.args
        return self.shape_of(value.part) if is_point else None

    def _along(self, base: Shape[int], value: PartRef) -> Shape[int] | None:
        """Return the point of `s.at(1/3)`: at a share of the way from the start of a line to its end."""
        line, (share, *_) = as_line(base), value.args
        if line is None or value.part not in ("at", "point") or not isinstance(share, Formula | Measure):
            return None
        t = self.measure(share, "number")
        return self.defined_point("fraction", line.a.x, line.a.y, line.b.x, line.b.y, t)

    def _vague(self, value: PartRef | MemberRef) -> Shape[int] | None:
        """Return a place at the edge of a thing for a part that only its author knows, if its kind stands for anything."""
        entity = self.owner(value)
        if entity is None or not entity.kind.vague:
            return None
        self.vague_parts[value] = entity.name
        whole = self.shape_of(entity.name)
        if not isinstance(whole, Box):
            return whole
        rank = sum(name == entity.name for name in self.vague_parts.values()) - 1
        place = port(whole, value.part if isinstance(value, PartRef) else "", rank, self)
        self.vague_places.add(place)
        return place

    def name_of(self, shape: Shape[int]) -> str:
        """Return the thing that has a shape, or nothing."""
        return next((name for name, own in self.shapes.items() if own is shape), "")

    def lies_in(self, inner: Box[int], outer: Box[int]) -> bool:
        """Whether one box is said to lie in another, at any depth."""
        return self.name_of(outer) in chain(self.name_of(inner), self.outer)[1:]

    def is_sizeless(self, value: Value) -> bool:
        """Whether a value is a thing whose size and parts mean nothing, because its kind stands for anything."""
        entity = self.owner(value)
        if entity is None:
            return False
        shape = self.shape_of(entity.name)
        return (isinstance(shape, Box) and entity.kind.vague) or shape in self.vague_places

    def owner(self, value: Value) -> Entity | None:
        """Return the entity that a value is, or is a part of at any depth."""
        while isinstance(value, PartRef | MemberRef):
            value = value.base
        return self.entity(value)

    def _lost(self, value: PartRef | MemberRef, part: str) -> Shape[int]:
        base = self.shape(value.base)
        name = value.base.name if isinstance(value.base, Ref) else "this"
        entity = self.panel.entities.get(name)
        names = (*(p.name for p in entity.kind.parts), *anchor_names(base)) if entity else anchor_names(base)
        near = did_you_mean(part, names)
        known = ", ".join(tuple(dict.fromkeys(names))[:12])
        hints = [f"did you mean `{near[0]}`?"] if near else [f"it has {known}"] if known else []
        what = f"member {value.index}" if isinstance(value, MemberRef) else f"part `{part}`"
        if not isinstance(base, Nowhere):
            self.diagnostics.append(UNKNOWN_PART.found(f"`{name}` has no {what}", self.here, hints=hints))
        return Nowhere()

    def point(self, value: Value) -> Point[int]:
        """Return the place of a value: a point itself, or the centre of anything with an extent."""
        return center_of(self.shape(value), self) or self.point_at("?")

    def line(self, value: Value) -> Line[int] | None:
        """Return the straight line of a value, if it has one."""
        return as_line(self.shape(value))

    def circle(self, value: Value) -> Circle[int] | None:
        """Return the circle of a value, if it has one."""
        return as_circle(self.shape(value))

    def not_geometric(self, relation: Relation) -> None:
        """Report a relation whose things have no such geometry."""
        text = shortened(relation.text or relation.verb.name, 40)
        message = f"`{text}` is not checked: its things have no such geometry"
        hints = [f"{slot.name}: {slot.doc}" for slot in relation.verb.slots if slot.required]
        self.diagnostics.append(NOT_GEOMETRIC.found(message, relation.span, hints=hints))

    def entity(self, value: Value) -> Entity | None:
        """Return the entity that a value refers to, if it is one."""
        return self.panel.entities.get(value.name) if isinstance(value, Ref) else None

    def system(self, seed: int) -> System:
        """Return what was collected; general position in the picture is not about places in space."""
        return System(
            tuple(self.slots), tuple(self.constraints), tuple(self.statements),
            *self.lifting.flat(self.drawn_points, self.drawn_segments), seed,
            circles=tuple(self._drawn_circles()),
        )  # fmt: skip

    def _drawn_circles(self) -> Iterator[tuple[int, int, int]]:
        """Yield the circles that general position is about."""
        for name, shape in self.shapes.items():
            if (
                isinstance(shape, Circle)
                and not self.panel.entities[name].style.hidden
                and self.frame.camera is None
            ):
                yield shape.center.x, shape.center.y, shape.radius
