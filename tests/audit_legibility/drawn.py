"""Pictures by hand, with who draws what, and the codes that the audit finds on them."""

from diagrammar.compiler.audit.legibility import legibility
from diagrammar.dsl.diagnostics import Diagnostic
from diagrammar.dsl.scene import XY, Anchor, Item, Marker, Origin, Path, Scene, TextItem
from diagrammar.dsl.source import Span

from ..place.pixel import line, set_text


def named(entity: str, at: int = 0) -> Origin:
    return Origin(entity=entity, span=Span(start=at, end=at + 1))


def text(
    words: str, x: float, y: float, *, size: float = 9.0, color: str = "ink", entity: str = "A",
    names: Anchor | None = None,
) -> TextItem:  # fmt: skip
    return set_text(words, size).item(words, (x, y), color=color, origin=named(entity, 7), anchor=names)


def spot(x: float, y: float, entity: str = "A") -> Anchor:
    return Anchor(sort="spot", points=((x, y),), entity=entity)


def course(*points: XY, entity: str = "A") -> Anchor:
    return Anchor(sort="course", points=points, entity=entity)


def leader(entity: str, start: XY, tip: XY) -> Path:
    return line("lead", start, tip, role="leader").model_copy(update={"origin": named(entity, 7)})


def audit(*items: Item) -> tuple[Diagnostic, ...]:
    return legibility(Scene(width=60, height=40, items=items))


def codes(*items: Item) -> list[str]:
    return [finding.code for finding in audit(*items)]


def of(entity: str, path: Path) -> Path:
    return path.model_copy(update={"origin": named(entity, 3)})


def dot(entity: str, x: float, y: float) -> Marker:
    return Marker(id=entity, role="point", at=(x, y), origin=named(entity))
