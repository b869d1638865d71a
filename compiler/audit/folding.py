"""Texts brought into one form, so that words can be looked for whatever their dialect."""

import re

from ...dsl.plain import plain


def fold(text: str) -> str:
    """Return a text for comparison: plain signs, lower case, single spaces, no brackets around roots.

    >>> fold("$10^{24}$  KG") == fold("10²⁴ kg")
    True
    """
    return " ".join(plain(text).text.casefold().replace("×", "x").replace("*", "x").split())


def stands_in(words: str, folded: str) -> bool:
    """Whether words occur in a folded text, not as part of longer words or numbers.

    >>> stands_in("bent", "a bench"), stands_in("3 m", "13 m"), stands_in("t-shaped", "it is t-shaped.")
    (False, False, True)
    """
    start = r"(?<![\w.-])" if words[:1].isalnum() else ""
    end = r"(?![\w]|\.\d)" if words[-1:].isalnum() else ""
    return bool(words) and re.search(start + re.escape(words) + end, folded) is not None
