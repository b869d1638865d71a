"""The whole compiler as one function: text in, checked scene out, every step's findings gathered.

Parse, resolve, check laws, pose, solve, draw, audit what is said, compose, audit what is seen. A step that
finds an error stops the picture; nothing is ever raised for what a spec says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from ..dsl.diagnostics import Diagnostic, Severity, in_order
from ..dsl.scene import Scene
from ..dsl.source import Source
from ..dsl.spec import Spec
from ..dsl.theme import Theme, theme_named
from .audit.printed import Printed
from .model import Model
from .pose.pose import Posed
from .symbols import lexicon_of
from .system import Layout
from .typeset.lexicon import speaking

if TYPE_CHECKING:
    from .drawing import Panels, Picture
    from .fit.fitting import Fitted


@dataclass(frozen=True)
class Options:
    """What a caller may choose."""

    seed: int = 0
    strict: bool = False
    """Whether unknown kinds, verbs and arguments are errors."""
    draw: bool = True
    """Whether to go on to the scene; a check stops before texts are set and placed."""
    force: bool = False
    """Whether to draw the best effort in spite of errors."""
    problem: str = ""
    """The problem's text, against which coverage is checked."""
    answer: str = ""
    """The answer, which no text may give away."""
    style: str = ""
    """The look of the picture, by name, whatever the spec says."""
    repair: bool = False
    """Whether rows are added for the givens of the problem that nothing shows; each is reported."""


@dataclass(frozen=True)
class Compiled:
    """Every value on the way from a text to its scene, as far as it was reached."""

    source: Source
    spec: Spec | None = None
    model: Model | None = None
    posed: tuple[Posed, ...] = ()
    layouts: tuple[Layout, ...] = ()
    printed: tuple[Printed, ...] = ()
    """Every text that appears on the picture."""
    scene: Scene | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    timings: tuple[tuple[str, float], ...] = ()
    """Seconds per step, in order."""
    options: Options = Options()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not any(d.severity is Severity.ERROR for d in self.diagnostics)


DEFAULT = Options()
STRICT_NAMES = frozenset({"unknown-kind", "unknown-verb", "unknown-argument"})


def compile_spec(source: Source, options: Options = DEFAULT) -> Compiled:
    """Compile a spec as far as it goes; the scene is there only if no step found an error.

    >>> compile_spec(Source(text="point A"), Options(draw=False)).ok
    True
    """
    return _Run(source, options).run()


class _Run:
    """One compilation: the values reached so far, the findings, the clock."""

    def __init__(self, source: Source, options: Options) -> None:
        self.source = source
        self.options = options
        self.found: list[Diagnostic] = []
        self.timings: list[tuple[str, float]] = []
        self.spec: Spec | None = None
        self.model: Model | None = None
        self.fits: list[Fitted] = []
        self.printed: tuple[Printed, ...] = ()
        self.scene: Scene | None = None

    @property
    def posed(self) -> tuple[Posed, ...]:
        return tuple(fit.posed for fit in self.fits)

    @property
    def layouts(self) -> tuple[Layout, ...]:
        return tuple(fit.layout for fit in self.fits if fit.layout is not None)

    def run(self) -> Compiled:
        self.step(self.parse, self.resolve)
        if self.model is not None and not self.stopped:
            with speaking(lexicon_of(self.model)):
                self.step(self.obey, self.solve, self.draw)
        return Compiled(
            self.source, self.spec, self.model, self.posed, self.layouts, self.printed,
            self.scene, in_order(self.found), tuple(self.timings), self.options,
        )  # fmt: skip

    def step(self, *steps: Callable[[], None]) -> None:
        """Take steps until one finds what stops the picture."""
        for step in steps:
            step()
            if self.stopped:
                return

    @property
    def stopped(self) -> bool:
        wrong = any(d.severity is Severity.ERROR for d in self.found)
        return self.spec is None or (wrong and not self.options.force)

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        start = perf_counter()
        yield
        self.timings.append((step, perf_counter() - start))

    @property
    def theme(self) -> Theme:
        """The look that the caller asks for, or else the spec."""
        return theme_named(self.options.style or (self.model.style if self.model else "") or "textbook")

    def parse(self) -> None:
        from .parse import parse

        with self.timed("parse"):
            outcome = parse(self.source)
        self.found += outcome.diagnostics
        self.spec = outcome.value

    def resolve(self) -> None:
        from .domains import vocabulary
        from .resolve import resolve

        assert self.spec is not None
        with self.timed("resolve"):
            outcome = resolve(self.spec, self.source, vocabulary())
        self.found += (
            [_strict(d) for d in outcome.diagnostics] if self.options.strict else outcome.diagnostics
        )
        self.model = outcome.value

    def obey(self) -> None:
        """Check the laws of every domain."""
        from .domains import vocabulary
        from .laws import breaches

        assert self.model is not None
        with self.timed("laws"):
            self.found += breaches(self.model, vocabulary().rules)

    def solve(self) -> None:
        """Pose and solve every panel; a panel that cannot be solved stops the picture."""
        from .drawing import solved
        from .verifying import refuted

        assert self.model is not None
        with self.timed("solve"):
            outcomes = solved(self.model, self.theme, self.options.seed)
        for panel, outcome in zip(self.model.panels, outcomes):
            self.found += outcome.diagnostics
            if outcome.value is not None and outcome.value.layout is not None:
                self.fits.append(outcome.value)
                if panel.claims and not outcome.errors:
                    with self.timed("verify"):
                        self.found += refuted(outcome.value.posed, outcome.value.layout)

    def draw(self) -> None:
        from .compose.texts import crowding, text_findings
        from .drawing import Choices, drawn, pictured
        from .repair.repairing import repaired

        assert self.model is not None
        if len(self.layouts) < len(self.model.panels):
            return
        with self.timed("draw"):
            panels = drawn(self.model, self.theme, self.fits, self.options.seed, roomy=self.options.draw)
        self.fits = list(panels.fits)
        self.found += crowding(panels.canvases)
        if self.stopped:
            return
        with self.timed("audit"):
            self.say(panels)
            self.found += text_findings(self.model, panels.canvases, self.source)
        if not self.options.draw or self.stopped:
            return
        with self.timed("compose"):
            picture = pictured(self.model, self.theme, panels, Choices(self.options.seed))
        with self.timed("repair"):
            picture = repaired(self.model, self.theme, picture)
        self.take(picture)

    def take(self, picture: Picture) -> None:
        """Take the picture that is best, with the drawing behind it."""
        from .repair.edits import with_edit

        self.found += (with_edit(d, self.source, self.theme) for d in picture.diagnostics)
        self.fits = list(picture.panels.fits)
        self.scene = None if self.stopped else picture.scene

    def say(self, panels: Panels) -> None:
        """Gather what the picture says and hold it against the problem, which may add rows at the end of the spec."""
        from .audit.content import Task, Told, told
        from .draw.solution import Solution

        assert self.model is not None and self.spec is not None
        options = self.options
        solutions = [
            Solution(panel, part.poser, layout, part.measures)
            for panel, part, layout in zip(self.model.panels, self.posed, self.layouts)
        ]
        task = Task(options.problem, options.answer, options.repair)
        end = told(Told(self.source, self.spec, self.model), task, panels.canvases, solutions)
        self.source, self.spec, self.model, self.printed = end.source, end.spec, end.model, end.printed
        self.found += end.found


def _strict(found: Diagnostic) -> Diagnostic:
    if found.name in STRICT_NAMES:
        return found.model_copy(update={"severity": Severity.ERROR})
    return found
