"""How things look, said afterwards: styles, colours, what is hidden, highlighted or in front; second positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from ....dsl.theme import THEMES
from ...arrange.plan import Hint, Loose
from ...draw.outlines import bounds_of, outline_of
from ...draw.paths import Outline
from ...draw.pen import Pen
from ...model import Entity, Panel, Relation, Style
from ...pose.boxes import box_name
from ...pose.poser import Poser
from ...shapes import Point
from ...values import Chain, Listed, Measure, Ref, Value, Words
from ...vocabulary import Change, Home, Slot, Verb, Want
from .marks import PLACES

THINGS = Slot("of", (*PLACES, Want.PATH, Want.REGION), "the things", ("things",), many=True, required=True)
FRONT = 40
"""Steps of drawing order that put a thing before all others."""
EMPHASIS = Style(color="accent", weight="thick")


def dressed(style: Style, over: Style) -> Style:
    """Return a style with what another one says.

    >>> dressed(Style(color="red"), Style(dash="dashed"))
    Style(color='red', fill='', dash='dashed', weight='', hatch='', opacity=None, hidden=False, bare=False, lift=0)
    """
    plain = Style()
    said = {
        f.name: getattr(over, f.name)
        for f in fields(Style)
        if getattr(over, f.name) != getattr(plain, f.name)
    }
    return replace(style, **said)


def names_in(value: Value) -> Iterator[str]:
    """Yield the things that a value names as wholes."""
    if isinstance(value, Ref):
        yield value.name
    elif isinstance(value, Listed):
        for item in value.items:
            yield from names_in(item)


def changing(style: Style) -> Change:
    """Return the change that a verb makes to its things: its own style and what is said with it."""

    def change(relation: Relation, entities: Mapping[str, Entity]) -> dict[str, Entity]:
        over = dressed(style, _said(relation))
        names = [n for v in relation.values_of("of") for n in names_in(v) if n in entities]
        return {n: replace(entities[n], style=dressed(entities[n].style, over)) for n in names}

    return change


def _said(relation: Relation) -> Style:
    """Return the style that a verb was given, a quoted colour included."""
    text = relation.value("color")
    if isinstance(text, Words | Measure):
        return dressed(relation.style, Style(color=text.text.lower().replace(" ", "")))
    return relation.style


def show(relation: Relation, entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Make hidden things seen again."""
    names = [n for v in relation.values_of("of") for n in names_in(v) if n in entities]
    return {n: replace(entities[n], style=replace(entities[n].style, hidden=False)) for n in names}


def draw_over(style: Style) -> object:
    """Return the drawing of a verb about paths and areas, which have no looks of their own to change."""

    def draw(relation: Relation, pen: Pen) -> None:
        for value in relation.values_of("of"):
            if not isinstance(value, Ref | Listed):
                with pen.styled(dressed(style, _said(relation))):
                    _draw_again(value, pen)

    return draw


def _draw_again(value: Value, pen: Pen) -> None:
    outline = outline_of(pen.shape(value), pen.view)
    if isinstance(value, Chain) and value.directed and len(outline.points) > 1:
        pen.arrow(outline.points)
    elif outline.codes.endswith("Z"):
        pen.area(outline)
    else:
        pen.path(outline, stroke=pen.stroke())


def in_front(relation: Relation, entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Draw the first thing before the second."""
    return _lifted(relation, entities, FRONT)


def behind(relation: Relation, entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Draw the first thing before anything else, so that the others cover it."""
    return _lifted(relation, entities, -FRONT)


def _lifted(relation: Relation, entities: Mapping[str, Entity], lift: int) -> dict[str, Entity]:
    names = [n for v in relation.values_of("of")[:1] for n in names_in(v) if n in entities]
    return {n: replace(entities[n], style=replace(entities[n].style, lift=lift)) for n in names}


def arrange_over(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that boxes may overlap."""
    names = [box_name(v) for v in (*relation.values_of("of"), *relation.values_of("than"))]
    return tuple(Loose(names[0], other) for other in names[1:])


def hold_ghost(relation: Relation, poser: Poser) -> None:
    """Give a second position its place."""
    at = relation.value("at")
    if at is not None:
        poser.point(at)


def draw_ghost(relation: Relation, pen: Pen) -> None:
    """Draw the outline of a thing a second time, dashed, at another place."""
    thing, at = relation.value("of"), relation.value("at")
    there = pen.center(pen.shape(at)) if at is not None else None
    shape = pen.shape(thing) if thing is not None else None
    here = pen.center(shape) if shape is not None else None
    if shape is None or here is None or there is None:
        return
    if isinstance(shape, Point):
        pen.dot(there, shape="ring")
        return
    dx, dy = there[0] - here[0], there[1] - here[1]
    outline = outline_of(shape, pen.view)
    moved = Outline(outline.codes, tuple((x + dx, y + dy) for x, y in outline.points))
    pen.path(moved, stroke=pen.stroke(dash="dashed", color="muted"))
    if bounds_of(shape) and (text := pen.words(relation.value("text"))):
        from ...targets import ByPoint

        pen.label(text, ByPoint(there))


def draw_remark(text: str) -> object:
    """Return the drawing of a word that only adds a remark to the sheet."""

    def draw(relation: Relation, pen: Pen) -> None:
        pen.note(text)

    return draw


def _look(name: str, doc: str, aliases: tuple[str, ...], style: Style, example: str, *extra: Slot) -> Verb:
    return Verb(
        name=name, doc=doc, slots=(THINGS, *extra), aliases=aliases, home=Home.LABELS, change=changing(style),
        draw=draw_over(style), example=example,  # type: ignore[arg-type]
    )  # fmt: skip


COLOR = Slot("color", Want.TEXT, "a colour in quotes")
PAIR = (
    Slot("of", PLACES, "the thing", required=True),
    Slot("than", PLACES, "the other", ("of_what",), many=True),
)
VERBS = (
    replace(
        _look(
            "style", "Gives things a style: dashed, thick, red, shaded. `style(exam)` gives the whole picture one: textbook, exam, slide or dark.",
            ("look", "format", "theme"), Style(), "style([a, b], dashed)",
        ), flags=tuple(THEMES), whole=tuple(THEMES),
    ),
    _look("color", "Gives things a colour.", ("colour", "paint"), Style(), "color(a, red)", COLOR),
    _look("highlight", "Draws things or paths with emphasis.", ("emphasize", "emphasise", "accent"), EMPHASIS, "highlight(a)", COLOR),
    _look("hide", "Leaves things out of the picture.", ("remove", "omit"), Style(hidden=True), "hide(rope)"),
    Verb(name="show", doc="Shows things that were hidden.", slots=(THINGS,), aliases=("unhide", "reveal"), home=Home.LABELS, change=show, example="show(rope)"),
    Verb(
        name="in_front", doc="A thing is drawn before another.", slots=PAIR, aliases=("in_front_of", "before_all"), home=Home.LAYOUT,
        change=in_front, arrange=arrange_over, example="in_front(a, b)",
    ),
    Verb(name="behind", doc="A thing is drawn behind another.", slots=PAIR, home=Home.LAYOUT, change=behind, arrange=arrange_over, example="behind(a, b)"),
    Verb(
        name="ghost", doc="A second position of a thing, dashed.",
        slots=(
            Slot("of", PLACES, "the thing", required=True), Slot("at", Want.POINT, "where it is drawn again", ("to",), positional=False),
            Slot("text", Want.TEXT, "what stands beside it"),
        ),
        aliases=("second_position", "phantom"), home=Home.LABELS, hold=hold_ghost, draw=draw_ghost, example="ghost(a, at = B)",
    ),
    Verb(
        name="not_to_scale", doc="Says that the picture is not to scale: stated lengths hold in order only, stated angles roughly.",
        aliases=("schematic", "nts"), home=Home.LAYOUT, loosens=True, draw=draw_remark("not to scale"), example="not_to_scale()",  # type: ignore[arg-type]
    ),
    Verb(
        name="scale", doc="`scale(none)`: the picture is not to scale.", home=Home.LAYOUT, loosens=True,
        slots=(Slot("how", Want.WORD, "`none`", choices=("none", "schematic"), required=True),),
        draw=draw_remark("not to scale"), example="scale(none)",  # type: ignore[arg-type]
    ),
)  # fmt: skip
