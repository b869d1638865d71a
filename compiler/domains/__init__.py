"""All domains, listed one by one: no scans, no import side effects."""

from functools import cache

from ..vocabulary import Vocabulary


@cache
def vocabulary() -> Vocabulary:
    """Return the words of all domains."""
    from . import analytic, core, geometry, solid, space

    return Vocabulary((core.DOMAIN, geometry.DOMAIN, analytic.DOMAIN, solid.DOMAIN, space.DOMAIN))
