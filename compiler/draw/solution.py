"""A posed panel with its numbers: what drawings look up."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property

from ...dsl.scene import Rect
from ..expression import read_formula, to_label
from ..model import Entity, Panel, Relation
from ..pose.poser import Poser
from ..shapes import XY, Nowhere, Point, Shape, SpacePoint, heading, solved, xy
from ..solve.sharp import Openness
from ..space.bodies import Body, bodies_of
from ..space.camera import XYZ
from ..space.hiding import Occluder
from ..space.paths import Straight
from ..system import Layout
from ..values import Formula, Measure, Ref, Standing, Value, Words
from .crossing import Arms, best_arms, crossing_of
from .outlines import bounds_of
from .paths import Outline
from .places import Places


@dataclass(frozen=True)
class Solution:
    """The solved shapes and measures of one panel."""

    panel: Panel
    poser: Poser
    layout: Layout
    measures: dict[Relation, int]
    """The slot that each measuring relation measures."""

    def number(self, slot: int) -> float:
        """Return the value of a slot, in sketch millimetres or radians."""
        return self.layout.values[slot]

    def shape_of(self, name: str) -> Shape[float]:
        """Return the solved shape of an entity."""
        return solved(self.poser.shapes.get(name, Nowhere()), self.number)

    def shape(self, value: Value) -> Shape[float]:
        """Return the solved shape of a value; it must have been posed."""
        return solved(self.poser.found.get(value, Nowhere()), self.number)

    def entity(self, value: Value | None) -> Entity | None:
        """Return the entity that a value refers to, if it is one."""
        return self.poser.entity(value) if value is not None else None

    def place(self, x: float, y: float) -> XY:
        """Return the place of data coordinates."""
        return self.poser.frame.place(x, y)

    @cached_property
    def relabelled(self) -> dict[str, tuple[str, ...]]:
        """The things whose names are replaced by labels, with the texts of those."""
        texts: dict[str, tuple[str, ...]] = {}
        for relation in self.panel.relations:
            firsts = relation.values_of(relation.verb.slots[0].name)[:1] if relation.verb.renames else ()
            for name in (value.name for value in firsts if isinstance(value, Ref)):
                words = (given.value for given in relation.values.values())
                texts[name] = (
                    *texts.get(name, ()),
                    *(w.text for w in words if isinstance(w, Words | Measure)),
                )
        return texts

    @cached_property
    def view(self) -> Rect:
        """The box around everything finite, with a margin: where endless lines end."""
        boxes = [b for name in self.poser.shapes if (b := bounds_of(self.shape_of(name)))]
        if not boxes:
            return (-30.0, -22.0, 30.0, 22.0)
        left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
        margin = max(6.0, 0.08 * max(right - left, top - bottom))
        return (left - margin, bottom - margin, right + margin, top + margin)

    @cached_property
    def middle(self) -> XY:
        """The middle of all places that matter: what outer sides face away from."""
        spots = {(round(self.number(x), 6), round(self.number(y), 6)) for x, y in self.poser.drawn_points}
        boxes = [b for name in self.poser.shapes if (b := bounds_of(self.shape_of(name)))]
        places = sorted(spots) or [((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in boxes]
        if not places:
            return (0.0, 0.0)
        return (sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places))

    @cached_property
    def _bodies(self) -> dict[Shape[float], tuple[Body, ...]]:
        """The bodies of all things in space that are drawn, by their shapes."""
        if self.poser.frame.camera is None:
            return {}
        things = (e for e in self.panel.entities.values() if not e.style.hidden)
        shapes = dict.fromkeys(self.shape_of(e.name) for e in things)
        return {shape: own for shape in shapes if (own := tuple(bodies_of(shape)))}

    @cached_property
    def places(self) -> Places:
        """The places in space of the panel, by where they are drawn."""
        camera = self.poser.frame.camera
        assert camera is not None
        return Places(camera, (solved(p, self.number) for p in self.poser.lifting.places.values()))

    def place_at(self, spot: XY) -> XYZ | None:
        """Return the place in space that is drawn at a spot; nothing in the plane, or where no place is."""
        return self.places.at(spot) if self.poser.frame.camera is not None else None

    def places_of(self, outline: Outline) -> list[XYZ] | None:
        """Return the places between which a straight outline runs, closed if it is; nothing if it is not in space."""
        if outline.codes.strip("Z").lstrip("M").strip("L") or len(outline.points) < 2:
            return None
        found = [place for spot in outline.points if (place := self.place_at(spot)) is not None]
        return found if len(found) == len(outline.points) else None

    @cached_property
    def corners(self) -> frozenset[XYZ]:
        """The vertices of the bodies of a panel in space: where edges meet no dot is needed."""
        solid = (body for own in self._bodies.values() for body in own if body.occluders)
        lines = (line.path for body in solid for line in body.lines)
        return frozenset(end for path in lines if isinstance(path, Straight) for end in (path.a, path.b))

    def outward(self, point: Point[float]) -> float | None:
        """Return the direction (degrees) from the middle of all bodies to a vertex of one; nothing for other points."""
        if not isinstance(point, SpacePoint) or point.space not in self.corners:
            return None
        spots = self.outline
        middle = (sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots))
        return heading(middle, xy(point))

    @cached_property
    def outline(self) -> tuple[XY, ...]:
        """The convex outline of all bodies of a panel in space: outside it is free room."""
        from .in_space import hull
        from .outlines import outline_of
        from .paths import flattened

        return hull(
            [spot for shape in self._bodies for path in flattened(outline_of(shape)) for spot in path]
        )

    def free_side(self, a: XY, b: XY) -> int:
        """Return the side of a line in space (+1 left, -1 right) on which no body is; 0 for an inner line."""
        from .sides import free_side

        return free_side(self.outline, a, b) if self.outline else 0

    def bodies_of(self, shape: Shape[float]) -> tuple[Body, ...]:
        """Return the bodies of a shape: those that hide others, if it is a thing's."""
        return self._bodies.get(shape) or tuple(bodies_of(shape))

    @cached_property
    def occluders(self) -> tuple[Occluder, ...]:
        """What is opaque in a panel in space: the faces of all its solids, unless their author says `transparent`."""
        clear = {
            self.shape_of(e.name)
            for e in self.panel.entities.values()
            if e.has("transparent") or e.has("wireframe")
        }
        opaque = (own for shape, own in self._bodies.items() if shape not in clear)
        return tuple(occluder for own in opaque for body in own for occluder in body.occluders)

    def arms(self, relation: Relation) -> Arms | None:
        """Return an arm, the vertex and the other arm of an angle, as it was posed for a relation.

        Two lines without a common end meet where they cross; the arms are then the ends that enclose
        the angle that is measured.
        """
        posed = self.poser.arms.get(relation)
        if posed is None:
            return None
        first, vertex, second = (tuple((self.number(p.x), self.number(p.y)) for p in arm) for arm in posed)
        if vertex:
            return first[0], vertex[0], second[0]
        if self.poser.frame.camera is not None:
            crossing = self.places.crossing(first, second)
            if crossing is None:
                return self.places.moved_together(first, second)
        else:
            crossing = crossing_of(first, second)
        if crossing is None:
            return None
        wanted = self.number(self.measures[relation]) if relation in self.measures else math.pi / 2
        return best_arms(first, crossing, second, math.degrees(wanted))

    def drop(self, relation: Relation) -> tuple[XY, XY]:
        """Return a place and its foot on a plane, as they were posed for a relation."""
        top, foot = self.poser.drops[relation]
        return (self.number(top.x), self.number(top.y)), (self.number(foot.x), self.number(foot.y))

    # Texts

    def words(self, value: Value | None, relation: Relation | None = None) -> str:
        """Return what a value prints; a derived one prints what was computed for its relation."""
        match value:
            case Words(text):
                return text
            case Formula(expression):
                return f"${to_label(expression)}$"
            case Measure():
                return self._measure_words(value, relation)
            case _:
                return ""

    def _measure_words(self, value: Measure, relation: Relation | None) -> str:
        if value.standing is Standing.HIDDEN:
            return ""
        if value.standing is Standing.DERIVED:
            return self.computed(relation) if relation else ""
        text = _typeset(value)
        if value.standing is Standing.CLAIMED and value.by:
            return f"{text} ({value.by})"
        return text

    def computed(self, relation: Relation) -> str:
        """Return the measured value of a relation as text, exactly where it can be, with its unit."""
        slot = self.measures.get(relation)
        return self.told(slot, relation.verb.dimension) if slot is not None else ""

    def computed_of(self, entity: Entity, slot: str) -> str:
        """Return what came out for a value of a thing that its author left to the compiler."""
        at = self.poser.derived.get((entity.name, slot))
        held = entity.kind.slot(slot)
        return self.told(at, held.dimension) if at is not None and held is not None else ""

    def told(self, slot: int, dimension: str) -> str:
        """Return the value of a slot in the author's terms; nothing where the statements leave it open."""
        from .computed import Givens, in_letter, told

        written = [known.written for known in self.poser.slots if known.written]
        decimals = any("." in words for words in written)
        radians = any("pi" in words or "π" in words for words in written)
        givens = Givens(self.poser.frame, decimals, radians)
        if self.openness.is_settled(slot):
            return told(self.sharp[slot], dimension, givens)
        for letter, term in self.poser.arithmetic.letters.items():
            power = {"length": 1, "area": 2, "volume": 3}.get(dimension, 0)
            if power and term.power == 1 and self.openness.is_tied(slot, term.slot, power):
                return in_letter(self.sharp[slot] / self.sharp[term.slot] ** power, letter, power)
        return ""

    @cached_property
    def openness(self) -> Openness:
        """Which numbers the statements leave open."""
        from ..solve import openness

        return openness(self.poser.system(0), self.sharp)

    @cached_property
    def sharp(self) -> tuple[float, ...]:
        """The values of all slots, to the last digits that the statements give."""
        from ..solve import sharpened

        return sharpened(self.poser.system(0), self.layout)


def _typeset(value: Measure) -> str:
    """Return the text of a value, a formula in it set as one: `3*sqrt(2)/2 cm` with its root and fraction."""
    if value.formula is None or value.formula.bindings:
        return value.text
    if not value.text:
        return f"${to_label(value.formula.expression)}$"
    head, equals, said = value.text.rpartition("=")
    unit = value.unit.text if value.unit is not None else ""
    number = said.strip().removesuffix(unit).strip()
    if "$" in said or not _FORMULA.search(number) or (read := read_formula(number, _letters(value))) is None:
        return value.text
    return f"{head}{equals}{' ' if equals else ''}${to_label(read)}$ {unit}".rstrip()


def _letters(value: Value) -> tuple[str, ...]:
    return value.formula.expression.letters if isinstance(value, Measure) and value.formula else ()


_FORMULA = re.compile(r"\*|\bsqrt\b|\bpi\b|√")
"""What shows that a text is a formula, which is not printed as it is typed."""
