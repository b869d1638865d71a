"""Random specs that mean something: figures built point by point from hidden coordinates, so that all holds."""

import math
from dataclasses import dataclass, field

from hypothesis import strategies as st

NAMES = "ABCDEFGH"
SPOTS = [(x * 1.0, y * 1.0) for x in range(-4, 5) for y in range(-3, 4)]
NEAREST = 1.4
SHARPEST = 0.2
"""Sine of the sharpest angle at which a further point stands on two others."""

XY = tuple[float, float]


@dataclass
class Figure:
    """A spec in lines, and what must be true of its drawing."""

    places: dict[str, XY] = field(default_factory=dict)
    declarations: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    lengths: list[tuple[str, str, float]] = field(default_factory=list)
    angles: list[tuple[str, str, str, float]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join((*self.declarations, *self.statements))

    def reversed_text(self) -> str:
        """The same statements, last first."""
        return "\n".join(reversed((*self.declarations, *self.statements)))

    def state_length(self, a: str, b: str, printed: bool) -> None:
        length = math.dist(self.places[a], self.places[b])
        self.lengths.append((a, b, length))
        value = f"{length:.15g}"
        self.statements.append(
            f"dimension({a}, {b}, {value})" if printed else f"distance({a}, {b}) == {value}"
        )

    def state_angle(self, a: str, v: str, b: str) -> None:
        angle = opening(self.places[a], self.places[v], self.places[b])
        self.angles.append((a, v, b, angle))
        self.statements.append(f"angle({a}, {v}, {b}) == {math.degrees(angle):.15g}°")


def opening(a: XY, v: XY, b: XY) -> float:
    """Return the angle at v, from 0 to pi."""
    one, other = (a[0] - v[0], a[1] - v[1]), (b[0] - v[0], b[1] - v[1])
    cross, dot = one[0] * other[1] - one[1] * other[0], one[0] * other[0] + one[1] * other[1]
    return abs(math.atan2(cross, dot))


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Build a figure: each further point by two distances, by a distance and an angle, or as a middle."""
    figure = Figure()
    count = draw(st.integers(3, 5))
    for name in NAMES[:count]:
        _add_point(draw, figure, name)
    _add_lines(draw, figure)
    _add_round(draw, figure)
    _add_words(draw, figure)
    return figure


def _add_point(draw: st.DrawFn, figure: Figure, name: str) -> None:
    known = list(figure.places)
    free = [spot for spot in SPOTS if _fits(spot, figure)]
    if len(known) >= 2 and draw(st.integers(0, 4)) == 0 and _add_middle(draw, figure, name):
        return
    if not free:
        return
    figure.places[name] = draw(st.sampled_from(free))
    figure.declarations.append(f"point {name}")
    if len(known) == 1:
        figure.state_length(known[0], name, draw(st.booleans()))
    elif known:
        a, b = draw(st.permutations(known))[:2]
        figure.state_length(a, name, draw(st.booleans()))
        if draw(st.booleans()):
            figure.state_length(b, name, printed=False)
        else:
            figure.state_angle(name, a, b)


def _add_middle(draw: st.DrawFn, figure: Figure, name: str) -> bool:
    a, b = draw(st.permutations(list(figure.places)))[:2]
    (ax, ay), (bx, by) = figure.places[a], figure.places[b]
    middle = ((ax + bx) / 2, (ay + by) / 2)
    if any(math.dist(middle, spot) < NEAREST / 2 for spot in figure.places.values()):
        return False
    figure.places[name] = middle
    figure.declarations.append(f"point {name}(midpoint({a}, {b}))")
    figure.lengths.append((a, name, math.dist(figure.places[a], middle)))
    return True


def _fits(spot: XY, figure: Figure) -> bool:
    """Whether a place is off all points and off all lines through two of them."""
    places = list(figure.places.values())
    if any(math.dist(spot, place) < NEAREST for place in places):
        return False
    corners = ((spot, a, b) for a in places for b in places if a != b)
    return all(math.sin(opening(*corner)) > SHARPEST for corner in corners)


def _add_lines(draw: st.DrawFn, figure: Figure) -> None:
    names = list(figure.places)
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    for a, b in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)):
        figure.declarations.append(f"segment {a}{b}{draw(st.sampled_from(('', '(dashed)')))}")


def _add_round(draw: st.DrawFn, figure: Figure) -> None:
    if draw(st.booleans()):
        center, rim = draw(st.permutations(list(figure.places)))[:2]
        figure.declarations.append(f"circle c(center = {center}, through = {rim})")
        radius = math.dist(figure.places[center], figure.places[rim])
        figure.statements.append(f"c.radius == {radius:.15g}")


def _add_words(draw: st.DrawFn, figure: Figure) -> None:
    name = draw(st.sampled_from(list(figure.places)))
    words = [
        f'label({name}, "start")', 'note("not drawn here")', 'ask("how far = ?")', 'given("m = 5.0 kg")',
        'options("A) 1 m", "B) 2 m")', 'formula("v = \\sqrt{2 g h}")', 'caption("A figure")',
    ]  # fmt: skip
    figure.statements += draw(st.lists(st.sampled_from(words), unique=True, max_size=3))
