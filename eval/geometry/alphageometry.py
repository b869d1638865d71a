"""What the constructions and goals of the AlphaGeometry language demand, evaluated on coordinates.

Each construction is written out as the predicates that define it in the language, apart from the reader's own
meanings, so that a slip of the reader shows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

from ...compiler.imports.alphageometry import names, read
from ...dsl.source import Source
from .base import XY, Case, Corpus, Figure, Statement
from .measuring import cosine, off_circle, off_equal_turns, off_one_line, opening, sine, turn

Error = Callable[[Sequence[XY], float], float]


def _equal(p: Sequence[XY], size: float) -> float:
    return abs(math.dist(p[0], p[1]) - math.dist(p[2], p[3])) / size


def _angle(p: Sequence[XY], size: float) -> float:
    return off_equal_turns(turn(*p[:4]), turn(*p[4:8]))


def _ratio(p: Sequence[XY], size: float) -> float:
    a, b, c, d = (math.dist(p[k], p[k + 1]) for k in (0, 2, 4, 6))
    return abs(a * d - b * c) / max(a * d, b * c, 1e-12)


def _inner(p: Sequence[XY], size: float) -> float:
    """Return how far x is from the inner bisector of the angle abc, or its continuation beyond b."""
    x, a, b, c = p
    near, far = opening(a, b, x), opening(x, b, c)
    whole = opening(a, b, c)
    return max(abs(near - far), min(abs(near + far - whole), abs(near + far - (2 * math.pi - whole))))


def _outer(p: Sequence[XY], size: float) -> float:
    """Return the distance from holding of: x lies beyond bc, seen from a."""
    x, a, b, c = p
    side = (sine(b, c, b, x), sine(b, c, b, a))
    return 0.0 if side[0] * side[1] < 0 else math.inf


PREDICATES: dict[str, Error] = {
    "coll": lambda p, size: off_one_line(p) / size,
    "perp": lambda p, size: abs(cosine(*p)),
    "para": lambda p, size: abs(sine(*p)),
    "cong": _equal,
    "cyclic": lambda p, size: off_circle(p) / size,
    "eqangle": _angle,
    "eqratio": _ratio,
    "midp": lambda p, size: math.dist(p[0], ((p[1][0] + p[2][0]) / 2, (p[1][1] + p[2][1]) / 2)) / size,
    "half": lambda p, size: abs(2 * math.dist(p[0], p[1]) - math.dist(p[2], p[3])) / size,
    "inner": _inner,
    "outer": _outer,
}
"""How far from holding each predicate is; `half`, `inner` and `outer` are not of the language but of its sketches."""

DEFINITIONS = """
angle_bisector x a b c : eqangle b a b x b x b c, inner x a b c
angle_mirror x a b c : eqangle b a b c b c b x
circle x a b c : cong x a x b, cong x b x c
circumcenter x a b c : cong x a x b, cong x b x c
eq_quadrangle a b c d : cong d a b c
eq_trapezoid a b c d : para d c a b, cong d a b c
eq_triangle x b c : cong x b b c, cong b c c x
eqangle2 x a b c : eqangle a b a x c x c b
eqdia_quadrangle a b c d : cong d b a c
eqdistance x a b c : cong x a b c
foot x a b c : perp x a b c, coll x b c
free a :
incenter x a b c : inner x b a c, inner x a b c, inner x b c a
incenter2 x y z i a b c : inner i b a c, inner i a b c, inner i b c a, coll x b c, perp i x b c, coll y c a, perp i y c a, coll z a b, perp i z a b, cong i x i y, cong i y i z
excenter x a b c : eqangle a b a x a x a c, eqangle c a c x c x c b, eqangle b c b x b x b a, outer x a b c
excenter2 x y z i a b c : eqangle a b a i a i a c, eqangle c a c i c i c b, eqangle b c b i b i b a, outer i a b c, coll x b c, perp i x b c, coll y c a, perp i y c a, coll z a b, perp i z a b, cong i x i y, cong i y i z
centroid x y z i a b c : coll x b c, cong x b x c, coll y c a, cong y c y a, coll z a b, cong z a z b, coll a x i, coll b y i, coll c z i
ninepoints x y z i a b c : coll x b c, cong x b x c, coll y c a, cong y c y a, coll z a b, cong z a z b, cong i x i y, cong i y i z
intersection_cc x o w a : cong o a o x, cong w a w x
intersection_lc x a o b : coll x a b, cong o b o x
intersection_ll x a b c d : coll x a b, coll x c d
intersection_lp x a b c m n : coll x a b, para c x m n
intersection_lt x a b c d e : coll x a b, perp x c d e
intersection_pp x a b c d e f : para x a b c, para x d e f
intersection_tt x a b c d e f : perp x a b c, perp x d e f
iso_triangle a b c : eqangle b a b c c b c a, cong a b a c
lc_tangent x a o : perp a x a o
midpoint x a b : coll x a b, cong x a x b
mirror x a b : coll x a b, cong b a b x
nsquare x a b : cong x a a b, perp x a a b
on_aline x a b c d e : eqangle a x a b d c d e
on_aline2 x a b c d e : eqangle x a x b d c d e
on_bline x a b : cong x a x b, eqangle a x a b b a b x
on_circle x o a : cong o x o a
on_line x a b : coll x a b
on_pline x a b c : para x a b c
on_tline x a b c : perp x a b c
orthocenter x a b c : perp x a b c, perp x b c a, perp x c a b
parallelogram a b c x : para a b c x, para a x b c, cong a b c x, cong a x b c
pentagon a b c d e :
psquare x a b : cong x a a b, perp x a a b
quadrangle a b c d :
r_trapezoid a b c d : para a b c d, perp a b a d
r_triangle a b c : perp a b a c
rectangle a b c d : perp a b b c, para a b c d, para a d b c, perp a b a d, cong a b c d, cong a d b c, cong a c b d
reflect x a b c : cong b a b x, cong c a c x, perp b c a x
risos a b c : perp a b a c, cong a b a c, eqangle b a b c c b c a
s_angle a b x y :
segment a b :
shift x b c d : cong x b c d, cong x c b d
square a b x y : perp a b b x, cong a b b x, para a b x y, para a y b x, perp a y y x, cong b x x y, cong x y y a, perp a x b y, cong a x b y
isquare a b c d : perp a b b c, cong a b b c, para a b c d, para a d b c, perp a d d c, cong b c c d, cong c d d a, perp a c b d, cong a c b d
trapezoid a b c d : para a b c d
triangle a b c :
triangle12 a b c : half a b a c
2l1c x y z i a b c o : coll x a c, coll y b c, cong o a o z, coll i o z, cong i x i y, cong i y i z, perp i x a c, perp i y b c
e5128 x y a b c d : cong c b c x, coll y a b, coll x y d, eqangle a b a d x a x y
3peq x y z a b c : coll z b c, coll x a b, coll y a c, coll x y z, cong z x z y
trisect x y a b c : coll x a c, coll y a c, eqangle b a b x b x b y, eqangle b x b y b y b c
trisegment x y a b : coll x a b, coll y a b, cong x a x y, cong y x y b
on_dia x a b : perp x a x b
ieq_triangle a b c : cong a b b c, cong b c c a, eqangle a b a c c a c b
on_opline x a b : coll x a b
cc_tangent0 x y o a w b : cong o x o a, cong w y w b, perp x o x y, perp y w y x
cc_tangent x y z i o a w b : cong o x o a, cong w y w b, perp x o x y, perp y w y x, cong o z o a, cong w i w b, perp z o z i, perp i w i z
eqangle3 x a b d e f : eqangle x a x b d e d f
tangent x y a o b : cong o x o b, perp a x o x, cong o y o b, perp a y o y
on_circum x a b c : cyclic a b c x
"""


def _parsed() -> dict[str, tuple[list[str], list[list[str]]]]:
    found = {}
    for line in DEFINITIONS.strip().splitlines():
        head, _, body = line.partition(":")
        word, *arguments = head.split()
        found[word] = (arguments, [p.split() for p in body.split(",") if p.strip()])
    return found


MEANINGS = _parsed()


def statement(word: str, points: Sequence[str], *, goal: bool = False) -> Statement:
    """Return a predicate on named points as a statement."""
    predicate = PREDICATES[word]

    def error(figure: Figure) -> float:
        if any(p not in figure.points for p in points):
            return math.inf
        return predicate([figure.points[p] for p in points], figure.size)

    return Statement(f"{word} {' '.join(points)}", error, goal)


def _turned(a: str, b: str, x: str, degrees: str) -> Statement:
    def error(figure: Figure) -> float:
        p = [figure.points[name] for name in (a, b, x)]
        return off_equal_turns(turn(p[1], p[0], p[1], p[2]), math.radians(float(degrees)))

    return Statement(f"s_angle {a} {b} {x} {degrees}", error)


def demands(problem: str) -> Iterator[Statement]:
    """Yield what a problem demands, its goal last."""
    premises, _, goal = problem.partition("?")
    for clause in premises.split(";"):
        names, _, body = clause.partition("=")
        new = [re.sub("@.*", "", n) for n in names.split()]
        for construction in body.split(","):
            word, *given = construction.split()
            arguments, predicates = MEANINGS[word]
            bound = dict(zip(arguments, given if len(given) == len(arguments) else [*new, *given]))
            if word == "s_angle":
                yield _turned(*bound.values())
            for name, *points in predicates:
                yield statement(name, [bound[p] for p in points])
    if goal.strip():
        word, *points = goal.split()
        yield statement(word, points, goal=True)


def cases(source: Source, problem: str = "") -> Iterator[Case]:
    """Yield the problems of a file with what they demand."""
    texts = [line for line in source.text.splitlines() if "=" in line]
    for name, text in zip(names(source), texts):
        if problem in ("", name):
            yield Case(next(read(source, name)), tuple(demands(text)))


ALPHAGEOMETRY = Corpus("alphageometry", cases)
