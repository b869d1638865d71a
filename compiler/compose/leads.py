"""Which texts of a picture a leader must tie to what they name, and which none may, whatever is usual."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..place.request import Fixed, LabelRequest


@dataclass(frozen=True)
class Leads:
    """Texts by the ids that they have on the finished picture."""

    must: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()

    def within(self, panel: str) -> Leads:
        """Return the same with the ids that a panel's texts had before they were named after it."""
        return Leads(_within(self.must, panel), _within(self.never, panel))

    def told(self, request: LabelRequest) -> LabelRequest:
        """Return a request that says so; a text that may not be led at all is never told to be."""
        if request.id in self.never:
            return replace(request, may_lead=False)
        led = request.id in self.must and request.may_lead and not isinstance(request.target, Fixed)
        return replace(request, must_lead=True) if led else request


USUAL = Leads()


def _within(ids: frozenset[str], panel: str) -> frozenset[str]:
    return frozenset(id.removeprefix(f"{panel}/") for id in ids if id.startswith(f"{panel}/"))
