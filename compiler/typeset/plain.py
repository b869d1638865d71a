"""Reads the label dialect outside dollar signs: words stay upright, symbols and formulas are recognised.

Letters alone are variables, `^` and `_` make scripts, numbers bind their units, hyphens between operands are
minus signs.
"""

import re
from dataclasses import replace
from typing import Final

from . import symbols as sy
from .attaching import add_prime, attach
from .chemistry import MOLECULE, chemical_at, chemical_node, is_compound
from .latex import LatexReader, read_latex
from .lexicon import NO_SYMBOLS, Lexicon
from .nodes import Accent, Break, Cls, Fault, Gap, Node, Reading, Root, Row, Ruled, Scripts, Sym
from .roles import Line
from .tokens import ARROWS, LETTER, Token, is_operand
from .units import GLUED_SIGNS, bracketed_unit_at, unit_at, unit_gap, unit_node
from .wordlists import DECIMAL_UNITS, VOLTS_AND_WATTS

PROSE: Final = re.compile(r"[A-Za-z]{2,}[,;:.]?(?: [A-Za-z]{2,}[,;:.?!]?)*")
"""Words in which nothing needs a second look."""
CAPITALS: Final = re.compile(r"[A-Z]{2}")
BLANK: Final = re.compile(r"[ \t\u2009\u202f\u00a0]*")
SCRIPT: Final = re.compile(rf"\d*[+\-−](?![\w(\\])|[+\-−]?(?:1/\d+|\d+(?:\.\d+)?)|[-−]?{LETTER}+\d*|[^\s]")
"""What an unbraced script takes: a charge, a number, a word or one sign."""
MARKS: Final = "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030a\u20d7"
"""Marks that Unicode combines with the letter before: accents, bars, rings, arrows."""
WORD_SPACE: Final = Gap(0.25, breaks=True)


def read_line(text: str, *, chemistry: bool = False, lexicon: Lexicon = NO_SYMBOLS) -> Reading:
    """Read one line without dollar signs.

    >>> read_line("v_0 = 3 m/s").items[0]
    Scripts(base=Sym(text='v', face='italic', ...), sup=None, sub=Sym(text='0', face='roman', ...))
    """
    if PROSE.fullmatch(text) and not lexicon.points and not CAPITALS.search(text):
        return Reading(tuple(Sym(part) if part != " " else WORD_SPACE for part in re.split("( )", text)))
    if _is_bare_latex(text):
        reading = read_latex(text, bare=True)
        return Reading((Row(reading.items),), reading.faults) if Break() not in reading.items else reading
    reader = PlainReader(text, chemistry=chemistry, lexicon=lexicon)
    return Reading(tuple(reader.read()), tuple(reader.faults))


def _is_bare_latex(text: str) -> bool:
    """Whether a text with LaTeX commands has no prose, so that it is one formula."""
    if "\\" not in text:
        return False
    if not re.search(r"\\[A-Za-z]", text):
        return False
    words = re.sub(r"\\[A-Za-z]+\s*(\{[^{}]*\})*|\{[^{}]*\}", " ", text)
    return not any(word not in sy.FUNCTIONS for word in re.findall(r"[A-Za-z]{3,}", words))


class PlainReader:
    """Turns the tokens of one line into nodes; `index` is where it stands."""

    def __init__(self, text: str, *, chemistry: bool = False, lexicon: Lexicon = NO_SYMBOLS) -> None:
        self.line = Line(text, chemistry=chemistry, lexicon=lexicon)
        self.index = 0
        self.faults: list[Fault] = []

    def jump(self, end: int) -> None:
        """Go on at an offset of the text; a token that it cuts is read anew from there."""
        while self.index < len(self.line.tokens) and self.line.tokens[self.index].end <= end:
            self.index += 1
        if self.index < len(self.line.tokens) and self.line.tokens[self.index].start < end:
            self.line.cut(self.index, end)

    def read(self) -> list[Node]:
        """Read all tokens."""
        nodes: list[Node] = []
        while self.index < len(self.line.tokens):
            token = self.line.tokens[self.index]
            if token.kind == "space":
                self.index += 1
                if not self.line.is_operator_gap(self.index - 1):
                    nodes.append(Gap(0.25, breaks=True))
                continue
            nodes.extend(self._token(token))
        return nodes

    def _token(self, token: Token) -> list[Node]:
        if token.kind == "command":
            return self._command(token)
        if token.kind == "number":
            return self._number(token)
        if token.kind == "letters":
            return self._letters(token)
        self.index += 1
        match token.kind:
            case "blank":
                return [Ruled(Gap(max(2.0, 0.55 * len(token.text))), "under")]
            case "arrow":
                return [self._operator(ARROWS[token.text], self.index - 1)]
            case "dots":
                return [Sym("…")]
            case "script" | "super" | "subs":
                self.index -= 1
                return [self._scripts(Row(()))]
        return [self._sign(token)]

    def _command(self, token: Token) -> list[Node]:
        reader = LatexReader(self.line.text, pos=token.start)
        node = reader.scripted([])
        self.faults += reader.faults
        self.jump(max(reader.pos, token.end))
        return [] if node is None else [node]

    def _number(self, token: Token) -> list[Node]:
        chemical = self._chemical(token)
        if chemical is not None:
            return chemical
        self.index += 1
        node = self._scripts(Sym(token.text.replace("-", "−")))
        return [self._with_unit(node)]

    def _with_unit(self, value: Node) -> Node:
        """Bind the unit that follows a number or question mark."""
        text = self.line.text
        start = self.line.tokens[self.index].start if self.index < len(self.line.tokens) else len(text)
        blank = BLANK.match(text, start)
        unit = unit_at(text, blank.end()) if blank else ""
        if blank is None or not unit:
            return value
        glued = blank.end() == start
        if glued and re.fullmatch(r"[A-Za-z](?![A-Za-z])[^/·*]*", unit) and not self._is_glued(unit, value):
            return value
        self.jump(blank.end() + len(unit))
        if unit == "°" or (glued and unit in GLUED_SIGNS):
            return Row((value, unit_node(unit)))
        return Row((value, unit_gap(unit), unit_node(unit)))

    def _is_glued(self, unit: str, value: Node) -> bool:
        """Whether a letter glued to a number is its unit: volts and watts, and any after a decimal fraction."""
        if unit in self.line.lexicon.symbols or self.line.relation:
            return False
        return unit in VOLTS_AND_WATTS or (
            isinstance(value, Sym) and "." in value.text and unit in DECIMAL_UNITS
        )

    def _letters(self, token: Token) -> list[Node]:
        chemical = self._chemical(token)
        if chemical is not None:
            return chemical
        if token.text == "sqrt" and self.line.text.startswith("(", token.end):
            return [self._root(token)]
        if token.text == "x" and self.line.is_times(self.index):
            self.index += 1
            return [Sym("×", cls=Cls.BIN)]
        unit = self._bracketed_unit(token) or self._worded_unit(token)
        if unit is not None:
            return [unit]
        at = self.index
        self.index += 1
        if token.text in sy.FUNCTIONS and self.line.is_function(at):
            limits = token.text in sy.LIMIT_FUNCTIONS
            node = self._scripts(Sym(token.text, cls=Cls.OP, limits=limits))
            self._drop_space()
            return [node]
        letters = self._split(token.text, at)
        index = self.line.glued_index(at)
        if index is not None:
            self.index += 1
            return [Scripts(letters[-1], sub=Sym(index.text))]
        return [*letters[:-1], self._scripts(letters[-1])]

    def _split(self, word: str, at: int) -> list[Node]:
        """Return a word upright, or its letters as variables."""
        if len(word) == 1 or not word[1:].strip(MARKS):
            node = _variable(word[0]) if len(word) > 1 or self.line.is_variable(word, at) else Sym(word[0])
            for mark in word[1:]:
                node = Accent(node, mark)
            return [node]
        if self.line.is_product(word, at):
            return [_variable(char) for char in word]
        if self.line.is_segment(word, at):
            return [Sym(word, "italic")]
        return [Sym(word.replace("'", "’"))]

    def _bracketed_unit(self, token: Token) -> Node | None:
        """Read a unit in brackets, as axis titles have it, or one that is the whole label."""
        before = self.line.touching(self.index, -1)
        whole = not before and token.start == 0
        if not whole and not (before and before.text in "([/"):
            return None
        unit = bracketed_unit_at(self.line.text, token.start)
        end = token.start + len(unit)
        rest = self.line.text[end:]
        if not unit or (whole and (rest or not re.search(r"[/·]|[A-Za-z]{2}.* ", unit))):
            return None
        if not whole and (rest[:1] not in ("]", ")") or not self._follows_quantity(self.index - 1)):
            return None
        self.jump(end)
        return unit_node(unit)

    def _worded_unit(self, token: Token) -> Node | None:
        """Read the unit that a quantity is asked in: `speed in m/s`."""
        before = self.line.near(self.index, -1)
        if before is None or before.text not in ("in", "per") or self.line.touching(self.index, -1):
            return None
        unit = unit_at(self.line.text, token.start)
        if not unit or unit in self.line.lexicon.symbols or (before.text == "per" and len(unit) == 1):
            return None
        self.jump(token.start + len(unit))
        return unit_node(unit)

    def _follows_quantity(self, bracket: int) -> bool:
        return bracket > 0 and self.line.tokens[bracket - 1].kind == "space"

    def _root(self, token: Token) -> Node:
        inside, end = self._balanced(token.end)
        self.jump(end)
        return self._scripts(Root(self._inner(inside, token.end + 1)))

    def _inner(self, text: str, start: int) -> Row:
        """Read what stands in brackets as a line of its own."""
        reading = read_line(text, chemistry=self.line.chemistry, lexicon=self.line.lexicon)
        self.faults += [
            replace(fault, at=fault.at + start, end=fault.end + start) for fault in reading.faults
        ]
        return Row(reading.items)

    def _balanced(self, start: int) -> tuple[str, int]:
        level = 0
        for index in range(start, len(self.line.text)):
            level += {"(": 1, ")": -1}.get(self.line.text[index], 0)
            if level == 0:
                return self.line.text[start + 1 : index], index + 1
        return self.line.text[start + 1 :], len(self.line.text)

    def _chemical(self, token: Token) -> list[Node] | None:
        before = self.line.touching(self.index, -1)
        if before is not None and (before.kind in ("letters", "script") or before.text in "_^"):
            return None
        match = chemical_at(self.line.text, token.start, loose=self.line.chemistry)
        named = self._substance(token)
        if match is None or len(named) > len(match[0]):
            if named:
                self.jump(token.start + len(named))
                return [chemical_node(named)]
            return None
        self.jump(match.end())
        return [chemical_node(match[0], digits=self.line.chemistry or is_compound(match[0]) or bool(named))]

    def _substance(self, token: Token) -> str:
        """Return the formula of the picture's reactions that stands at a token, if one does."""
        found = MOLECULE.match(self.line.text, token.start) if self.line.lexicon.substances else None
        return found[0] if found and found[0] in self.line.lexicon.substances else ""

    def _scripts(self, base: Node) -> Node:
        sups: list[Node] = []
        subs: list[Node] = []
        while self.index < len(self.line.tokens):
            token = self.line.tokens[self.index]
            if token.kind == "super":
                self.index += 1
                sups.append(Sym("".join(sy.SUPERSCRIPTS[char] for char in token.text)))
            elif token.kind == "subs":
                self.index += 1
                subs.append(Sym("".join(sy.SUBSCRIPTS[char] for char in token.text)))
            elif token.kind == "script":
                self.index += 1
                (sups if token.text == "^" else subs).append(self._script(token))
            elif token.text in ("'", "′") and self._is_prime(base):
                self.index += 1
                add_prime(sups)
            else:
                break
        return attach(base, sups, subs)

    def _is_prime(self, base: Node) -> bool:
        if not isinstance(base, Sym | Scripts):
            return False
        inner = base.base if isinstance(base, Scripts) else base
        return isinstance(inner, Sym) and (inner.face == "italic" or inner.text[-1:].isdigit())

    def _script(self, sign: Token) -> Node:
        """Read what a caret or underscore applies to: a group, a signed number, a word or one sign."""
        start = sign.end
        if self.line.text.startswith(("{", "\\"), start):
            reader = LatexReader(self.line.text, pos=start, words=True)
            node = reader.argument(sign.text)
            self.faults += reader.faults
            self.jump(reader.pos)
            return node
        if self.line.text.startswith("(", start) and sign.text == "^":
            inside, end = self._balanced(start)
            self.jump(end)
            return self._inner(inside, start + 1)
        match = SCRIPT.match(self.line.text, start)
        if match is None:
            self.faults.append(
                Fault("argument", f"`{sign.text}` has nothing to raise or lower", sign.start, sign.end)
            )
            return Row(())
        self.jump(match.end())
        return _script_text(match[0])

    def _sign(self, token: Token) -> Node:
        at = self.index - 1
        if token.text == "-":
            return self._dash(at)
        if token.text == "*":
            return self._star(at)
        if token.text == '"':
            before = self.line.touching(at, -1)
            if self.line.text.count('"', 0, token.start) % 2:
                return Sym("”")
            return Sym("“" if before is None else "″" if before.kind == "number" else "”")
        if token.text == "'":
            return Sym("’" if self.line.touching(at, -1) else "‘")
        if token.text in sy.RELATIONS and token.text != ":":
            return self._operator(token.text, at)
        if token.text in sy.BINARIES:
            return self._operator(token.text, at)
        if token.text == "√":
            return self._radical()
        if token.text in sy.BIG_OPERATORS:
            return self._scripts(Sym(token.text, cls=Cls.OP, limits=token.text not in sy.INTEGRALS))
        if token.text in ")]|":
            cls = Cls.ORD if token.text == "|" else Cls.CLOSE
            return self._scripts(Sym(token.text, cls=cls))
        if token.text == "?" and self.line.touching(at, -1) is None and self.line.relation:
            return self._with_unit(Sym("?"))
        if token.text in "([":
            return Sym(token.text, cls=Cls.OPEN)
        if token.text == "," and self.line.in_formula_brackets(at) and self.line.touching(at, 1):
            return Row((Sym(","), Gap(1 / 6)))
        return Sym(token.text)

    def _operator(self, char: str, at: int) -> Node:
        if self.line.is_prose_sign(at):
            return Sym(char)
        return self._scripts(Sym(char, cls=sy.sign_class(char)))

    def _dash(self, at: int) -> Node:
        if self.line.is_minus(at) and at == 0:
            self._drop_space()
            return Sym("−")
        if self.line.is_minus(at):
            return Sym("−", cls=Cls.ORD if self.line.is_sign(at) else Cls.BIN)
        before, after = self.line.touching(at, -1), self.line.touching(at, 1)
        if before is None and after is None:
            return Sym("–")
        if before and after and before.kind == after.kind == "number":
            return Sym("–")
        return Sym("-")

    def _star(self, at: int) -> Node:
        before, after = self.line.near(at, -1), self.line.near(at, 1)
        if before is None or after is None or not (is_operand(before) and is_operand(after)):
            return Sym("*")
        return Sym("×" if after.text == "10" else "·", cls=Cls.BIN)

    def _radical(self) -> Node:
        """Read what a root sign covers: brackets, a number with its letters, or one letter."""
        if self.index >= len(self.line.tokens) or self.line.tokens[self.index].kind == "space":
            return Sym("√")
        token = self.line.tokens[self.index]
        if token.text == "(":
            return self._root(Token("sign", "√", token.start - 1, token.start))
        if token.kind not in ("number", "letters"):
            return Sym("√")
        self.index += 1
        body = Sym(token.text) if token.kind == "number" else _variable(token.text)
        return Root(body)

    def _drop_space(self) -> None:
        if self.index < len(self.line.tokens) and self.line.tokens[self.index].kind == "space":
            self.index += 1


def _variable(letter: str) -> Node:
    """Return a letter as a variable: italic, but for capital Greek, as TeX has it."""
    return Sym(letter, "roman" if letter in sy.GREEK_CAPITAL else "italic")


def _script_text(text: str) -> Node:
    """Return an unbraced script: digits, signs and words upright, one letter italic."""
    if len(text) == 1 and text.isalpha():
        return _variable(text)
    plain = {"*": "∗"}.get(text, text.replace("-", "−"))
    if len(plain) == 2 and plain[0] == "−" and plain[1].isalpha():
        return Row((Sym("−"), _variable(plain[1])))
    points = plain.isupper() and 2 <= len(plain) <= 3
    return Sym(plain, "italic" if points or plain in ("ij", "ik", "jk", "xy", "xz", "yz", "mn") else "roman")
