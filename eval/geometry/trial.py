"""A trial: a problem is drawn for some seeds, and all that it demands is measured on each drawing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

from ...compiler.pipeline import Compiled, Options, compile_spec
from ...compiler.shapes import Circle, Line, Point, Shape, solved, xy
from ...dsl.diagnostics import Severity
from ...dsl.source import Source
from .base import XY, Case, Disc, Figure
from .general import Margin, margin

HOLDS = 1e-6
"""Of the figure's size, and in radians: the exactness that claims are checked to."""


@dataclass(frozen=True)
class Trial:
    """What became of one problem."""

    name: str
    case: Case
    seeds: int = 0
    drawn: int = 0
    """Seeds with a drawing in which everything demanded holds, the goal apart."""
    proven: int = 0
    """Seeds in which the goal holds too."""
    worst: float = 0.0
    broken: tuple[str, ...] = ()
    """Statements that fail, or findings that stop the figure, each with its seed."""
    margin: Margin = Margin()
    seconds: float = 0.0
    scene: bool = False
    """Whether the picture of the first seed was made."""

    @property
    def passes(self) -> bool:
        """Whether the problem did what it is meant to do: drawn for every seed, or refused."""
        if self.case.refused:
            return not self.case.imported.ok or self.drawn == 0
        whole = self.drawn == self.seeds and self.scene
        return whole and not self.margin.accidents and (self.proven == self.seeds or self.case.false_goal)


def trial(case: Case, seeds: int, *, draw: bool = True) -> Trial:
    """Draw a problem for some seeds and measure it."""
    imported = case.imported
    if not imported.ok:
        found = "; ".join(f"{d.code} {d.message}" for d in imported.diagnostics)
        return Trial(imported.name, case, broken=(found or "no spec",))
    figures: list[Figure] = []
    broken: list[str] = []
    once = {own: foreign for foreign, own in imported.names.items()}
    shown: frozenset[str] = frozenset()
    drawn = proven = 0
    worst, scene, start = 0.0, not draw, perf_counter()
    for seed in range(seeds):
        compiled = compile_spec(
            Source(text=imported.text, name=imported.name), Options(seed=seed, draw=draw and seed == 0)
        )
        scene |= compiled.scene is not None
        errors = [d for d in compiled.diagnostics if d.severity is Severity.ERROR]
        if not compiled.layouts or errors:
            broken += [f"seed {seed}: {d.code} {d.message}" for d in errors[:1]]
            continue
        figure = figure_of(compiled, imported.names)
        errors_of = {s: s.error(figure) for s in case.statements}
        figures.append(figure)
        shown |= {foreign for own, foreign in once.items() if own in points_drawn(compiled)}
        worst = max([worst, *(e for s, e in errors_of.items() if not s.goal)])
        failed = [s for s, error in errors_of.items() if not error <= HOLDS]
        broken += [f"seed {seed}: {s.text} ({errors_of[s]:.1e})" for s in failed[:2]]
        drawn += not any(not s.goal for s in failed)
        proven += not failed
    return Trial(
        imported.name,
        case,
        seeds,
        drawn,
        proven,
        worst,
        tuple(broken),
        margin(figures, shown),
        perf_counter() - start,
        scene,
    )


def points_drawn(compiled: Compiled) -> set[str]:
    """Return the names of the points that are not hidden."""
    entities = compiled.model.entities() if compiled.model else ()
    return {e.name for e in entities if "point" in e.kind.traits and not e.style.hidden}


def figure_of(compiled: Compiled, names: Mapping[str, str]) -> Figure:
    """Return the coordinates of a drawing by foreign names; a name of a circle that stands for a point is its centre."""
    shapes: dict[str, Shape[float]] = {}
    for posed, layout in zip(compiled.posed, compiled.layouts):
        shapes |= {n: solved(s, layout.values.__getitem__) for n, s in posed.poser.shapes.items()}
    points: dict[str, XY] = {}
    circles: dict[str, Disc] = {}
    lines: dict[str, tuple[XY, XY]] = {}
    for foreign, own in names.items():
        match shapes.get(own):
            case Point() as point:
                points[foreign] = xy(point)
            case Circle(center, radius):
                points[foreign] = xy(center)
                circles[foreign] = Disc(xy(center), radius)
            case Line(a, b):
                lines[foreign] = (xy(a), xy(b))
    frame = compiled.posed[0].poser.frame
    return Figure(points, circles, lines, frame.per_unit * frame.bare)


def table(trials: list[Trial]) -> str:
    """Return a line for each problem, and the sums."""
    wide = max([8, *(len(t.name) for t in trials)])
    rows = [f"{'problem':<{wide}} drawn goal   worst   apart  in-line  s/seed  "]
    for t in trials:
        state = "ok" if t.passes else "FAILS"
        if t.case.refused:
            state += " (refused, as it must be)" if t.passes else " (must be refused)"
        elif t.case.false_goal:
            state += " (its goal does not follow)"
        shown = [f"{m:7.4f}" if math.isfinite(m) else "      -" for m in (t.margin.apart, t.margin.off_line)]
        speed = t.seconds / max(t.seeds, 1)
        rows.append(
            f"{t.name:<{wide}} {t.drawn:>2}/{t.seeds:<2} {t.proven:>2}/{t.seeds:<2} {t.worst:7.0e} {' '.join(shown)} {speed:7.2f}  {state}"
        )
        rows += [f"{'':<{wide}}   {line}" for line in (*t.broken[:3], *t.margin.accidents[:3])]
    passed = sum(t.passes for t in trials)
    rows.append(f"{passed} of {len(trials)} as they must be")
    return "\n".join(rows)
