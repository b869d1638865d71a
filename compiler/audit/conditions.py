"""Conditions that problems name in standard words, and how a picture can show each: in words, or drawn.

What is drawn is known by the words of the spec: a `square` shows its right angles, `parallel(a, b)` that
two lines are.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Condition:
    """One condition: what says so in a problem, what says so on a picture, which words of a spec draw it."""

    said: re.Pattern[str]
    shown: re.Pattern[str]
    drawn: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Named:
    """A condition as a problem names it, with its place."""

    words: str
    start: int
    end: int
    condition: Condition

    def is_shown(self, folded: str, drawn: Set[str]) -> bool:
        """Whether texts in plain lower case say it, or the words of a spec draw it."""
        return bool(self.condition.shown.search(folded)) or not drawn.isdisjoint(self.condition.drawn)


def conditions(problem: str) -> tuple[Named, ...]:
    """Return the conditions that a problem names, each once, in order.

    >>> [c.words for c in conditions("A block starts from rest on a frictionless incline")]
    ['starts from rest', 'frictionless']
    """
    return tuple(sorted(_named(problem), key=lambda named: named.start))


def _named(problem: str) -> Iterator[Named]:
    for condition in _CONDITIONS:
        found = condition.said.search(problem)
        if found is not None:
            yield Named(" ".join(found.group().split()), found.start(), found.end(), condition)


def _condition(said: str, shown: str = "", drawn: str = "") -> Condition:
    """Return a condition; what says it in a problem says it on a picture, too."""
    words = rf"(?<![a-z])(?:{said})(?![a-z])"
    either = f"{words}|{shown}" if shown else words
    return Condition(re.compile(words, re.I), re.compile(either, re.I), frozenset(drawn.split()))


_CONDITIONS: Final = (
    # Mechanics
    _condition(
        r"frictionless|without friction|no friction|friction is negligible|neglect(?:ing)? friction|无摩擦|光滑|摩擦不计|不计摩擦",
        r"smooth|μ ?= ?0\b|friction ?= ?0", "frictionless smooth",
    ),
    _condition(r"massless|negligible mass|light (?:string|rope|cord|rod|spring|pulley)|轻绳|轻质|轻弹簧|轻杆|不计质量", r"light\b|m ?(?:=|≈) ?0\b"),
    _condition(r"(?:starts?|starting|released|begins?|initially|originally)(?: \w+){0,2} (?:from|at) rest|from rest|由静止|从静止", r"at rest|v_?0? ?(?:=|\(0\) ?=) ?0\b|u ?= ?0\b|静止|initially still"),
    _condition(r"initially at rest|at rest|stationary|静止", r"rest\b|v_?\w? ?= ?0\b|static"),
    _condition(r"air (?:resistance|friction|drag) (?:is|can be|may be) (?:neglected|negligible|ignored)|(?:neglect|ignor)(?:e|ing) air (?:resistance|friction|drag)|no air (?:resistance|drag)|不计空气阻力|忽略空气阻力", r"no air|drag"),
    _condition(r"inextensible|不可伸长", r"taut"),
    _condition(r"(?:perfectly |completely |totally )?inelastic(?:ally)?|完全非弹性", r"stick|coalesce|粘"),
    _condition(r"elastic(?:ally)? (?:collision|collide)|collides? elastically|(?:perfectly )?elastic collision|弹性碰撞", r"elastic"),
    _condition(r"constant (?:speed|velocity)|uniform (?:speed|velocity)|匀速", r"const|uniform|(?<!\w)a ?= ?0\b"),
    _condition(r"constant (?:acceleration|deceleration)|uniform(?:ly)? (?:accelerat|decelerat)\w+|匀加速|匀减速", r"const|uniform|\ba ?="),
    _condition(r"without slipping|no slipping|rolls? without|纯滚动|无滑", r"no slip|rolling|pure roll"),
    # Heat
    _condition(r"adiabatic(?:ally)?|绝热", r"insulat|q ?= ?0\b|thermally isolated", "adiabatic insulated"),
    _condition(r"isothermal(?:ly)?|constant temperature|等温", r"\bt(?:emperature)? ?(?:=|is)? ?const|isotherm", "isotherm isothermal"),
    _condition(r"isobaric(?:ally)?|constant pressure|等压", r"\bp(?:ressure)? ?(?:=|is)? ?const|isobar", "isobar isobaric"),
    _condition(r"isochoric|isovolumetric|constant volume|等容|等体", r"\bv(?:olume)? ?(?:=|is)? ?const|isochor|rigid", "isochore isochoric rigid"),
    _condition(r"isentropic(?:ally)?|等熵", r"s ?= ?const"),
    _condition(r"(?<!ir)reversibl[ey]|可逆", r"reversib"),
    _condition(r"(?:well |perfectly |thermally )?insulated|隔热", r"insulat|adiabatic|q ?= ?0\b", "insulated insulation"),
    _condition(r"(?:monatomic |diatomic |polyatomic )?(?:ideal|perfect) gas|理想气体", r"ideal|perfect|pv ?= ?nrt"),
    _condition(r"incompressible", r"ρ ?= ?const"),
    _condition(r"steady[- ]state|steady flow|稳态", r"steady"),
    _condition(r"saturated", r"sat\b|sat\."),
    # Fields and light
    _condition(r"(?:in|by) (?:a )?vacuum|真空", r"vacuum|n ?= ?1\b", "vacuum"),
    _condition(r"unpolari[sz]ed", r"unpol"),
    _condition(r"monochromatic|单色", r"mono"),
    _condition(r"grounded|接地", r"ground|earth", "ground earth grounded"),
    # Chance
    _condition(r"normal(?:ly)? distribut(?:ed|ion)", r"normal|n ?\(|gauss|bell", "normal normal_curve bell gaussian"),
    _condition(r"uniformly distributed|uniform distribution", r"uniform|u ?[(\[]", "uniform"),
    _condition(r"without replacement", r"no replacement"),
    _condition(r"with replacement", r"replac"),
    _condition(r"mutually exclusive", r"disjoint", "disjoint"),
    # Figures
    _condition(r"right[- ]angles?|right[- ]angled|perpendicular(?:ly)?|right triangle|垂直|直角", r"⊥|90 ?°|90\^|normal\b|π/2", "perpendicular right_angle square rectangle right_triangle cube cuboid box altitude foot cylinder cone prism axes grid vertical horizontal height perpendicular_bisector tangent rhombus"),
    _condition(r"equilateral|等边", r"60 ?°", "equilateral equilateral_triangle regular regular_polygon"),
    _condition(r"isosceles|等腰", r"=", "isosceles isosceles_triangle isosceles_trapezoid equal"),
    _condition(r"concentric|coaxial|同心|同轴", r"same (?:center|centre|axis)", "concentric coaxial annulus ring"),
    _condition(r"counter-?clockwise|anti-?clockwise|逆时针", r"ccw|anticlockwise|↺|⟲", "ccw counterclockwise"),
    _condition(r"(?<!counter)(?<!counter-)(?<!anti)(?<!anti-)clockwise|顺时针", r"cw\b|↻|⟳", "cw clockwise"),
)  # fmt: skip
