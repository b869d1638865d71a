"""Strings as they stand in a text: raw, with `\\"` as the only escape."""

import re
from typing import Final

_PAIR: Final = re.compile(r"\\(.)")
_TO_ESCAPE: Final = re.compile(r'(\\.)|"')
_LINE_ENDS: Final = re.compile(r"[\r\n\x00-\x08\x0b\x0e-\x1f\x7f]+")


def unquoted(token: str) -> str:
    r"""Return what a quoted string says; curly quotes have no escape at all.

    >>> unquoted('"5\\" pipe"'), unquoted(r'"\theta"')
    ('5" pipe', '\\theta')
    """
    inner = token[1:-1]
    if token.startswith("“") or "\\" not in inner:
        return inner
    return _PAIR.sub(lambda match: '"' if match[1] == '"' else match[0], inner)


def quoted(value: str) -> str:
    r"""Write a string; in curly quotes if straight ones cannot hold it. Line ends become spaces.

    >>> quoted('5" pipe'), quoted("C:\\")
    ('"5\\" pipe"', '“C:\\”')
    """
    plain = _LINE_ENDS.sub(" ", value)
    straight = '"' + _TO_ESCAPE.sub(lambda match: match[1] or '\\"', plain) + '"'
    open_ended = (len(plain) - len(plain.rstrip("\\"))) % 2 == 1
    if unquoted(straight) == plain and not open_ended:
        return straight
    return "“" + plain.replace("”", "'") + "”"
