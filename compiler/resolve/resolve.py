"""The resolve step: expands a spec, then reads each panel."""

from dataclasses import replace

from ...dsl.diagnostics import Outcome
from ...dsl.source import Source
from ...dsl.spec import Spec
from ..model import Model, Panel, Reading, Relation
from ..values import Measure, Words
from ..vocabulary import Vocabulary
from .across import at_home
from .apart import set_apart
from .arrangement import said_of_panels, staged
from .expand import expand
from .panels import PanelReader


def resolve(spec: Spec, source: Source, vocabulary: Vocabulary) -> Outcome[Model]:
    """Return what a spec means: its panels with typed entities and relations.

    Emits SPC codes. A model is returned even when there are errors, with what could be understood.
    """
    expanded = expand(spec)
    if expanded.cut_short:
        return Outcome(Model(()), expanded.diagnostics)
    staging = staged(at_home(expanded.panels))
    panels: list[Panel] = []
    sheet: list[Relation] = []
    readings: list[Reading] = []
    diagnostics = list(expanded.diagnostics)
    for draft in staging.panels:
        reader = PanelReader(draft, vocabulary, source)
        panel = reader.run()
        if panel.entities or panel.relations or panel.comparisons or draft.span is not None:
            panels += set_apart(_titled(panel, reader.sheet))
        sheet += [r for r in reader.sheet if draft.span is None or not _stands_by(r)]
        readings += reader.readings
        diagnostics += reader.diagnostics
    readings += said_of_panels(staging)
    ordered = tuple(sorted(readings, key=lambda r: r.span.start))
    model = Model(
        tuple(panels), tuple(sheet), ordered, staging.arrangements, staging.bridges, _style_of(panels)
    )  # fmt: skip
    return Outcome(model, tuple(diagnostics))


def _style_of(panels: list[Panel]) -> str:
    """Return the last word about the look of the whole picture."""
    said = [
        flag for panel in panels for r in panel.relations for flag in r.flags if flag in r.verb.whole
    ]  # fmt: skip
    return said[-1] if said else ""


def _stands_by(row: Relation) -> bool:
    """Whether a row is a line over or under what it stands in, not one of the sheet."""
    return row.verb.section is not None and row.verb.section.place != "sheet"


def _titled(panel: Panel, rows: list[Relation]) -> Panel:
    """Return a panel with the title and the caption that are said inside it; the main scene leaves them
    to the whole picture.
    """
    if panel.span is None:
        return panel
    texts = {"above": panel.title, "below": panel.caption}
    for row in rows:
        section = row.verb.section
        if section is not None and section.place != "sheet":
            said = [v.text for v in row.values_of("text") if isinstance(v, Words | Measure)]
            texts[section.place] = "\n".join(t for t in (texts[section.place], *said) if t)
    return replace(panel, title=texts["above"], caption=texts["below"])
