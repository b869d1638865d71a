"""Decides what each token of a line means: word or variable, hyphen or minus, space or none.

A token is judged by its neighbours, so that prose is never taken for a formula.
"""

import re
from typing import Final

from . import symbols as sy
from .glyphs import is_east_asian
from .nodes import Cls
from .tables import words
from .tokens import Token, tokenise

PRODUCTS: Final = words(
    """
    xy yz xz zx xyz xt ax bx cx by cy ay az dx dy dz dt dr ds dh dV dA dS dm dq dU dP dT dv dN dQ dW da
    db ma mg mgh mv mr mc kx kT kt qE qV qv qvB PV pV nRT RT IR Ir hf hc at² vt ωt kA nh mn ab ac bc ij
    pq uv vw tx ty λf fλ πr rθ Fd Fr
    """
)
NAMED_BEFORE: Final = words(
    """
    point points line lines angle angles circle chord side sides vertex plane region center centre mass
    charge block triangle segment curve vector force node particle object ray set event events resistor
    lens length height radius radii distance variable constant matrix function axis base edge edges
    state vertices origin
    """
)
SHAPE_SIGNS: Final = frozenset("∠△⊥∥⟂□▱⊙∡")
UPRIGHT_ALONE: Final = frozenset("aAI")
ORBITALS: Final = frozenset("spdf")
OPERATORS: Final = frozenset("=<>≤≥≈≠∝+−±×·√∫∂∈∪∩⊂≡≫≪∼∥⟂⊥∠△∡")


class Line:
    """The tokens of one line, and the questions that reading it asks.

    `alone` tells that the line is one symbol, `relation` that it states one; with `chemistry` letters
    are never variables.
    """

    def __init__(self, text: str, *, chemistry: bool = False) -> None:
        self.text = text
        self.tokens = tokenise(text)
        self.chemistry = chemistry
        self.alone = _is_one_symbol(self.tokens)
        self.relation = _states_relation(self.tokens)

    def near(self, index: int, step: int) -> Token | None:
        """Return the neighbour of a token, white space not counted."""
        index += step
        while 0 <= index < len(self.tokens) and self.tokens[index].kind == "space":
            index += step
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def touching(self, index: int, step: int) -> Token | None:
        """Return the neighbour of a token if no space is between."""
        found = self.tokens[index + step] if 0 <= index + step < len(self.tokens) else None
        return None if found is None or found.kind == "space" else found

    def is_product(self, word: str, at: int) -> bool:
        """Whether letters side by side are a product of variables or a differential, not a word."""
        greek = any(char in sy.GREEK_SMALL or char in sy.GREEK_CAPITAL for char in word)
        if greek and not all(char in sy.GREEK_SMALL or char in sy.GREEK_CAPITAL for char in word):
            return len(word) <= 3
        before = self.near(at, -1)
        factor = before is not None and before.kind == "number" and self.relation
        if len(word) > 3 or not (factor or self._beside_operator(at) or self.in_formula_brackets(at)):
            return self._after_factor(at, word)
        return word in PRODUCTS or self._after_factor(at, word)

    def _after_factor(self, at: int, word: str) -> bool:
        before = self.touching(at, -1)
        if before is None or before.kind != "number" or len(word) > 3 or word in ("st", "nd", "rd", "th"):
            return False
        return word in PRODUCTS or set(word) <= set("xyzπθ")

    def is_variable(self, letter: str, at: int) -> bool:
        """Whether a single letter is a variable."""
        if self.chemistry:
            return letter in sy.GREEK_SMALL
        if self.alone or letter[0] in sy.GREEK_SMALL:
            return True
        after, before = self.touching(at, 1), self.touching(at, -1)
        if (
            before
            and before.kind == "number"
            and letter in ORBITALS
            and after
            and after.kind in ("script", "super")
        ):
            return self._operates(at + 1, 1) if after.kind == "script" and self.relation else False
        if (
            after
            and (after.kind in ("script", "super", "subs") or after.text in ("'", "′"))
            and not self._quoted(at)
        ):
            return True
        if after and after.text == "(" and not self._option_follows(at):
            return True
        if before and before.kind == "number":
            return self._is_factor(letter, at)
        if before and before.kind in ("super", "subs"):
            return True
        if self._beside_operator(at) or self.in_formula_brackets(at):
            return True
        return self._is_named(letter, at, before, after)

    def _is_named(self, letter: str, at: int, before: Token | None, after: Token | None) -> bool:
        """Whether a letter in prose is the name of a quantity or point."""
        if (before and before.text in ("-", "–", "'", "’", ".", "&", "/")) or (
            after and after.text in ("&", "/", "’")
        ):
            return False
        if after and after.text == "." and self.touching(at + 1, 1) is not None:
            return False
        if after and after.text == "-":
            return letter in "xyznktr"
        if letter.isupper():
            return self._follows_noun(at) or self._all_single()
        return (
            letter not in UPRIGHT_ALONE
            and letter not in ORBITALS
            and not self._bracketed_alone(before, after)
        )

    def _follows_noun(self, at: int) -> bool:
        """Whether a word such as `point` or `points` stands before a letter, or before the list it ends."""
        for token in reversed(self.tokens[:at]):
            if token.kind == "letters" and token.text.lower() in NAMED_BEFORE:
                return True
            if not (token.kind == "space" or token.text in (",", "and", "or") or len(token.text) == 1):
                return False
        return False

    def _all_single(self) -> bool:
        words = [token for token in self.tokens if token.kind == "letters"]
        return all(len(token.text) == 1 for token in words) and len(words) < 5

    @staticmethod
    def _bracketed_alone(before: Token | None, after: Token | None) -> bool:
        return bool((before and before.text in "([") or (after and after.text in ")]:."))

    def _quoted(self, at: int) -> bool:
        """Whether an apostrophe after a letter closes a quotation that opened before it."""
        before, after = self.touching(at, -1), self.touching(at, 1)
        return bool(before and after and before.text == after.text == "'")

    def _option_follows(self, at: int) -> bool:
        """Whether the bracket after a letter holds words, so that it is a remark and not an argument."""
        inside = self.text[self.tokens[at].end + 1 :].split(")")[0]
        return bool(re.search(r"[A-Za-z]{4,}", inside)) or not inside

    def _is_factor(self, letter: str, at: int) -> bool:
        number = self.tokens[at - 1]
        if (
            letter in ORBITALS
            and number.text in "1234567"
            and len(number.text) == 1
            and not self._beside_operator(at)
        ):
            return False
        return self.relation or letter in "xyzπ" or self._beside_operator(at)

    def _beside_operator(self, at: int) -> bool:
        return self._operates(at, 1) or self._operates(at, -1)

    def _operates(self, at: int, step: int) -> bool:
        token = self.near(at, step)
        if token is None:
            return False
        if token.text == "/":
            other = self.touching(self.tokens.index(token), step)
            return bool(other and (len(other.text) == 1 or other.kind == "number" or other.text in PRODUCTS))
        if token.text == "|":
            return self._barred(at)
        if token.kind == "arrow" and token.text in ("->", "-->", "<->", "<=>", "=>"):
            return self.relation
        if token.text == "-":
            return self.is_minus(self.tokens.index(token))
        return token.kind == "arrow" or token.text in OPERATORS

    def _barred(self, at: int) -> bool:
        before, after = self.touching(at, -1), self.touching(at, 1)
        return bool(before and after and before.text == after.text == "|")

    def in_formula_brackets(self, at: int) -> bool:
        """Whether the brackets around a token hold only letters, numbers and operators, and more than one."""
        start = self.text.rfind("(", 0, self.tokens[at].start)
        end = self.text.find(")", self.tokens[at].end)
        if start < 0 or end < 0 or ")" in self.text[start : self.tokens[at].start]:
            return False
        inside = self.text[start + 1 : end]
        if re.search(r"[^\W\d_]{3,}", re.sub(r"sin|cos|tan|log|exp", "", inside)):
            return False
        called = start > 0 and bool(re.match(r"[^\W\d_](?<![^\W\d_]{2})", self.text[start - 1]))
        return called or (bool(re.search(r"[,+=<>−×]|\d[a-z]| - ", inside)) and len(inside) > 2)

    def is_function(self, at: int) -> bool:
        """Whether a function's name stands before its argument."""
        after = self.near(at, 1)
        if after is None:
            return False
        if self.touching(at, 1) is not None and after.text in "-–'.:":
            return False
        return after.kind in ("number", "script", "super") or after.text == "(" or len(after.text) == 1

    def glued_index(self, at: int) -> Token | None:
        """Return the number glued to a letter as its index: `R1` alone or in a relation."""
        number = self.touching(at, 1)
        if number is None or number.kind != "number" or not re.fullmatch(r"\d{1,2}", number.text):
            return None
        before, after = self.touching(at, -1), self.touching(at + 1, 1)
        if (
            len(self.tokens[at].text) != 1
            or (before and before.text not in "([|")
            or (after and after.text not in ")],|;:")
        ):
            return None
        relation = self.near(at + 1, 1)
        stated = relation is not None and relation.text in "=<>≤≥≈"
        return number if len(self.tokens) == 2 or stated else None

    def is_prose_sign(self, at: int) -> bool:
        """Whether an arrow or plus stands between words, where it keeps its spaces and lines may break."""
        token = self.tokens[at]
        if token.text in ("=", "==", "<", ">", "≤", "≥", "<=", ">=", "≠", "!="):
            return False
        sides = (self.near(at, -1), self.near(at, 1))
        return any(
            side is not None
            and (
                (side.kind == "letters" and len(side.text) > 2 and side.text not in sy.FUNCTIONS)
                or is_east_asian(side.text[0])
            )
            for side in sides
        )

    def is_operator_gap(self, at: int) -> bool:
        """Whether a space stands beside an operator, whose own spacing replaces it."""
        return any(self._is_operator(at + step) for step in (-1, 1))

    def _is_operator(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if token.text == "-":
            return self.is_minus(at)
        if token.text == "x":
            return self.is_times(at)
        if token.text == "*":
            return self.near(at, -1) is not None and self.near(at, 1) is not None
        if token.text == ":" or (
            token.kind != "arrow" and sy.sign_class(token.text[:1]) not in (Cls.REL, Cls.BIN)
        ):
            return False
        return token.kind in ("arrow", "sign") and not self.is_prose_sign(at)

    def is_times(self, at: int) -> bool:
        """Whether the letter x stands for the sign ×, as in `3.2 x 10^4`."""
        before, after = self.near(at, -1), self.near(at, 1)
        return bool(before and after and before.kind == after.kind == "number" and after.text == "10")

    def is_minus(self, at: int) -> bool:
        """Whether a hyphen is a minus sign between operands or before one."""
        before, after = self.tokens[at - 1] if at else None, self.touching(at, 1)
        if before is None or before.kind == "space" or before.text in "([{|,=<>+*/^:":
            if after is not None:
                single = len(after.text) == 1 and after.text not in "-–"
                return single or after.kind in ("number", "command")
            return before is not None and self._spaced_minus(at)
        if after is None or after.kind == "space":
            return False
        return self._glued_minus(before, after)

    def _spaced_minus(self, at: int) -> bool:
        left, right = self.near(at, -1), self.near(at, 1)
        if left is None or right is None:
            return False
        return is_operand(left) and (is_operand(right) or right.text in sy.FUNCTIONS)

    def _glued_minus(self, before: Token, after: Token) -> bool:
        if after.kind == "letters" and len(after.text) > 1 and after.text not in PRODUCTS:
            return False
        if before.kind == "letters" and len(before.text) > 1 and before.text not in PRODUCTS:
            return False
        if before.kind == after.kind == "number":
            return self.relation and "," not in self.text
        return (
            self.relation
            or ("x" in (before.text, after.text) and before.kind != "number")
            or after.kind == "command"
        )


def is_operand(token: Token) -> bool:
    """Whether a minus sign can stand beside a token."""
    if token.kind in ("number", "super", "subs", "command", "blank"):
        return True
    return (
        token.kind == "letters" and (len(token.text) == 1 or token.text in PRODUCTS)
    ) or token.text in "()[]}|√∫∂'°?%"


def _is_one_symbol(tokens: list[Token]) -> bool:
    """Whether a line is one letter with its scripts and primes."""
    if not tokens or tokens[0].kind != "letters" or len(tokens[0].text) != 1:
        return False
    return all(token.kind in ("script", "super", "subs") or token.text in "'′" for token in tokens[1:2])


def _states_relation(tokens: list[Token]) -> bool:
    return any(
        token.text in sy.RELATIONS - {":"} or token.text in ("<=", ">=", "!=", "==", "->") for token in tokens
    )
