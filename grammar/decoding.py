"""The grammar for constrained decoding: canonical specs with the vocabulary spelled out.

It is written in the part of the Lark dialect that constrained decoders share: no priorities, lookaround,
templates or `%ignore`. White space stands inside the terminals, where every repetition is bounded, because
a model at a loose end otherwise writes blanks for ever. What it derives, the parser's own grammar reads; only
components (`define`), whose words no grammar can foresee, need the open variant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..compiler.expression import FUNCTIONS
from ..compiler.resolve.style import KEYS
from ..compiler.vocabulary import Kind, Verb
from .vocabulary import Word, known_domains, words_of

VALUE_WORDS = ("hidden", "claimed", "derived", "bearing", "toward", "away", "along", "pairs")
"""Words of the language that are called inside values."""
COMMON_KEYS = (
    "like",
    "as_given",
    "by",
    "from",
    "to",
    "at",
    "on",
    "of",
    "under",
    "value",
    "name",
    "theta",
    "phi",
    "rho",
)
"""Names that an argument may have whatever the word: relations said as arguments, letters written out."""
PANEL_WORDS = ("panel", "diagram", "figure", "scene")
HEADINGS = ("entities", "layout", "labels", "constraints")

_BASE = r"""
// Constrained decoding grammar of Diagrammar, made from the vocabulary: do not edit.
start: (_line NL)+
_line: COMMENT | _statement GAP_COMMENT?
_statement: block | panel | loop | declaration | relation | constant

block: HEADING (SP TEXT)? body
panel: PANEL (SP NAME)? (LPAR _any_args RPAR | SP TEXT)? body
loop: FOR (NAME | LPAR NAME (COMMA NAME)+ RPAR) IN _value body
constant: LET NAME EQ _value
body: OPEN _statement CLOSE | OPEN_LINES GAP_COMMENT? (NL _line)+ CLOSE_LINES | EMPTY

relation: _value (COLON _any_args)? body?
declared: (NAME | INT | TEXT) (LSQB _value (COMMA _value)* RSQB)?

_value: SIGN | _terms | _left EQ _terms
_left: LETTER | _term (_operator _term)+ | UNARY? _atom _suffix+
_terms: _term (_operator _term)*
_operator: OPERATOR | TIGHT
_term: UNARY? _atom _suffix*
_suffix: DOT (NAME | DIGIT_NAME) | LSQB _value (COMMA _value)* RSQB | DOT NAME LPAR _any_args? RPAR | SUPERSCRIPT
_atom: NAME | number | TEXT | UNKNOWN | call
     | LPAR (_value (COMMA _value)* LAST_COMMA?)? RPAR
     | LSQB (_value (COMMA _value)*)? RSQB
number: (DIGITS FRACTION? | FRACTION) EXPONENT? TIMES_TEN? (UNIT (UNIT_JOINT? UNIT)*)?
_any_args: _any_arg (COMMA _any_arg)*
_any_arg: ((KEY | LETTER) EQ)? _value
called_letter: LETTER LPAR _any_args? RPAR
called_value: VALUE_WORD LPAR _any_args? RPAR

HEADING: {headings}
PANEL: {panels}
KEY: {keys}
VALUE_WORD: {values}
FOR: "for "
IN: " in "
LET: "let "
NL: /\n {0,12}/
SP: " "
GAP_COMMENT: /  \/\/ ?[^\n]{0,160}/
COMMENT: /\/\/ ?[^\n]{0,240}/
OPEN: " { "
CLOSE: " }"
OPEN_LINES: " {"
CLOSE_LINES: /\n {0,12}\}/
EMPTY: " {}"
LPAR: "("
RPAR: ")"
LSQB: "["
RSQB: "]"
COMMA: /,( |\n {4,16})/
LAST_COMMA: ","
COLON: " : "
EQ: " = "
DOT: "."
SIGN: "+" | "-"
UNARY: "-" | "+"
OPERATOR: / (==|!=|<=|>=|<|>|->|<->|--|\+|-|\*|\/|&|\||\^)( |\n {4,16})/
TIGHT: "--" | "*" | "/" | "^" | ".." | " .. "
UNKNOWN: "?"
LETTER: /[A-Za-zΑ-ωϕ][A-Z0-9_'′]{0,4}/
NAME: /[^\W\d⁰¹²³⁴-⁹][^\W⁰¹²³⁴-⁹]{0,39}['′]{0,3}|∞/
INT: /[0-9]{1,6}/
DIGITS: /[0-9]{1,15}/
FRACTION: /\.[0-9]{1,15}/
EXPONENT: /[eE][-+]?[0-9]{1,3}/
TIMES_TEN: / ?[×·⋅*] ?10\^[-+]?[0-9]{1,3}/
UNIT: / ?([^\W\d_⁰¹²³⁴-⁹][^\W\d_⁰¹²³⁴-⁹]{0,15}|[°℃℉%‰$€£¥][A-Za-z]{0,3})(\^-?[0-9]|\^\(-?[0-9]\))?/
UNIT_JOINT: "/" | "·" | "*" | "-"
SUPERSCRIPT: /[⁺⁻]?[⁰¹²³⁴-⁹]{1,4}/
DIGIT_NAME: /[0-9][^\W⁰¹²³⁴-⁹]{0,8}/
TEXT: /"([^"\\\n]|\\[^\n]){0,400}"/
"""


def decoding_grammar(domains: Iterable[str] = (), *, open_words: bool = False) -> str:
    """Return the grammar over the words of some domains, of all when none is named.

    With `open_words` any name may stand for a kind, a verb or an argument, and components can be defined. Raises
    `KeyError` for a domain that does not exist.

    >>> '"triangle"' in decoding_grammar(["geometry"])
    True
    """
    words = [word for domain in known_domains(domains) for word in words_of(domain)]
    filled = _filled(words)
    return "\n".join((filled, "", *_word_rules(words, open_words), *_tail(words, open_words))) + "\n"


def _filled(words: list[Word]) -> str:
    """Return the base with its alternatives; braces that are the grammar's own stay."""
    alternatives = {
        "headings": HEADINGS,
        "panels": PANEL_WORDS,
        "keys": {*COMMON_KEYS, *KEYS, *_verbs(words)},
        "values": {*VALUE_WORDS, *FUNCTIONS},
    }
    return re.sub(r"\{([a-z]+)\}", lambda found: _either(alternatives[found[1]]), _BASE.strip())


def _word_rules(words: list[Word], open_words: bool) -> Iterator[str]:
    """Yield one declaration rule a kind and one call rule a word, with its own argument names."""
    for kind in words:
        if isinstance(kind, Kind):
            name = f"declare_{kind.name}"
            yield f'{name}: "{kind.name} " _{name} (COMMA _{name})* body?'
            yield f"_{name}: declared (LPAR _args_{_id(kind)}? RPAR)? (EQ _value)?"
    for word in words:
        yield f'call_{_id(word)}: "{word.name}" LPAR _args_{_id(word)}? RPAR'
        yield f"_args_{_id(word)}: _arg_{_id(word)} (COMMA _arg_{_id(word)})~0..60"
        keys = _keys(word)
        key = f"KEYS_{_id(word).upper()}"
        names = " | ".join([key] * bool(keys) + ["KEY", "LETTER"] + ["NAME"] * open_words)
        yield f"_arg_{_id(word)}: (({names}) EQ)? _value"
        if keys:
            yield f"{key}: {_either(keys)}"


def _tail(words: list[Word], open_words: bool) -> Iterator[str]:
    kinds = [f"declare_{word.name}" for word in words if isinstance(word, Kind)]
    calls = ["called_letter", "called_value", *(f"call_{_id(word)}" for word in words)]
    if open_words:
        kinds, calls = [*kinds, "declare_any"], [*calls, "call_any"]
        yield "declare_any: NAME SP _declare_any (COMMA _declare_any)* body?"
        yield "_declare_any: declared (LPAR _open_args? RPAR)? (EQ _value)?"
        yield "call_any: NAME LPAR _open_args? RPAR"
        yield "_open_args: _open_arg (COMMA _open_arg)~0..60"
        yield "_open_arg: (NAME EQ)? _value"
    yield f"declaration: {' | '.join(kinds)}"
    yield f"call: {' | '.join(calls)}"


def _id(word: Word) -> str:
    """Return a rule name for a word: a kind and a verb may share their name."""
    return f"{'kind' if isinstance(word, Kind) else 'verb'}_{word.name}"


def _verbs(words: list[Word]) -> Iterator[str]:
    """Yield the words of relations, which may be said as an argument of anything: `below = p`."""
    for word in words:
        if isinstance(word, Verb) and not word.sheet:
            yield word.name


def _keys(word: Word) -> list[str]:
    return sorted({name for slot in word.slots for name in (slot.name, *slot.aliases)})


def _either(words: Iterable[str]) -> str:
    return "(" + " | ".join(f'"{word}"' for word in sorted(words)) + ")"
