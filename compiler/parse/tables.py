"""Loads the grammar's parser from ready-made tables; `python -m diagrammar.compiler.parse.tables` makes them.

Computing LALR tables takes 0.2 s, reading them 15 ms. Tables that don't belong to the grammar are never used.
"""

import json
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from ...dsl.spec import Statement
from .lexing import Layout
from .tree import Builder

GRAMMAR: Final = Path(__file__).parents[2] / "grammar" / "diagrammar.lark"
TABLES: Final = GRAMMAR.with_name("tables.json")


@cache
def parser() -> lark.Lark:
    """Return the parser, loaded once."""
    stored = json.loads(TABLES.read_text("utf-8")) if TABLES.exists() else {}
    if stored.get("made_from") != fingerprint():
        return build()
    data = stored["data"]
    table = data["parser"]["parser"]
    table["tokens"] = {int(key): name for key, name in table["tokens"].items()}
    table["states"] = {
        int(state): {int(key): action for key, action in row.items()}
        for state, row in table["states"].items()
    }
    memo = {int(key): value for key, value in stored["memo"].items()}
    load: Callable[..., lark.Lark] = lark.Lark._load_from_dict
    return load(data, memo, postlex=Layout(), transformer=Builder())


def read(text: str | lark.TextSlice[str]) -> tuple[Statement, ...]:
    """Return the statements of a text; raises if there is a fault.

    Raises: lark's UnexpectedInput, `NestingError`, `RefusalError`.
    """
    statements: object = parser().parse(text)
    assert isinstance(statements, tuple)
    return statements


def build() -> lark.Lark:
    """Make the parser from the grammar file."""
    return lark.Lark(
        GRAMMAR.read_text("utf-8"),
        parser="lalr",
        lexer="contextual",
        postlex=Layout(),
        transformer=Builder(),
        maybe_placeholders=False,
        keep_all_tokens=True,
    )


def fingerprint() -> str:
    """Return what tells whether stored tables belong to this grammar and this Lark."""
    return sha256(GRAMMAR.read_bytes() + lark.__version__.encode()).hexdigest()[:16]


def tables() -> str:
    """Return the text of the tables file."""
    data, memo = build().memo_serialize([TerminalDef, Rule])
    data["options"].update(postlex=None, transformer=None)
    stored = {"made_by": "python -m diagrammar.compiler.parse.tables", "made_from": fingerprint()}
    return json.dumps({**stored, "data": data, "memo": memo}, separators=(",", ":"), default=sorted) + "\n"


if __name__ == "__main__":
    TABLES.write_text(tables(), "utf-8")
