"""Attaches scripts and primes to their base."""

from .nodes import Node, Row, Scripts, Sym


def attach(base: Node, sups: list[Node], subs: list[Node]) -> Node:
    """Return a base with scripts; a raised ring or `o` after it is a degree sign."""
    if not sups and not subs:
        return base
    if _is_degree(base, sups) and not subs:
        return Row((base, Sym("°")))
    sup = None if not sups else sups[0] if len(sups) == 1 else Row(tuple(sups))
    sub = None if not subs else subs[0] if len(subs) == 1 else Row(tuple(subs))
    return Scripts(base, sup, sub)


def _is_degree(base: Node, sups: list[Node]) -> bool:
    if len(sups) != 1 or not isinstance(sups[0], Sym):
        return False
    digit = isinstance(base, Sym) and base.text[-1:].isdigit()
    return sups[0].text in ("∘", "°") or (sups[0].text == "o" and digit)


def add_prime(sups: list[Node]) -> None:
    """Add a prime to superscripts; primes in a row are one symbol."""
    last = sups[-1] if sups else None
    if isinstance(last, Sym) and set(last.text) == {"′"}:
        sups[-1] = Sym(last.text + "′")
    else:
        sups.append(Sym("′"))
