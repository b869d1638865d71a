"""Reads the LaTeX commands that take arguments: fractions, roots, accents, faces, fences, rarities."""

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, cast

from . import symbols as sy
from .chemistry import read_chemistry
from .gridded import ENVIRONMENTS, read_environment
from .nodes import Accent, Cls, Face, Fenced, Frac, Gap, Node, Root, Row, Ruled, Stacked, Sym

if TYPE_CHECKING:
    from .latex import LatexReader

RULED: Final[dict[str, Literal["over", "under", "box"]]] = {
    "overline": "over",
    "underline": "under",
    "boxed": "box",
    "fbox": "box",
}
FRACTIONS = frozenset(["frac", "dfrac", "tfrac", "cfrac"])
BINOMIALS = frozenset(["binom", "dbinom", "tbinom"])
ARROWS = {"xrightarrow": "→", "xleftarrow": "←", "xrightleftharpoons": "⇌", "xleftrightarrow": "↔"}
EMPTY_ROW: Final = Row(())
CODE_POINT: Final = re.compile(r"[0-9A-Fa-f]{2,5}")


def construct(reader: "LatexReader", name: str, start: int) -> Node | None:
    """Read the arguments of a command that begins at `start`; an unknown command is a fault."""
    if name in FRACTIONS:
        return Frac(
            reader.argument(name), reader.argument(name), big=reader.big or name in ("dfrac", "cfrac")
        )
    if name in BINOMIALS:
        return Fenced("(", Frac(reader.argument(name), reader.argument(name), bar=False), ")")
    if name == "sqrt":
        degree = reader.option()
        return Root(reader.argument(name), degree)
    if name in sy.ACCENTS:
        return _accented(reader.argument(name), name)
    if name in sy.FACES:
        return _faced(reader, name)
    if name in sy.ALPHABETS or name in sy.ALPHABET_ALIASES:
        return _in_alphabet(reader, name)
    if name in ("overline", "underline", "boxed", "fbox", "cancel", "bcancel", "not"):
        return _marked(reader, name, start)
    if name in ("overset", "stackrel", "underset"):
        extra, base = reader.script(name), reader.argument(name)
        if isinstance(extra, Sym) and extra.text in "⌢→←↔" and name != "underset":
            return Accent(base, extra.text, wide=True)
        return Stacked(base, below=extra) if name == "underset" else Stacked(base, above=extra)
    if name in ARROWS:
        below = reader.option()
        return Stacked(Sym(ARROWS[name], cls=Cls.REL), reader.script(name), below, wide=True)
    if name in ("left", "middle", "right"):
        return _fence(reader, name, start)
    return _rare(reader, name, start)


def _rare(reader: "LatexReader", name: str, start: int) -> Node | None:
    if name == "displaystyle":
        reader.big = True
        return None
    if name in ("hspace", "hskip", "kern", "mspace"):
        reader.raw_argument()
        return Gap(0.5)
    if name in ("color", "textcolor"):
        reader.raw_argument()
        return None
    if name == "unicode":
        return _code_point(reader, start)
    if name == "pmod":
        return Row((Gap(0.5), Sym("("), Sym("mod "), reader.argument(name), Sym(")")))
    if name == "bmod":
        return Sym("mod", cls=Cls.BIN)
    if name == "substack":
        return _lines(reader)
    if name == "ce":
        return read_chemistry(reader.raw_argument())
    if name in ("begin", "end"):
        return _environment(reader, start)
    shown = f"\\{name}" if name else "\\"
    reader.fault("command", f"unknown command `{shown}`", start, "write the character itself, or plain words")
    return None


def _code_point(reader: "LatexReader", start: int) -> Node | None:
    raw = reader.raw_argument().strip().lstrip("xX")
    if CODE_POINT.fullmatch(raw):
        return reader.sign(chr(int(raw, 16)))
    reader.fault("argument", "`\\unicode` needs a code such as `{x222F}`", start)
    return None


def _accented(body: Node, name: str) -> Node:
    """Return a body under its accent: an arrow over several letters is as long as they are."""
    several = (isinstance(body, Row) and len(body.items) > 1) or (
        isinstance(body, Sym) and len(body.text) > 1
    )
    if name == "vec" and several:
        name = "overrightarrow"
    return Accent(body, sy.ACCENTS[name], wide=name in sy.WIDE_ACCENTS)


def _faced(reader: "LatexReader", name: str) -> Node | None:
    face = cast(Face, sy.FACES[name])
    if name in sy.SWITCHES:
        reader.face = face
        return None
    if name in sy.TEXT_COMMANDS:
        return _prose(reader, face)
    kept, reader.face = reader.face, face
    node = reader.argument(name)
    reader.face = kept
    return (
        replace(node, cls=Cls.OP) if name == "operatorname" and isinstance(node, Sym) else _joined(node, name)
    )


def _prose(reader: "LatexReader", face: Face) -> Node:
    raw = re.sub(r"\\([%#$&_{}])", r"\1", reader.raw_argument())
    if re.search(r"[$^_\\{}]", raw):
        from .plain import read_line

        reading = read_line(raw)
        reader.adopt(reading.faults, reader.text.find(raw))
        return Row(reading.items)
    return Sym(raw.replace("~", " "), face)


def _in_alphabet(reader: "LatexReader", name: str) -> Node:
    kept, reader.alphabet = reader.alphabet, name
    node = reader.argument(name)
    reader.alphabet = kept
    return node


def _marked(reader: "LatexReader", name: str, start: int) -> Node | None:
    body = reader.argument(name)
    if name == "not":
        struck = unicodedata.normalize("NFC", body.text + "\u0338") if isinstance(body, Sym) else ""
        if isinstance(body, Sym) and len(struck) == 1:
            return replace(body, text=struck)
        return Ruled(body, "strike")
    return Ruled(body, RULED.get(name, "strike"))


def _fence(reader: "LatexReader", name: str, start: int) -> Node | None:
    sign = _delimiter(reader)
    if name != "left":
        reader.fault("brace", f"`\\{name}` without `\\left`", start, "drop it, or open with `\\left`")
        return None
    if not reader.descend():
        return EMPTY_ROW
    items: list[Node] = []
    closed = re.compile(r"\\right(?![A-Za-z])")
    middle = re.compile(r"\\middle(?![A-Za-z])")
    while reader.pos < len(reader.text) and not closed.match(reader.text, reader.pos):
        inner = middle.match(reader.text, reader.pos)
        if inner:
            reader.pos = inner.end()
            items.append(Sym(_delimiter(reader), cls=Cls.REL))
            continue
        node = reader.scripted(items)
        if node is not None:
            items.append(node)
    reader.depth -= 1
    if reader.pos >= len(reader.text):
        reader.fault("brace", "`\\left` without `\\right`", start, "close with `\\right`, or drop `\\left`")
        return Fenced(sign, Row(tuple(items)), "")
    reader.pos += len("\\right")
    return Fenced(sign, Row(tuple(items)), _delimiter(reader))


def _delimiter(reader: "LatexReader") -> str:
    reader.skip_space()
    match = sy.COMMAND.match(reader.text, reader.pos)
    if match:
        reader.pos = match.end()
        name = match[0][1:]
        return sy.CHARACTERS.get(name, sy.ESCAPED.get(name, ""))
    char = reader.text[reader.pos : reader.pos + 1]
    reader.pos += len(char)
    return {".": "", "<": "⟨", ">": "⟩"}.get(char, char)


def _lines(reader: "LatexReader") -> Node:
    rows = re.split(r"\\\\", reader.raw_argument())
    read = [reader.part(row) for row in rows]
    node: Node = Row(read[-1])
    for row in reversed(read[:-1]):
        node = Frac(Row(row), node, bar=False, big=True)
    return node


def _environment(reader: "LatexReader", start: int) -> Node | None:
    name = reader.raw_argument()
    body = reader.pos
    end = _end_of(name, reader.text, body)
    reader.pos = len(reader.text) if end < 0 else end + len(f"\\end{{{name}}}")
    if name in ENVIRONMENTS and end >= 0:
        return read_environment(reader, name, reader.text[body:end]) if reader.descend() else None
    if name in ENVIRONMENTS:
        hint = f"close with `\\end{{{name}}}`"
        reader.fault("brace", f"`\\begin{{{name}}}` without its end", start, hint)
        return None
    kind = "table" if name == "tabular" else "matrix"
    reader.fault("environment", f"`{name}` cannot be set inside a text", start, f"use the `{kind}` entity")
    return None


def _end_of(name: str, text: str, start: int) -> int:
    """Return where the end of an environment stands whose body begins at a place, or -1."""
    open_ones = 1
    for match in re.finditer(rf"\\(begin|end)\{{{re.escape(name)}\}}", text[start:]):
        open_ones += 1 if match[1] == "begin" else -1
        if open_ones == 0:
            return start + match.start()
    return -1


def _joined(node: Node, name: str) -> Node:
    """Return a row of letters in one face as one word."""
    if not isinstance(node, Row) or not all(isinstance(n, Sym) and n.cls is Cls.ORD for n in node.items):
        return node
    letters = [n for n in node.items if isinstance(n, Sym)]
    if not letters or len({n.face for n in letters}) != 1:
        return node
    cls = Cls.OP if name == "operatorname" else Cls.ORD
    return Sym("".join(n.text for n in letters), letters[0].face, cls)
