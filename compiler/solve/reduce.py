"""Before the search: numbers that a statement equates with a constant are that constant."""

from __future__ import annotations

from dataclasses import replace

from ..system import Sort, System


def reduced(system: System) -> System:
    """Return the system with `measure = constant` folded: the slots stay, those decided are fixed.

    A measure is folded only if one statement alone speaks of it, so that a conflict can still name it.
    """
    readers: dict[int, set[int]] = {}
    for constraint in system.constraints:
        for slot in constraint.slots:
            readers.setdefault(slot, set()).add(constraint.origin)
    slots, kept = list(system.slots), []
    for constraint in system.constraints:
        if constraint.kernel == "same" and constraint.sort is Sort.EQUATION:
            constants = [at for at in constraint.slots if not slots[at].free]
            open_slots = [at for at in constraint.slots if slots[at].free]
            if len(constants) == len(open_slots) == 1 and len(readers[open_slots[0]]) == 1:
                measure = open_slots[0]
                given = slots[constants[0]]
                slots[measure] = replace(
                    slots[measure],
                    start=given.start,
                    free=False,
                    origin=constraint.origin,
                    written=given.written,
                )
                continue
        kept.append(constraint)
    return replace(system, slots=tuple(slots), constraints=tuple(kept))
