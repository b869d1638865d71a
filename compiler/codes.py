"""Every code of the compiler, so that each can be explained, documented and tested."""

from functools import cache

from ..dsl.diagnostics import Code


@cache
def all_codes() -> dict[str, Code]:
    """Return all codes of the steps and domains, by code.

    >>> all_codes()["SPC001"].name
    'unknown-name'
    """
    from .audit import codes as audit
    from .audit import legibility_codes as legibility
    from .domains import vocabulary
    from .imports import codes as imports
    from .parse import codes as parse
    from .place import codes as place
    from .pose import codes as pose
    from .resolve import codes as resolve
    from .solve import codes as solve
    from .typeset import codes as typeset

    steps = (parse, resolve, pose, solve, typeset, place, audit, legibility, imports)
    found = [code for step in steps for code in step.CODES]
    found += [code for domain in vocabulary().domains for code in domain.codes]
    found += [rule.code for rule in vocabulary().rules]
    return {code.code: code for code in sorted(found, key=lambda c: c.code)}


def find_code(word: str) -> Code | None:
    """Return a code by its code or its name, in any case.

    >>> find_code("unknown-name").code
    'SPC001'
    """
    codes = all_codes()
    return codes.get(word.upper()) or next((c for c in codes.values() if c.name == word.lower()), None)
