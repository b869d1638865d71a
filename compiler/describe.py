"""Saying in sentences what a picture shows: alt text for those who cannot see it."""

from __future__ import annotations

from collections import Counter

from .model import Model, Panel
from .resolve.readings import in_words

LONGEST = 1200


def alt_text(model: Model) -> str:
    """Return a description of a picture: what is in each panel, what is written, what is asked."""
    sentences = [s for panel in model.panels for s in _of_panel(panel, len(model.panels) > 1)]
    for row in model.sheet:
        texts = "; ".join(in_words(v).strip("“”") for v in row.values_of("text"))
        if texts:
            sentences.append(f"{row.verb.name.capitalize()}: {texts}.")
    whole = " ".join(sentences)
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _of_panel(panel: Panel, several: bool) -> list[str]:
    shown = [e for e in panel.entities.values() if not e.style.hidden]
    sentences = []
    if several:
        sentences.append(f"Panel {panel.caption or panel.name}:")
    if shown:
        counts = Counter(e.word or e.kind.name for e in shown)
        kinds = ", ".join(f"{n} × {word}" if n > 1 else f"a {word}" for word, n in counts.items())
        sentences.append(f"The picture shows {kinds.replace('_', ' ')}.")
    for entity in shown:
        texts = [t.text for t in entity.texts]
        if texts:
            sentences.append(f"{entity.word.replace('_', ' ').capitalize()} {', '.join(texts)}.")
    for relation in panel.relations:
        if relation.verb.draw is not None and not relation.compared:
            parts = ", ".join(in_words(g.value) for g in relation.values.values())
            sentences.append(f"{relation.verb.name.replace('_', ' ').capitalize()}: {parts}.")
    return sentences
