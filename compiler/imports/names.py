"""Foreign names as names of the language: a point is a capital with its index."""

from __future__ import annotations

import re

POINT = re.compile(r"([A-Za-z])_?(\w*?)(\d*)$")


def point_name(name: str, taken: set[str]) -> str:
    """Return how the spec calls a foreign point, by a name that is not taken.

    >>> [point_name(n, set()) for n in ("a", "h1", "pa", "P_2")]
    ['A', 'H1', 'P_a', 'P2']
    """
    found = POINT.match(name)
    if found is None:
        return free(name, taken)
    letter, letters, digits = found.groups()
    return free(letter.upper() + (f"_{letters}{digits}" if letters else digits), taken)


def free(name: str, taken: set[str]) -> str:
    """Return a name with as many primes as make it a new one.

    >>> free("A", {"A"})
    "A'"
    """
    while name in taken:
        name += "'"
    return name
