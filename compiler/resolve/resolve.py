"""The resolve step: expands a spec, then reads each panel."""

from ...dsl.diagnostics import Outcome
from ...dsl.source import Source
from ...dsl.spec import Spec
from ..model import Model
from ..vocabulary import Vocabulary
from .expand import expand
from .panels import PanelReader


def resolve(spec: Spec, source: Source, vocabulary: Vocabulary) -> Outcome[Model]:
    """Return what a spec means: its panels with typed entities and relations.

    Emits SPC codes. A model is returned even when there are errors, with what could be understood.
    """
    expanded = expand(spec)
    panels, sheet, readings = [], [], []
    diagnostics = list(expanded.diagnostics)
    for draft in expanded.panels:
        reader = PanelReader(draft, vocabulary, source)
        panel = reader.run()
        if panel.entities or panel.relations or panel.comparisons or draft.span is not None:
            panels.append(panel)
        sheet += reader.sheet
        readings += reader.readings
        diagnostics += reader.diagnostics
    model = Model(tuple(panels), tuple(sheet), tuple(sorted(readings, key=lambda r: r.span.start)))
    return Outcome(model, tuple(diagnostics))
