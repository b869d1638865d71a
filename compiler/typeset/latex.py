"""Reads LaTeX math as its authors mean it, also where TeX or Matplotlib would be stricter.

Every construct is either understood or becomes a `Fault`; nothing is passed over in silence but commands
that only tune the look.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from . import symbols as sy
from .attaching import add_prime, attach
from .chemistry import chemical_at, chemical_node
from .constructs import construct
from .nodes import (
    Break,
    Cls,
    Face,
    Fault,
    Fenced,
    Frac,
    Gap,
    Node,
    Reading,
    Row,
    Scripts,
    Sym,
)  # fmt: skip
from .tables import words
from .units import unit_at, unit_gap, unit_node
from .wordlists import PRODUCTS

MAX_DEPTH = 40
NUMBER = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\.\d+")
WORD = re.compile(r"[A-Za-z]{4,}|(?<=\s)[A-Za-z]{3,}(?=\s|$)")
SPACE = re.compile(r"\s+")
SCRIPT_WORD = re.compile(r"\{\s*([A-Za-z]{3,}|eq|in|th|el|ext|cm)\s*\}")
SPACED_UNIT = re.compile(r"(?P<space>(?:\\[ ,;:]|~)\s*|\s+)")
SHELLS = re.compile(r"\d[spdf]\^(?:\d|\{\d+\})(?:\s*\d[spdf]\^(?:\d|\{\d+\}))*")
INDEX_PAIRS = words("ij ji ik jk kj xy yx xz yz mn nm kl pq ijk xyz")
EMPTY_ROW = Row(())


def read_latex(text: str, *, bare: bool = False) -> Reading:
    r"""Read a formula without its dollar signs; `bare` keeps words and their spaces upright.

    >>> read_latex(r"\frac12").items
    (Frac(top=Sym(text='1', ...), bottom=Sym(text='2', ...), bar=True, big=False),)
    """
    reader = LatexReader(text, bare=bare)
    items = reader.items()
    return Reading(tuple(items), tuple(reader.faults))


class LatexReader:
    """A recursive descent over one formula; `pos` is where it stands."""

    def __init__(self, text: str, *, bare: bool = False, words: bool = False, pos: int = 0) -> None:
        self.text = text
        self.pos = pos
        self.bare = bare
        self.words = words
        self.face: Face | None = None
        self.alphabet = ""
        self.big = False
        self.depth = 0
        self.faults: list[Fault] = []

    def items(self, closing: str = "") -> list[Node]:
        """Read to the end, or to a closing sign or command, which is consumed."""
        found: list[Node] = []
        while self.pos < len(self.text):
            if closing and self.text.startswith(closing, self.pos):
                self.pos += len(closing)
                return found
            start = self.pos
            if self._split(found, closing):
                return found
            node = self.scripted(found)
            if node is not None:
                found.append(node)
            assert self.pos > start, "every round reads something"
        if closing:
            self.fault("brace", f"`{closing}` is missing", self.pos - 1, f"close it with `{closing}`")
        return found

    def _split(self, found: list[Node], closing: str) -> bool:
        """Read `{a \\over b}` and `{n \\choose k}`, whose command stands between its arguments."""
        match = re.compile(r"\\(over|choose|atop)(?![A-Za-z])").match(self.text, self.pos)
        if not match:
            return False
        self.pos = match.end()
        if not self.descend():
            return True
        bottom = Row(tuple(self.items(closing)))
        self.depth -= 1
        top = Row(tuple(found))
        fraction = Frac(top, bottom, bar=match[1] == "over")
        found[:] = [Fenced("(", fraction, ")") if match[1] == "choose" else fraction]
        return True

    def group(self) -> Node:
        """Read the rest of a braced group as one node; what is switched inside ends with it."""
        kept = self.face, self.alphabet, self.big
        if not self.descend():
            return EMPTY_ROW
        items = self.items("}")
        self.depth -= 1
        self.face, self.alphabet, self.big = kept
        return items[0] if len(items) == 1 else Row(tuple(items))

    def argument(self, command: str) -> Node:
        """Read what a command applies to: a group, a command with its arguments, or one character."""
        self.skip_space()
        if self.pos >= len(self.text) or self.text[self.pos] in "}&":
            sign = command if command in "^_" else f"\\{command}"
            hint = f"write `{sign}` with what it applies to in braces"
            self.fault("argument", f"`{sign}` lacks an argument", self.pos - 1, hint)
            return EMPTY_ROW
        if self.text[self.pos] == "{":
            self.pos += 1
            return self.group()
        if self.text[self.pos] != "\\":
            return self.character()
        if not self.descend():
            return EMPTY_ROW
        node = self.atom() or EMPTY_ROW
        self.depth -= 1
        return node

    def raw_argument(self) -> str:
        """Read a group as plain characters."""
        self.skip_space()
        if not self.text.startswith("{", self.pos):
            found = sy.COMMAND.match(self.text, self.pos) or re.compile(".|$", re.S).match(
                self.text, self.pos
            )
            assert found is not None
            self.pos = found.end()
            return found[0]
        start, level = self.pos, 0
        for index in range(start, len(self.text)):
            level += {"{": 1, "}": -1}.get(self.text[index], 0)
            if level == 0:
                self.pos = index + 1
                return self.text[start + 1 : index]
        self.fault("brace", "`}` is missing", start, "close it with `}`")
        self.pos = len(self.text)
        return self.text[start + 1 :]

    def script(self, sign: str) -> Node:
        """Read what is raised or lowered; a word in braces is set upright, as in `F_{net}`."""
        self.skip_space()
        word = SCRIPT_WORD.match(self.text, self.pos)
        if word and self.face is None and word[1] not in INDEX_PAIRS and not word[1].isupper():
            self.pos = word.end()
            return Sym(word[1])
        return self.argument(sign)

    def option(self) -> Node | None:
        """Read an argument in square brackets, if there is one."""
        self.skip_space()
        if not self.text.startswith("[", self.pos):
            return None
        self.pos += 1
        return Row(tuple(self.items("]")))

    def scripted(self, before: list[Node]) -> Node | None:
        """Read an atom and the scripts that follow it; scripts alone belong to nothing."""
        base = self.atom() if self.text[self.pos] not in "^_'" else Row(())
        if base is None:
            return None
        return base if isinstance(base, Gap | Break) else self.scripts(base)

    def scripts(self, base: Node) -> Node:
        """Read the sub- and superscripts and primes that follow a base."""
        sups: list[Node] = []
        subs: list[Node] = []
        while True:
            mark = self.pos
            self.skip_space()
            limit = re.compile(r"\\(no)?limits(?![A-Za-z])").match(self.text, self.pos)
            if limit:
                self.pos = limit.end()
                base = replace(base, limits=not limit[1]) if isinstance(base, Sym) else base
                continue
            sign = self.text[self.pos : self.pos + 1]
            if sign in ("'", "’", "′") and sign:
                self.pos += 1
                add_prime(sups)
            elif sign in ("^", "_") and sign:
                self.pos += 1
                (sups if sign == "^" else subs).append(self.script(sign))
            elif sign in sy.SUPERSCRIPTS and sign:
                self.pos += 1
                sups.append(Sym(sy.SUPERSCRIPTS[sign]))
            else:
                self.pos = mark
                break
        return attach(base, sups, subs)

    def atom(self) -> Node | None:
        """Read one atom without its scripts; white space and dropped commands give nothing."""
        char = self.text[self.pos]
        if char == "\\":
            return self.command()
        if char.isspace():
            return self._blank()
        if char == "{":
            self.pos += 1
            return self.group()
        if char in "}&":
            self.fault("brace", f"`{char}` without its partner", self.pos, "delete it, or add its partner")
            self.pos += 1
            return None
        if char == "~":
            self.pos += 1
            return Gap(0.25)
        if self.face is None and not self.alphabet:
            special = self._chemical()
            if special is not None:
                return special
        number = NUMBER.match(self.text, self.pos)
        if number:
            self.pos = number.end()
            return self._with_unit(Sym(number[0], self.face or "roman"))
        return self._word() or self.character()

    def _chemical(self) -> Node | None:
        """Read a chemical formula or an electron configuration, which TeX would set in italics."""
        shells = SHELLS.match(self.text, self.pos)
        if shells:
            self.pos = shells.end()
            return _configuration(shells[0])
        after_letter = self.pos > 0 and self.text[self.pos - 1].isalpha()
        match = None if after_letter else chemical_at(self.text, self.pos)
        if match is None or match[0][0].isdigit():
            return None
        self.pos = match.end()
        return chemical_node(match[0], digits=False)

    def _with_unit(self, number: Node) -> Node:
        """Read the unit that follows a number behind a space, which TeX would set as variables.

        A single letter after a plain space is a unit only at the formula's end: `2 m` but not `2 m g`.
        """
        space = SPACED_UNIT.match(self.text, self.pos)
        unit = unit_at(self.text, space.end()) if space and self.face is None else ""
        if space is None or not unit:
            return number
        end = space.end() + len(unit)
        rest = self.text[end:].lstrip()
        if len(unit) == 1 and (rest[:1] not in ("", ")", ",", "}") or self.text[self.pos] == "~"):
            return number
        self.pos = end
        return Row((number, unit_gap(unit), unit_node(unit)))

    def _blank(self) -> Node | None:
        match = SPACE.match(self.text, self.pos)
        assert match is not None
        self.pos = match.end()
        return Gap(0.25) if self.face == "roman" and self.depth else None

    def _word(self) -> Node | None:
        """Read prose inside a formula as words; TeX would run its letters together."""
        if self.face is not None or self.alphabet:
            return None
        if self.words:
            return self._label_word()
        match = WORD.match(self.text, self.pos)
        if not match or not any(vowel in match[0].lower() for vowel in "aeiouy"):
            return None
        if not self.bare and not re.match(r"\s+[A-Za-z]{3,}|$", self.text[match.end() :]):
            return None
        self.pos = match.end()
        blank = SPACE.match(self.text, self.pos)
        name = match[0]
        if name in PRODUCTS:
            return Sym(name, "italic")
        if name in sy.FUNCTIONS:
            return Sym(name, cls=Cls.OP, limits=name in sy.LIMIT_FUNCTIONS)
        return Sym(name + (" " if blank else ""), "roman" if self.bare else "italic")

    def _label_word(self) -> Node | None:
        """Read a word in a script of the label dialect: upright, unless its letters are indices or points."""
        match = re.compile(r"[A-Za-z]{2,}").match(self.text, self.pos)
        if not match or match[0] in INDEX_PAIRS or (match[0].isupper() and len(match[0]) < 4):
            return None
        self.pos = match.end()
        blank = SPACE.match(self.text, self.pos)
        return Sym(match[0] + (" " if blank else ""))

    def character(self) -> Node:
        """Read one character as a symbol."""
        char = self.text[self.pos]
        self.pos += 1
        if char in sy.SUBSCRIPTS:
            return Scripts(Row(()), sub=Sym(sy.SUBSCRIPTS[char]))
        return self.sign({"-": "−", "*": "∗"}.get(char, char))

    def sign(self, char: str) -> Node:
        """Return the symbol of a character in the current face."""
        if self.alphabet:
            return Sym(sy.in_alphabet(self.alphabet, char), "roman")
        if char in sy.BIG_OPERATORS:
            return Sym(char, "roman", Cls.OP, limits=char not in sy.INTEGRALS)
        if char.isalpha() and char not in sy.GREEK_CAPITAL:
            italic = char.isascii() or char in sy.GREEK_SMALL or unicodedata.category(char) == "Ll"
            return Sym(char, self.face or ("italic" if italic else "roman"))
        face: Face = self.face if self.face and (char.isalnum()) else "roman"
        return Sym(char, face, sy.sign_class(char))

    def command(self) -> Node | None:
        """Read a command with its arguments."""
        match = sy.COMMAND.match(self.text, self.pos)
        assert match is not None
        start, self.pos = self.pos, match.end()
        name = match[0][1:]
        if name in sy.CHARACTERS:
            return self.sign(sy.CHARACTERS[name])
        if name in sy.ESCAPED:
            return Sym(sy.ESCAPED[name], cls=sy.sign_class(sy.ESCAPED[name]))
        if name in sy.GAPS:
            return Gap(sy.GAPS[name])
        if name in ("\\", "newline"):
            return Break()
        if name in sy.FUNCTIONS:
            return Sym(name, cls=Cls.OP, limits=name in sy.LIMIT_FUNCTIONS)
        if name in sy.IGNORED or name in sy.SIZED_DELIMITERS:
            return None
        return construct(self, name, start)

    def adopt(self, faults: Iterable[Fault], shift: int) -> None:
        """Take over the faults of a part that was read on its own and begins at an offset."""
        shift = max(0, shift)
        self.faults += [replace(fault, at=fault.at + shift, end=fault.end + shift) for fault in faults]

    def part(self, text: str) -> tuple[Node, ...]:
        """Read a part of the formula that stands apart, such as a line of several."""
        reader = LatexReader(text)
        reader.depth = self.depth
        items = reader.items()
        self.adopt(reader.faults, self.text.find(text))
        return tuple(items)

    def descend(self) -> bool:
        """Go one level deeper; at the limit note it and skip the rest."""
        self.depth += 1
        if self.depth <= MAX_DEPTH:
            return True
        self.fault("depth", f"formula nested deeper than {MAX_DEPTH} levels", self.pos)
        self.pos = len(self.text)
        return False

    def skip_space(self) -> None:
        """Step over white space."""
        match = SPACE.match(self.text, self.pos)
        self.pos = match.end() if match else self.pos

    def fault(self, kind: str, message: str, at: int, hint: str = "") -> None:
        """Note a construct that cannot be set."""
        at = max(0, at)
        self.faults.append(Fault(kind, message, at, max(self.pos, at + 1), hint))  # type: ignore[arg-type]


def _configuration(text: str) -> Node:
    nodes: list[Node] = []
    for number, shell in enumerate(re.finditer(r"(\d[spdf])\^\{?(\d+)\}?", text)):
        nodes += [Gap(0.2)] * bool(number) + [Scripts(Sym(shell[1]), Sym(shell[2]))]
    return Row(tuple(nodes))
