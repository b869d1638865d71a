"""Reads LaTeX math as its authors mean it, also where TeX or Matplotlib would be stricter.

Every construct is either understood or becomes a `Fault`; nothing is passed over in silence but commands
that only tune the look.
"""

import re
import unicodedata
from dataclasses import replace
from typing import Final, Literal, cast

from . import symbols as sy
from .chemistry import chemical_at, chemical_node, read_chemistry
from .nodes import (
    Accent,
    Break,
    Cls,
    Face,
    Fault,
    Fenced,
    Frac,
    Gap,
    Node,
    Reading,
    Root,
    Row,
    Ruled,
    Scripts,
    Stacked,
    Sym,
)  # fmt: skip
from .tables import words
from .units import unit_at, unit_node

MAX_DEPTH = 40
NUMBER = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\.\d+")
COMMAND = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{4,}|(?<=\s)[A-Za-z]{3,}(?=\s|$)")
SPACE = re.compile(r"\s+")
SCRIPT_WORD = re.compile(r"\{\s*([A-Za-z]{3,}|eq|in|th|el|ext|cm)\s*\}")
SPACED_UNIT = re.compile(r"(?P<space>(?:\\[ ,;:]|~)\s*|\s+)")
RULED: Final[dict[str, Literal["over", "under", "box"]]] = {
    "overline": "over",
    "underline": "under",
    "boxed": "box",
    "fbox": "box",
}
SHELLS = re.compile(r"\d[spdf]\^(?:\d|\{\d+\})(?:\s*\d[spdf]\^(?:\d|\{\d+\}))*")
FRACTIONS = frozenset(["frac", "dfrac", "tfrac", "cfrac"])
BINOMIALS = frozenset(["binom", "dbinom", "tbinom"])
ARROWS = {"xrightarrow": "→", "xleftarrow": "←", "xrightleftharpoons": "⇌", "xleftrightarrow": "↔"}
INDEX_PAIRS = words(
    """
    ij ji ik jk kj xy yx xz yz mn nm kl pq ijk xyz
    """
)
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

    # -- sequences ------------------------------------------------------------------------------

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
            self.fault("brace", f"`{closing}` is missing", self.pos - 1)
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
            self.fault("argument", f"`\\{command}` lacks an argument", self.pos - 1)
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
            found = COMMAND.match(self.text, self.pos) or re.compile(".|$", re.S).match(self.text, self.pos)
            assert found is not None
            self.pos = found.end()
            return found[0]
        start, level = self.pos, 0
        for index in range(start, len(self.text)):
            level += {"{": 1, "}": -1}.get(self.text[index], 0)
            if level == 0:
                self.pos = index + 1
                return self.text[start + 1 : index]
        self.fault("brace", "`}` is missing", start)
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

    # -- scripts --------------------------------------------------------------------------------

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

    # -- atoms ----------------------------------------------------------------------------------

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
            self.fault("brace", f"`{char}` without its partner", self.pos)
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
        unit = unit_at(self.text, space.end()) if space and self.face is None else None
        if space is None or unit is None:
            return number
        rest = self.text[unit.end() :].lstrip()
        if len(unit[0]) == 1 and (rest[:1] not in ("", ")", ",", "}") or self.text[self.pos] == "~"):
            return number
        self.pos = unit.end()
        return Row((number, Gap(1 / 6), unit_node(unit[0])))

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

    # -- commands -------------------------------------------------------------------------------

    def command(self) -> Node | None:
        """Read a command with its arguments."""
        match = COMMAND.match(self.text, self.pos)
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
        return self._construct(name, start)

    def _construct(self, name: str, start: int) -> Node | None:
        if name in FRACTIONS:
            return Frac(self.argument(name), self.argument(name), big=self.big or name in ("dfrac", "cfrac"))
        if name in BINOMIALS:
            return Fenced("(", Frac(self.argument(name), self.argument(name), bar=False), ")")
        if name == "sqrt":
            degree = self.option()
            return Root(self.argument(name), degree)
        if name in sy.ACCENTS:
            return Accent(self.argument(name), sy.ACCENTS[name], wide=name in sy.WIDE_ACCENTS)
        if name in sy.FACES:
            return self._faced(name)
        if name in sy.ALPHABETS or name in sy.ALPHABET_ALIASES:
            return self._in_alphabet(name)
        if name in ("overline", "underline", "boxed", "fbox", "cancel", "bcancel", "not"):
            return self._marked(name, start)
        if name in ("overset", "stackrel", "underset"):
            extra, base = self.script(name), self.argument(name)
            if isinstance(extra, Sym) and extra.text in "⌢→←↔" and name != "underset":
                return Accent(base, extra.text, wide=True)
            return Stacked(base, below=extra) if name == "underset" else Stacked(base, above=extra)
        if name in ARROWS:
            below = self.option()
            return Stacked(Sym(ARROWS[name], cls=Cls.REL), self.script(name), below, wide=True)
        if name in ("left", "middle", "right"):
            return self._fence(name, start)
        return self._rare(name, start)

    def _rare(self, name: str, start: int) -> Node | None:
        if name == "displaystyle":
            self.big = True
            return None
        if name in ("hspace", "hskip", "kern", "mspace"):
            self.raw_argument()
            return Gap(0.5)
        if name in ("color", "textcolor"):
            self.raw_argument()
            return None
        if name == "unicode":
            return self._code_point(start)
        if name == "pmod":
            return Row((Gap(0.5), Sym("("), Sym("mod "), self.argument(name), Sym(")")))
        if name == "bmod":
            return Sym("mod", cls=Cls.BIN)
        if name == "substack":
            return self._lines()
        if name == "ce":
            return read_chemistry(self.raw_argument())
        if name in ("begin", "end"):
            self._environment(start)
            return None
        shown = f"\\{name}" if name else "\\"
        self.fault(
            "command", f"unknown command `{shown}`", start, "write the character itself, or plain words"
        )
        return None

    def _code_point(self, start: int) -> Node | None:
        raw = self.raw_argument().strip().lstrip("xX")
        if re.fullmatch(r"[0-9A-Fa-f]{2,5}", raw):
            return self.sign(chr(int(raw, 16)))
        self.fault("argument", "`\\unicode` needs a code such as `{x222F}`", start)
        return None

    def _faced(self, name: str) -> Node | None:
        face = cast(Face, sy.FACES[name])
        if name in sy.SWITCHES:
            self.face = face
            return None
        if name in sy.TEXT_COMMANDS:
            return self._prose(face)
        kept, self.face = self.face, face
        node = self.argument(name)
        self.face = kept
        return (
            replace(node, cls=Cls.OP)
            if name == "operatorname" and isinstance(node, Sym)
            else _joined(node, name)
        )

    def _prose(self, face: Face) -> Node:
        raw = re.sub(r"\\([%#$&_{}])", r"\1", self.raw_argument())
        if re.search(r"[$^_\\{}]", raw):
            from .plain import read_line

            return Row(read_line(raw).items)
        return Sym(raw.replace("~", " "), face)

    def _in_alphabet(self, name: str) -> Node:
        kept, self.alphabet = self.alphabet, name
        node = self.argument(name)
        self.alphabet = kept
        return node

    def _marked(self, name: str, start: int) -> Node | None:
        body = self.argument(name)
        if name == "not":
            struck = unicodedata.normalize("NFC", body.text + "\u0338") if isinstance(body, Sym) else ""
            if isinstance(body, Sym) and len(struck) == 1:
                return replace(body, text=struck)
            return Ruled(body, "strike")
        return Ruled(body, RULED.get(name, "strike"))

    def _fence(self, name: str, start: int) -> Node | None:
        sign = self._delimiter()
        if name != "left":
            self.fault("brace", f"`\\{name}` without `\\left`", start)
            return None
        if not self.descend():
            return EMPTY_ROW
        items: list[Node] = []
        closed = re.compile(r"\\right(?![A-Za-z])")
        middle = re.compile(r"\\middle(?![A-Za-z])")
        while self.pos < len(self.text) and not closed.match(self.text, self.pos):
            inner = middle.match(self.text, self.pos)
            if inner:
                self.pos = inner.end()
                items.append(Sym(self._delimiter(), cls=Cls.REL))
                continue
            node = self.scripted(items)
            if node is not None:
                items.append(node)
        self.depth -= 1
        if self.pos >= len(self.text):
            self.fault("brace", "`\\left` without `\\right`", start)
            return Fenced(sign, Row(tuple(items)), "")
        self.pos += len("\\right")
        return Fenced(sign, Row(tuple(items)), self._delimiter())

    def _delimiter(self) -> str:
        self.skip_space()
        match = COMMAND.match(self.text, self.pos)
        if match:
            self.pos = match.end()
            name = match[0][1:]
            return sy.CHARACTERS.get(name, sy.ESCAPED.get(name, ""))
        char = self.text[self.pos : self.pos + 1]
        self.pos += len(char)
        return {".": "", "<": "⟨", ">": "⟩"}.get(char, char)

    def _lines(self) -> Node:
        rows = re.split(r"\\\\", self.raw_argument())
        read = [read_latex(row) for row in rows]
        self.faults += [fault for reading in read for fault in reading.faults]
        node: Node = Row(read[-1].items)
        for reading in reversed(read[:-1]):
            node = Frac(Row(reading.items), node, bar=False, big=True)
        return node

    def _environment(self, start: int) -> None:
        name = self.raw_argument()
        end = self.text.find(f"\\end{{{name}}}", self.pos)
        self.pos = len(self.text) if end < 0 else end + len(f"\\end{{{name}}}")
        kind = "table" if name in ("array", "tabular") else "matrix"
        self.fault("environment", f"`{name}` cannot be set inside a text", start, f"use the `{kind}` entity")

    # -- small things ---------------------------------------------------------------------------

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


def attach(base: Node, sups: list[Node], subs: list[Node]) -> Node:
    """Return a base with scripts; a raised ring or `o` after it is a degree sign."""
    if not sups and not subs:
        return base
    if _is_degree(base, sups) and not subs:
        return Row((base, Sym("°")))
    sup = None if not sups else sups[0] if len(sups) == 1 else Row(tuple(sups))
    sub = None if not subs else subs[0] if len(subs) == 1 else Row(tuple(subs))
    return Scripts(base, sup, sub)


def _configuration(text: str) -> Node:
    nodes: list[Node] = []
    for number, shell in enumerate(re.finditer(r"(\d[spdf])\^\{?(\d+)\}?", text)):
        nodes += [Gap(0.2)] * bool(number) + [Scripts(Sym(shell[1]), Sym(shell[2]))]
    return Row(tuple(nodes))


def _is_degree(base: Node, sups: list[Node]) -> bool:
    if len(sups) != 1 or not isinstance(sups[0], Sym):
        return False
    digit = isinstance(base, Sym) and base.text[-1:].isdigit()
    return sups[0].text in ("∘", "°") or (sups[0].text == "o" and digit)


def add_prime(sups: list[Node]) -> None:
    """Add a prime to superscripts; primes in a row are one symbol."""
    last = sups[-1] if sups else None
    if isinstance(last, Sym) and set(last.text) == {"′"}:
        sups[-1] = Sym(last.text + "′")
    else:
        sups.append(Sym("′"))


def _joined(node: Node, name: str) -> Node:
    """Return a row of letters in one face as one word."""
    if not isinstance(node, Row) or not all(isinstance(n, Sym) and n.cls is Cls.ORD for n in node.items):
        return node
    letters = [n for n in node.items if isinstance(n, Sym)]
    if not letters or len({n.face for n in letters}) != 1:
        return node
    cls = Cls.OP if name == "operatorname" else Cls.ORD
    return Sym("".join(n.text for n in letters), letters[0].face, cls)
