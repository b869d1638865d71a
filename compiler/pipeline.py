"""The whole compiler as one function: text in, checked scene out, every step's findings gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..dsl.diagnostics import Diagnostic, Outcome, Severity, in_order
from ..dsl.scene import Scene
from ..dsl.source import Source
from ..dsl.spec import Spec
from .draw.pen import Canvas
from .model import Model
from .pose.pose import Posed
from .system import Layout


@dataclass(frozen=True)
class Options:
    """What a caller may choose."""

    seed: int = 0
    strict: bool = False
    """Whether unknown kinds and verbs are errors."""
    draw: bool = True
    """Whether to go on to the scene; a check stops before texts are placed."""
    force: bool = False
    """Whether to draw the best effort in spite of errors."""


@dataclass(frozen=True)
class Compiled:
    """Every value on the way from a text to its scene, as far as it was reached."""

    source: Source
    spec: Spec | None = None
    model: Model | None = None
    posed: tuple[Posed, ...] = ()
    layouts: tuple[Layout, ...] = ()
    canvases: tuple[Canvas, ...] = ()
    scene: Scene | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not any(d.severity is Severity.ERROR for d in self.diagnostics)


DEFAULT = Options()
STRICT_NAMES = frozenset({"unknown-kind", "unknown-verb", "unknown-argument"})


def compile_spec(source: Source, options: Options = DEFAULT) -> Compiled:
    """Compile a spec as far as it goes; the scene is there only if no step found an error."""
    from .parse import parse

    parsed = parse(source)
    if parsed.value is None:
        return Compiled(source, diagnostics=in_order(parsed.diagnostics))
    return _compile(source, parsed.value, list(parsed.diagnostics), options)


def _compile(source: Source, spec: Spec, found: list[Diagnostic], options: Options) -> Compiled:
    from .domains import vocabulary
    from .resolve import resolve

    resolved = resolve(spec, source, vocabulary())
    found += [_strict(d) if options.strict else d for d in resolved.diagnostics]
    model = resolved.value
    if model is None or (_wrong(found) and not options.force):
        return Compiled(source, spec, model, diagnostics=in_order(found))
    posed, layouts = _solve(model, found, options)
    if len(layouts) < len(model.panels) or (_wrong(found) and not options.force):
        return Compiled(source, spec, model, posed, layouts, diagnostics=in_order(found))
    from .draw.panel import draw_panel

    canvases = tuple(draw_panel(p, q, layout) for p, q, layout in zip(model.panels, posed, layouts))
    scene = None
    if options.draw:
        from .compose import compose

        composed = compose(model, canvases, seed=options.seed)
        found += composed.diagnostics
        scene = composed.value
    return Compiled(source, spec, model, posed, layouts, canvases, scene, in_order(found))


def _solve(model: Model, found: list[Diagnostic], options: Options) -> tuple[tuple[Posed, ...], tuple[Layout, ...]]:
    """Pose and solve every panel; a panel that cannot be solved has no layout."""
    from .pose import pose
    from .solve import solve

    posed: list[Posed] = []
    layouts: list[Layout] = []
    for panel in model.panels:
        outcome = pose(panel, options.seed)
        found += outcome.diagnostics
        if outcome.value is None:
            continue
        posed.append(outcome.value)
        solved: Outcome[Layout] = solve(outcome.value.system)
        found += solved.diagnostics
        if solved.value is not None:
            layouts.append(solved.value)
    return tuple(posed), tuple(layouts)


def _wrong(found: list[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in found)


def _strict(found: Diagnostic) -> Diagnostic:
    if found.name in STRICT_NAMES:
        return found.model_copy(update={"severity": Severity.ERROR})
    return found
