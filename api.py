"""The compiler for people who write Python: check, render, format. Everything heavy loads on use."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .dsl.diagnostics import Diagnostic, Severity, Trust
from .dsl.source import Source

if TYPE_CHECKING:
    from .compiler.pipeline import Compiled
    from .dsl.report import Json
    from .dsl.scene import Scene


class DiagramError(Exception):
    """A spec that gives no figure. `diagnostics` say why; the message is their full rendering."""

    def __init__(self, report: Report) -> None:
        super().__init__(str(report))
        self.report = report
        self.diagnostics = report.diagnostics


@dataclass(frozen=True)
class Report:
    """What a check found: findings, every text that will appear, how each statement was read."""

    compiled: Compiled = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return self.compiled.ok

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, by place."""
        return self.compiled.diagnostics

    @property
    def text(self) -> str:
        """The spec, with what a repair added to it."""
        return self.compiled.source.text

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop the figure."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that will appear."""
        return tuple(p.text for p in self.compiled.printed)

    @property
    def readings(self) -> tuple[str, ...]:
        """How each statement was read, in the order of writing."""
        return tuple(r.text for r in self.compiled.model.readings) if self.compiled.model else ()

    def fixed(self, trust: Trust = Trust.SAFE) -> str:
        """Return the text with the fixes applied that can be trusted that far."""
        from .dsl.fixes import apply_fixes

        return apply_fixes(self.compiled.source, self.diagnostics, trust).text

    def __str__(self) -> str:
        from .dsl.report import full

        return full(self.diagnostics, self.compiled.source)


@dataclass(frozen=True)
class Figure:
    """A finished picture: its bytes in one format, and the scene that any other can be drawn from."""

    data: bytes = field(repr=False)
    format: str
    compiled: Compiled = field(repr=False)
    width_px: int | None = None

    @property
    def scene(self) -> Scene:
        """The picture as positioned primitives."""
        assert self.compiled.scene is not None
        return self.compiled.scene

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings and notes about the picture."""
        return self.compiled.diagnostics

    def facts(self) -> dict[str, Json]:
        """Return the fact sheet: entities, texts, values and relations with their places, the guarantees."""
        from .compiler.facts import fact_sheet

        return fact_sheet(self.compiled, width_px=self.width_px)

    def to(self, format: str) -> bytes:
        """Return the picture in another format."""
        from .backends import draw

        return draw(self.scene, format, width_px=self.width_px)

    def save(self, path: str | Path) -> Path:
        """Write the picture to a file, whole or not at all; the ending chooses the format."""
        from .files import write_atomically

        target = Path(path)
        format = target.suffix.lstrip(".") or self.format
        write_atomically(target, self.data if format == self.format else self.to(format))
        return target

    def _repr_png_(self) -> bytes:
        return self.data if self.format == "png" else self.to("png")

    def _repr_svg_(self) -> str:
        return (self.data if self.format == "svg" else self.to("svg")).decode()


def check(
    text: str,
    *,
    name: str = "<spec>",
    seed: int = 0,
    strict: bool = False,
    problem: str = "",
    answer: str = "",
    repair: bool = False,
) -> Report:
    """Check a spec without drawing it.

    `problem` is the text whose givens must be covered, `answer` what must not be shown. With `repair`, rows
    are added for givens that nothing shows; `Report.text` is then the spec with them.

    >>> check("point A").ok
    True
    """
    from .compiler.pipeline import Options, compile_spec

    options = Options(seed=seed, strict=strict, draw=False, problem=problem, answer=answer, repair=repair)
    return Report(compile_spec(Source(text=text, name=name), options))


def render(
    text: str,
    format: str = "png",
    *,
    name: str = "<spec>",
    seed: int = 0,
    strict: bool = False,
    problem: str = "",
    answer: str = "",
    repair: bool = False,
    style: str = "",
    width_px: int | None = None,
) -> Figure:
    """Return the figure of a spec: png, svg, pdf, py (a standalone script) or tikz.

    `style` is textbook, exam, slide or dark; without it the spec's own word counts. Raises `DiagramError` when
    the spec has errors, `ValueError` for a format or style that does not exist.
    """
    from .backends import draw
    from .compiler.pipeline import Options, compile_spec

    options = Options(seed=seed, strict=strict, problem=problem, answer=answer, style=style, repair=repair)
    compiled = compile_spec(Source(text=text, name=name), options)
    if compiled.scene is None:
        raise DiagramError(Report(compiled))
    return Figure(draw(compiled.scene, format, width_px=width_px), format, compiled, width_px)


def format_text(text: str, *, name: str = "<spec>") -> str:
    """Return a spec in canonical form: words by their proper names, statements under their headings.

    Raises `DiagramError` when the text does not parse.

    >>> print(format_text("Point  A,B"), end="")
    point A, B
    """
    from .compiler.canonical import canonical_text
    from .compiler.parse import parse
    from .compiler.pipeline import Compiled

    source = Source(text=text, name=name)
    parsed = parse(source)
    if parsed.value is None or parsed.errors:
        raise DiagramError(Report(Compiled(source, diagnostics=parsed.diagnostics)))
    return canonical_text(parsed.value)
