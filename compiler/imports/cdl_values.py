"""Quantities of CDL: as the language compares them, and as they are read out among givens and goals."""

from __future__ import annotations

import re

from .base import call, path
from .references import UntranslatedError
from .terms import Node, Term
from .textbook import Angle
from .values import angle_text, length_text, number_of

SIGNS = {"Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "Pow": "^"}
FUNCTIONS = {"Sin": "sin", "Cos": "cos", "Tan": "tan", "Sqrt": "sqrt"}
FORMULA = re.compile(r"[A-Z0-9 :=/.+·-]+")
ROUND = {
    "RadiusOfCircle": "radius",
    "DiameterOfCircle": "diameter",
    "PerimeterOfCircle": "perimeter",
    "AreaOfCircle": "area",
}


def letters(word: str) -> tuple[str, ...]:
    """Return the points that letters in a row name; none if there is anything else.

    >>> letters("ABC"), letters("a1")
    (('A', 'B', 'C'), ())
    """
    return tuple(word) if word.isascii() and word.isalpha() and word.isupper() else ()


def formula(text: str) -> str:
    """Return a text set as a formula as a whole, if it has no words.

    >>> formula("AB : DE = 2/5"), formula("area of triangle ABC")
    ('$AB : DE = 2/5$', 'area of triangle ABC')
    """
    return f"${text}$" if FORMULA.fullmatch(text) else text


class Values:
    """Writes quantities, with the angles that letters name and the names of circles."""

    def __init__(self) -> None:
        self.named: dict[str, Angle] = {}
        self.rings: dict[str, str] = {}

    def condition(self, one: Node, other: Node) -> str:
        """Return an equality as the language says it."""
        angular = _is_angular(one) or _is_angular(other)
        return f"{self.written(one, angular)} == {self.written(other, angular)}"

    def written(self, node: Node, angular: bool) -> str:
        """Return a quantity as the language writes it; in sums of angles bare numbers are degrees."""
        if isinstance(node, str):
            if node in self.named:
                return call("angle", *self.named[node])
            return self._number(node, angular)
        if node.word in SIGNS and len(node.args) == 2:
            inner = angular and node.word in ("Add", "Sub")
            sides = [self.written(arg, inner and _is_plain_or_angular(arg)) for arg in node.args]
            return "(" + f" {SIGNS[node.word]} ".join(sides) + ")"
        if node.word in FUNCTIONS and len(node.args) == 1:
            return call(FUNCTIONS[node.word], self.written(node.args[0], True))
        return self._measure(node)

    def _number(self, text: str, angular: bool) -> str:
        """Return a number, which CDL writes as the language does, or a formula with letters."""
        formula = (angle_text if angular else length_text)(text)
        if formula is None:
            raise UntranslatedError(f"`{text}` is no number")
        if number_of(text) is None or angular:
            return formula if formula[:-1].isdigit() else f'"{formula}"'
        return text

    def _measure(self, node: Term) -> str:
        names = [arg for arg in node.args if isinstance(arg, str)]
        points = letters("".join(names))
        match node.word:
            case "LengthOfLine" if len(points) == 2:
                return call("distance", *points)
            case "MeasureOfAngle" if len(points) == 3:
                return call("angle", *points)
            case "RatioOfSimilarTriangle" if len(names) == 2:
                return call("ratio", path(*letters(names[0])[:2]), path(*letters(names[1])[:2]))
            case "AreaOfTriangle" | "AreaOfQuadrilateral" if len(points) > 2:
                return call("area", path(*points))
            case "PerimeterOfTriangle" | "PerimeterOfQuadrilateral" if len(points) > 2:
                return " + ".join(call("distance", a, b) for a, b in zip(points, (*points[1:], points[0])))
        if node.word in ROUND and len(names) == 1 and names[0] in self.rings:
            return f"{self.rings[names[0]]}.{ROUND[node.word]}"
        raise UntranslatedError(f"`{node.word}` has no translation")

    def told(self, one: Node, other: Node) -> str:
        """Return an equality as people read it."""
        angular = _is_angular(one) or _is_angular(other)
        return f"{self.said(one, angular)} = {self.said(other, angular)}"

    def said(self, node: Node, angular: bool = False) -> str:
        """Return a quantity as people read it: `∠ABC`, `AB : CD`, `area of ABC`; numbers are degrees in sums of angles."""
        if isinstance(node, str):
            return (angle_text if angular else length_text)(node) or node
        inner = angular and node.word in ("Add", "Sub")
        args = [self.said(arg, inner) for arg in node.args]
        match node.word:
            case "LengthOfLine":
                return args[0]
            case "MeasureOfAngle":
                return f"∠{args[0]}"
            case "MeasureOfArc":
                return f"arc {args[0][1:]}"
            case "Div" if all(isinstance(arg, Term) for arg in node.args):
                return f"{args[0]} : {args[1]}"
            case "RatioOfSimilarTriangle" if len(args) == 2:
                return f"{args[0][:2]} : {args[1][:2]}"
            case "Mul" if isinstance(node.args[0], Term) and isinstance(node.args[1], str):
                return f"{args[1]} {args[0]}"
        if node.word in SIGNS and len(args) == 2:
            return f" {SIGNS[node.word].replace('*', '·')} ".join(args)
        if node.word in FUNCTIONS:
            return f"{FUNCTIONS[node.word]} {args[0]}"
        what, _, of = node.word.partition("Of")
        return f"{what.lower()} of {of.lower()} {''.join(args)}"


def _is_angular(node: Node) -> bool:
    """Whether a quantity is an angle, and not a ratio or a function of one."""
    if isinstance(node, str):
        return False
    if node.word in ("Add", "Sub", "Mul"):
        return any(_is_angular(arg) for arg in node.args)
    return node.word in ("MeasureOfAngle", "MeasureOfArc")


def _is_plain_or_angular(node: Node) -> bool:
    return isinstance(node, str) or _is_angular(node)
