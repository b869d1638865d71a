"""Drawing one solved panel: things by their kinds' order, then what is said of them."""

from __future__ import annotations

from ..model import Panel
from ..pose.pose import Posed
from ..system import Layout
from .pen import Canvas, Pen
from .solution import Solution


def draw_panel(panel: Panel, posed: Posed, layout: Layout) -> Canvas:
    """Return the ink of a panel and the texts that it needs."""
    pen = Pen(Solution(panel, posed.poser, layout, posed.measures))
    for entity in sorted(panel.entities.values(), key=lambda e: e.kind.z + e.style.lift):
        if entity.kind.draw is not None and not entity.style.hidden:
            with pen.about(entity):
                entity.kind.draw(entity, pen.shape_of(entity.name), pen)
    for entity, draw in pen.waiting:
        with pen.about(entity):
            draw()
    for relation in panel.relations:
        if relation.verb.draw is not None:
            with pen.about(relation):
                relation.verb.draw(relation, pen)
    if posed.poser.frame.schematic:
        pen.note("not to scale")
    pen.finish()
    return pen.canvas
