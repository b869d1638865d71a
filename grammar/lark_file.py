"""The grammar that the parser loads, as text."""

from importlib.resources import files


def lark_grammar() -> str:
    """Return the Lark file: LALR, contextual lexer, no domain word.

    >>> "start:" in lark_grammar()
    True
    """
    return files(__package__).joinpath("diagrammar.lark").read_text("utf-8")
