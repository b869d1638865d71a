"""What a textbook problem asks for, in words: `Find(MeasureOf(Angle(C)))` asks for `m∠C`."""

from __future__ import annotations

from .terms import Node, Term
from .values import length_text


def goal_of(term: Term) -> str:
    """Return what is asked, as it is printed.

    >>> from .terms import read_term
    >>> goal_of(read_term("Find(LengthOf(Arc(A, B)))"))
    'length of arc AB'
    """
    return _words(term.args[0]) if term.args else "?"


def _words(node: Node) -> str:
    if isinstance(node, str):
        return length_text(node) or node
    inner = node.args[0] if node.args else ""
    match node.word:
        case "MeasureOf" if isinstance(inner, Term) and inner.word == "Angle":
            return f"m{_words(inner)}"
        case "LengthOf" if isinstance(inner, Term) and inner.word == "Line":
            return _words(inner)
        case "RatioOf":
            return _words(inner)
        case "SinOf" | "CosOf" | "TanOf":
            angle = _words(inner)
            return f"{node.word[:3].lower()} {angle.removeprefix('m').removeprefix('∠') if len(angle) < 4 else angle}"
        case "Angle":
            return f"∠{_letters(node)}"
        case "Line":
            return _letters(node)
        case "Shaded":
            return "the shaded region"
        case "Shape" | "Polygon" if inner == "$":
            return "the figure"
    if node.word.endswith("Of"):
        return f"{node.word.removesuffix('Of').lower()} of {_words(inner)}"
    return f"{node.word.lower()} {_letters(node)}".removeprefix("quadrilateral ")


def _letters(term: Term) -> str:
    return "".join(arg for arg in term.args if isinstance(arg, str))
