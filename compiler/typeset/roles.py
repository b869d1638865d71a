"""Decides what each token of a line means: word or variable, hyphen or minus, space or none.

A token is judged by its neighbours, so that prose is never taken for a formula.
"""

import re
from typing import Final

from . import symbols as sy
from .chemistry import ELEMENTS, is_reaction
from .glyphs import is_east_asian
from .lexicon import NO_SYMBOLS, Lexicon
from .nodes import Cls
from .tokens import Token, is_one_symbol, is_operand, states_relation, tokenise, tokens_from
from .units import UNITS, bracketed_unit_at
from .wordlists import (
    ABBREVIATIONS,
    AFTER_NAMES,
    AXES,
    ENDING_QUOTES,
    IN_PLANE,
    INTEGRAL_COMMANDS,
    JOINTS,
    MULTIPLIED,
    NAMED_BEFORE,
    NAMES_OF_KINDS,
    NOT_FACTORS,
    OPERATORS,
    ORBITALS,
    PREPOSITIONS,
    PRODUCTS,
    RELATION_SIGNS,
    SEGMENT_SIGNS,
    SHAPE_SIGNS,
    SHAPES,
    STATES,
    UPRIGHT_ALONE,
    WORDS_TOO,
)

_REACTION: Final = re.compile(r"->|→|⇌|<=>|\(aq\)")
_CALLED: Final = re.compile(r"(?<![^\W\d_])[^\W\d_](?:_\w|_\{[^{}]*\}|['′])*$")


class Line:
    """The tokens of one line, and the questions that reading it asks.

    `alone` tells that the line is one symbol, `relation` that it states one; with `chemistry` letters
    are never variables.
    """

    def __init__(self, text: str, *, chemistry: bool = False, lexicon: Lexicon = NO_SYMBOLS) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens = tokenise(text)
        self.chemistry = chemistry or is_reaction(text)
        self.alone = is_one_symbol(self.tokens)
        self.relation = states_relation(self.tokens)
        self.integral = any(
            token.text in sy.INTEGRALS or token.text in INTEGRAL_COMMANDS for token in self.tokens
        )
        self.words = any(token.kind == "letters" and len(token.text) > 1 for token in self.tokens)
        self.east_asian = not text.isascii() and any(is_east_asian(char) for char in text)

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

    def cut(self, index: int, offset: int) -> None:
        """Read the text anew from an offset inside a token until the tokens fall in with the old ones."""
        fresh: list[Token] = []
        rest = index
        for token in tokens_from(self.text, offset):
            fresh.append(token)
            while rest < len(self.tokens) and self.tokens[rest].end < token.end:
                rest += 1
            if rest < len(self.tokens) and self.tokens[rest].end == token.end:
                break
        self.tokens[index : rest + 1] = fresh

    def is_product(self, word: str, at: int) -> bool:
        """Whether letters side by side are a product of variables or a differential, not a word."""
        greek = any(char in sy.GREEK_SMALL or char in sy.GREEK_CAPITAL for char in word)
        if greek and not all(char in sy.GREEK_SMALL or char in sy.GREEK_CAPITAL for char in word):
            return len(word) <= 3
        before = self.near(at, -1)
        joined = before if word not in WORDS_TOO else self.touching(at, -1)
        factor = joined is not None and joined.kind == "number" and self.relation
        if self.integral and len(word) <= 3 and word in PRODUCTS:
            return True
        if word in AXES and self._names_plane(at):
            return True
        if len(word) > 3 or not (factor or self._beside_operator(at) or self.in_formula_brackets(at)):
            return self._after_factor(at, word)
        return word in PRODUCTS or self._after_factor(at, word) or (len(word) == 2 and word[1] in "xyz")

    def _names_plane(self, at: int) -> bool:
        """Whether two axes are named before `plane` and the like."""
        after = self.near(at, 1)
        if after is not None and after.text == "-":
            after = self.near(self.tokens.index(after), 1)
        return after is not None and after.text in IN_PLANE

    def is_segment(self, word: str, at: int) -> bool:
        """Whether two capitals name a segment by its ends: beside a relation or after a sign of shape."""
        before, after = self.near(at, -1), self.near(at, 1)
        if not word.isupper():
            return False
        if set(word) <= self.lexicon.points and len(word) <= 6:
            return True
        if not 2 <= len(word) <= 4:
            return False
        if before and (before.text in SHAPE_SIGNS or before.text.lower() in SHAPES):
            return True
        if len(word) != 2:
            return False
        beside = any(token is not None and token.text in SEGMENT_SIGNS for token in (before, after))
        likely = (beside or self._barred(at)) and word not in ABBREVIATIONS
        return likely or any(self._beside_segment(at, step) for step in (-1, 1))

    def _beside_segment(self, at: int, step: int) -> bool:
        """Whether two capitals are added to, in ratio to or compared with two others: `AB + BC > AC`."""
        sign = self.near(at, step)
        if sign is None or sign.text not in SEGMENT_SIGNS | JOINTS:
            return False
        other = self.near(self.tokens.index(sign), step)
        return other is not None and len(other.text) == 2 and other.text.isalpha() and other.text.isupper()

    def _after_factor(self, at: int, word: str) -> bool:
        before = self.touching(at, -1)
        if before is None or before.kind != "number" or len(word) > 3 or word in NOT_FACTORS:
            return False
        return word in PRODUCTS or set(word) <= set("xyzπθ") or (self.relation and word.islower())

    def is_variable(self, letter: str, at: int) -> bool:
        """Whether a single letter is a variable."""
        if self.chemistry:
            return letter in sy.GREEK_SMALL
        if self.text[0] in "^⁰¹²³⁴⁵⁶⁷⁸⁹" and letter in ELEMENTS:
            return False
        if self.alone or letter[0] in sy.GREEK_SMALL:
            return True
        after, before = self.touching(at, 1), self.touching(at, -1)
        if letter == "s" and before is not None and before.text in ENDING_QUOTES:
            return False
        if letter in self.lexicon.symbols and self._is_spoken(letter, at):
            return True
        if self._is_orbital(letter, before, after):
            return self.relation and (self._operates(at + 1, 1) or self._is_added(at - 1))
        if self._is_state_at(letter, at):
            return False
        if after and self._is_marked(at, after):
            return True
        if before and before.kind == "number":
            return self._is_factor(letter, at)
        if before and before.kind in ("super", "subs"):
            return True
        if self._beside_operator(at) or self.in_formula_brackets(at):
            return True
        return self._is_named(letter, at, before, after)

    def _is_spoken(self, letter: str, at: int) -> bool:
        """Whether a letter that is a symbol elsewhere in the picture is one here: no article, unit or initial."""
        after, before = self.touching(at, 1), self.touching(at, -1)
        if before is not None and before.kind == "number":
            return after is not None and after.kind in ("script", "super")
        if (before is not None and before.text in "'’-–&/.") or self._is_state_at(letter, at):
            return False
        if after is not None and (after.text in "'’-–&/" or (after.text == "." and self.touching(at + 1, 1))):
            return False
        following = self.near(at, 1)
        if following is not None and following.text in NAMES_OF_KINDS:
            return False
        if letter not in UPRIGHT_ALONE or following is None or following.kind != "letters":
            return True
        return following.text in AFTER_NAMES or len(following.text) == 1

    def _is_state_at(self, letter: str, at: int) -> bool:
        before = self.touching(at, -1)
        return before is not None and before.text == "(" and letter in STATES and self._is_state(at)

    @staticmethod
    def _is_orbital(letter: str, before: Token | None, after: Token | None) -> bool:
        """Whether a letter between a number and a superscript is a subshell, as in `3d^7`."""
        return bool(
            letter in ORBITALS
            and before
            and after
            and before.kind == "number"
            and after.kind in ("script", "super")
        )

    def _is_added(self, at: int) -> bool:
        """Whether a plus or minus sign stands before a token."""
        before = self.near(at, -1)
        return before is not None and before.text in ("+", "-", "−")

    def _is_marked(self, at: int, after: Token) -> bool:
        """Whether a letter bears a script, a prime or an argument in brackets."""
        if after.kind in ("script", "super", "subs") or after.text == "(":
            return True
        return after.text in ("'", "′") and not self._quoted(at)

    def _is_state(self, at: int) -> bool:
        """Whether a letter in brackets is a state of matter: glued to a substance, as in `AgI(s)`."""
        bracket = self.touching(at - 1, -1)
        closing = self.touching(at, 1)
        substance = bracket is not None and (
            len(bracket.text) > 1 or bracket.kind == "number" or bool(_REACTION.search(self.text))
        )
        return substance and closing is not None and closing.text == ")"

    def _is_named(self, letter: str, at: int, before: Token | None, after: Token | None) -> bool:
        """Whether a letter in prose is the name of a quantity or point."""
        if letter in "xyz" and before and before.text == "-" and self._names_plane(at):
            return True
        if before and before.text in ("-", "–", "'", "’", ".", "&", "/"):
            return False
        if after and after.text in ("&", "/", "’"):
            return False
        if after and after.text == "." and self.touching(at + 1, 1) is not None:
            return False
        if after and after.text == "-":
            return letter in "xyznktr"
        if self._before_unit(at):
            return True
        if letter.isupper():
            return self._follows_noun(at) or self._all_single() or self._is_quantity(letter, at)
        if letter == "a" and self.east_asian:
            return True
        following = self.near(at, 1)
        kind = following is not None and following.text in NAMES_OF_KINDS
        return letter not in UPRIGHT_ALONE and not kind and not self._bracketed_alone(before, after)

    def _before_unit(self, at: int) -> bool:
        """Whether a unit in brackets follows, as in the axis title `E (eV)`."""
        if at + 2 >= len(self.tokens) or self.tokens[at + 2].text != "(":
            return False
        start = self.tokens[at + 2].end
        unit = bracketed_unit_at(self.text, start)
        return bool(unit) and self.text.startswith(")", start + len(unit))

    def _is_quantity(self, letter: str, at: int) -> bool:
        """Whether a capital starts a remark such as `T constant`, or ends one such as `flux through S`."""
        before, after = self.near(at, -1), self.near(at, 1)
        if letter in UPRIGHT_ALONE or (after is not None and after.text in NAMES_OF_KINDS):
            return False
        if before is None:
            return after is not None and after.kind == "letters" and after.text.islower()
        return before.text in PREPOSITIONS | {","} and (after is None or after.text in PREPOSITIONS | {","})

    def _follows_noun(self, at: int) -> bool:
        """Whether a word such as `point` or `points` stands before a letter, or before the list it ends."""
        for token in reversed(self.tokens[:at]):
            if token.kind == "letters" and token.text.lower() in NAMED_BEFORE:
                return True
            if not (token.kind == "space" or token.text in (",", "and", "or") or len(token.text) == 1):
                return False
        return False

    def _all_single(self) -> bool:
        return not self.words and sum(token.kind == "letters" for token in self.tokens) < 5

    @staticmethod
    def _bracketed_alone(before: Token | None, after: Token | None) -> bool:
        return bool((before and before.text in "([") or (after and after.text in ")]:."))

    def _quoted(self, at: int) -> bool:
        """Whether an apostrophe after a letter closes a quotation that opened before it."""
        before, after = self.touching(at, -1), self.touching(at, 1)
        return bool(before and after and before.text == after.text == "'")

    def _is_factor(self, letter: str, at: int) -> bool:
        number = self.tokens[at - 1]
        if self._is_subshell(letter, number.text) and not self._beside_operator(at):
            return False
        if len(self.tokens) == 2 and letter in MULTIPLIED:
            return True
        return self.relation or letter in "xyzπ" or self._beside_operator(at)

    @staticmethod
    def _is_subshell(letter: str, shell: str) -> bool:
        """Whether a shell's number and a letter name a subshell that there is: `3d`, but not `2d`."""
        return letter in ORBITALS and shell in tuple("1234567") and int(shell) > "spdf".index(letter)

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
        if token.text == "+" and step > 0 and self.near(self.tokens.index(token), 1) is None:
            return False
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
        called = bool(_CALLED.search(self.text, 0, start))
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
        """Whether an arrow or plus stands between words, where it keeps its spaces and lines may break.

        So does a plus glued to one side only: it is a sign of something, not an operator.
        """
        token = self.tokens[at]
        if token.text in RELATION_SIGNS:
            return False
        if token.text in "+±−" and (self.touching(at, -1) is None) != (self.touching(at, 1) is None):
            return True
        return any(self._is_prose(side) for side in (self.near(at, -1), self.near(at, 1)))

    @staticmethod
    def _is_prose(token: Token | None) -> bool:
        if token is None:
            return False
        word = token.kind == "letters" and len(token.text) > 2 and token.text not in sy.FUNCTIONS
        return word or is_east_asian(token.text[0])

    def is_operator_gap(self, at: int) -> bool:
        """Whether a space stands beside an operator, whose own spacing replaces it."""
        return any(self._is_operator(at + step) for step in (-1, 1))

    def _is_operator(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if token.text == "-":
            return self.is_minus(at) and not self.is_sign(at)
        if token.text in sy.FUNCTIONS:
            return self.is_function(at)
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
        """Whether the letter x stands for the sign ×, as in `3.2 x 10^4` and `2 x 3`."""
        before, after = self.near(at, -1), self.near(at, 1)
        if before is not None and before.text in UNITS:
            before = self.touching(self.tokens.index(before), -1)
        return bool(before and after and before.kind == after.kind == "number")

    def is_sign(self, at: int) -> bool:
        """Whether a minus is glued to one side only: a sign before its number, or a charge."""
        return (self.touching(at, -1) is None) != (self.touching(at, 1) is None)

    def is_minus(self, at: int) -> bool:
        """Whether a hyphen is a minus sign between operands or before one."""
        before, after = self.tokens[at - 1] if at else None, self.touching(at, 1)
        if before is None or before.kind == "space" or before.text in "([{|,=<>+*/^:":
            if after is not None:
                single = len(after.text) == 1 and after.text not in "-–"
                return single or after.kind in ("number", "command")
            return self._spaced_minus(at)
        if after is None or after.kind == "space":
            return before.kind == "letters" and len(before.text) == 1
        return self._glued_minus(before, after)

    def _spaced_minus(self, at: int) -> bool:
        left, right = self.near(at, -1), self.near(at, 1)
        if left is None:
            return right is not None and right.kind == "number"
        if right is None:
            return False
        return is_operand(left) and (is_operand(right) or right.text in sy.FUNCTIONS)

    def _glued_minus(self, before: Token, after: Token) -> bool:
        if after.kind == "letters" and len(after.text) > 1 and after.text not in PRODUCTS:
            return False
        if before.kind == "letters" and len(before.text) > 1 and before.text not in PRODUCTS:
            return False
        if before.text in "xyz" and after.text in "xyz" and self._names_plane(self.tokens.index(after)):
            return False
        if before.kind == after.kind == "number":
            return self.relation and "," not in self.text
        return (
            self.relation
            or (not self.words and before.text.islower())
            or ("x" in (before.text, after.text) and before.kind != "number")
            or after.kind == "command"
        )
