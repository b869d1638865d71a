"""Reading claims: statements that are to be checked on the drawing and must not change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ...dsl.diagnostics import shortened
from ...dsl.source import Span
from ...dsl.spec import Arg, Call, Compare, Expr, Name
from ..model import Claim, Comparison, Relation
from ..vocabulary import Verb
from .codes import UNCHECKED, UNKNOWN_NAME
from .scope import Scope


@dataclass(frozen=True)
class ClaimReader:
    """Reads claims in one scope. `compare` and `bind` read a statement without saying it."""

    scope: Scope
    compare: Callable[[Compare], Comparison | None]
    bind: Callable[[Verb, tuple[Arg, ...], Span], Relation | None]

    def read(self, call: Call) -> Iterator[Claim]:
        """Yield the claims of one call, one for each statement in it."""
        for arg in call.args:
            before = set(self.scope.entities)
            said = self._statement(arg.value) if arg.name is None else None
            if said is None:
                what = shortened(self.scope.text(arg.span), 40)
                hints = ["claim relations or comparisons: `verify(collinear(A, B, C))`, `verify(AB == CD)`"]
                self.scope.diagnostics.append(
                    UNCHECKED.found(f"`{what}` is no statement to verify", arg.span, hints=hints)
                )
                continue
            self._keep_out([name for name in self.scope.entities if name not in before])
            yield Claim(said, arg.span, self.scope.text(arg.span))

    def _statement(self, expr: Expr) -> Relation | Comparison | None:
        if isinstance(expr, Compare):
            return self.compare(expr)
        verb = (
            self.scope.vocabulary.verb(expr.callee.id)
            if isinstance(expr, Call) and isinstance(expr.callee, Name)
            else None
        )
        if not isinstance(expr, Call) or verb is None or (verb.hold is None and verb.measure is None):
            return None
        return self.bind(verb, expr.args, expr.span)

    def _keep_out(self, names: list[str]) -> None:
        """Hide what a claim makes on the way; a point that nothing else speaks of is most likely misspelt."""
        for name in names:
            entity = self.scope.entities[name]
            self.scope.entities[name] = replace(entity, style=replace(entity.style, hidden=True))
            if entity.named:
                message = f"`{name}` is only in a claim: nothing in the figure declares it"
                self.scope.diagnostics.append(UNKNOWN_NAME.found(message, entity.span))
