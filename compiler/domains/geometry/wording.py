"""How the relations of this domain are declared."""

from __future__ import annotations

from ...vocabulary import DrawVerb, Hold, Home, Slot, Verb


def verb(
    name: str,
    doc: str,
    slots: tuple[Slot, ...],
    hold: Hold,
    example: str,
    *aliases: str,
    draw: DrawVerb | None = None,
    flags: tuple[str, ...] = (),
) -> Verb:
    """Return a verb: silent and a constraint, or with ink and a label."""
    return Verb(
        name=name, doc=doc, slots=slots, aliases=aliases, flags=flags, home=Home.LABELS if draw else Home.CONSTRAINTS,
        hold=hold, draw=draw, example=example,
    )  # fmt: skip
