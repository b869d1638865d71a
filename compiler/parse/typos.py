"""Slips of the pen: a character too many, too few or from another keyboard."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ...dsl.diagnostics import Trust
from . import codes
from .slip import Cure, Slip, due_brackets, replace
from .strings import bare_words, lost_quote, math_text, open_string, quoted_argument, quotes

_MARKER: Final = re.compile(r"(?:[-*•+]|\d+[.)])\s+(?=\S)")
_NAMES: Final = re.compile(r"[a-z_]\w*(?:\s+[^\W\da-z]\w*['′]*){2,}")
_KEY: Final = re.compile(r"\"(\w+)\"\s*$|'(\w+)'\s*$")
_SINGLE_KEY: Final = re.compile(r"'(\w+)'\s*:\s*")
_DANGLING: Final = re.compile(r"\s*(?:->|<->|--|==|[-+*/=&|^,:.→])$")
_CUT_OFF: Final = re.compile(r"\s*(?:->|<->|--|==|[-+*/^&|→])\s*$")
_STATEMENT: Final = re.compile(r"[^\W\d]\w*(?:\s+[^\W\d]\w*)?\(")
_HYPHEN: Final = re.compile(r"[^\W\d]\w*(?:-\w+)+")
_TWINS: Final = {
    "，": ",", "、": ",", "；": ";", "：": ":", "（": "(", "）": ")", "［": "[", "］": "]", "【": "[", "】": "]",
    "｛": "{", "｝": "}", "＝": "=", "＋": "+", "－": "-", "–": "-", "—": "--", "‐": "-", "‑": "-",
    "？": "?", "．": ".", "＜": "<", "＞": ">", "∗": "*", "∕": "/", "≡": "==", "≈": "==", "∙": "*",
    "•": "*", "°": " °", "≦": "<=", "≧": ">=", "＂": '"', "\\": "",
}  # fmt: skip


def missing_value(slip: Slip) -> Iterator[Cure]:
    """`x = )`: an argument without its value."""
    if slip.mask[: slip.before].endswith("=") and slip.fault.text in (",", ")", "]", ""):
        edits = (replace(slip.before, slip.before, " ?"),)
        yield Cure(codes.MISSING_VALUE, "a value is missing after `=`", edits, "write `?` for an unknown")


def doubled_comma(slip: Slip) -> Iterator[Cure]:
    """`f(a,, b)`, `f(, a)`: nothing stands before a comma."""
    if slip.fault.text == "," and slip.mask[: slip.before][-1:] in (",", "(", "["):
        edits = (replace(slip.at, slip.at + 1, ""),)
        yield Cure(
            codes.STRAY_COMMA, "nothing stands before this comma", edits, "delete it", trust=Trust.SAFE
        )


def double_operator(slip: Slip) -> Iterator[Cure]:
    """`a && b`: conditions are statements of their own."""
    parts = tuple(re.finditer(r"\s*(?:&&|\|\||\band\b)\s*", slip.mask))
    if parts and not slip.depth:
        edits = tuple(replace(part.start(), part.end(), "; ") for part in parts)
        yield Cure(codes.INFIX_SYMBOL, "each condition is a statement of its own", edits, "write them apart")


def walrus(slip: Slip) -> Iterator[Cure]:
    """`x := 5`."""
    edits = tuple(replace(m.start(), m.end(), "=") for m in re.finditer(":=", slip.mask))
    if edits:
        yield Cure(codes.WALRUS, "`:=` is written `=`", edits, "write `=`", trust=Trust.SAFE)


def colon_argument(slip: Slip) -> Iterator[Cure]:
    """`lens(f: 20 cm)`: arguments are named with `=`."""
    if slip.depth and slip.fault.text == ":":
        quoted = _KEY.search(slip.text[: slip.at])
        start, key = (quoted.start(), quoted[1] or quoted[2]) if quoted else (slip.before, "")
        end = slip.at + 1 + len(slip.text[slip.at + 1 :]) - len(slip.text[slip.at + 1 :].lstrip())
        edits = (replace(start, end, f"{key} = "),)
        yield Cure(
            codes.COLON_ARGUMENT, "an argument is named with `=`", edits, "write `=`", trust=Trust.SAFE
        )
    single = _SINGLE_KEY.match(slip.text, slip.at)
    if slip.depth and single:
        edits = (replace(slip.at, single.end(), f"{single[1]} = "),)
        yield Cure(
            codes.COLON_ARGUMENT, "an argument is named with `=`", edits, "write `=`", trust=Trust.SAFE
        )


def equals(slip: Slip) -> Iterator[Cure]:
    """`x = 5` as a statement: a definition or a condition."""
    at, end = slip.at, slip.at + len(slip.fault.text)
    if slip.text[max(0, at - 1) : at + 1] == "==":
        edits = (replace(at, at + 1, ""),)
        yield Cure(codes.SINGLE_EQUALS, "a definition takes one `=`", edits, "write `=`")
    if slip.fault.text != "=" or slip.depth:
        return
    defines = re.fullmatch(r"\s*[^\W\d]\w*['′]*(\([^\W\d]\))?\s*", slip.mask[:at]) is not None
    condition = Cure(
        codes.SINGLE_EQUALS, "a condition takes `==`", (replace(at, end, "=="),), "write `==`",
        hint="`let x = 5` defines a name, `x == 5` states a condition",
    )  # fmt: skip
    definition = Cure(
        codes.SINGLE_EQUALS, "a definition begins with `let` or a kind", (replace(0, 0, "let "),), "write `let`",
        hint="`let x = 5` defines a name, `x == 5` states a condition",
    )  # fmt: skip
    yield from (
        (definition, condition) if defines and slip.heading != "constraints" else (condition, definition)
    )


def twins(slip: Slip) -> Iterator[Cure]:
    """Characters that look like those that were meant; all of them at once."""
    if slip.text[slip.at : slip.at + 1] not in _TWINS:
        return
    found = [at for at, char in enumerate(slip.mask) if char in _TWINS]
    char, meant = slip.text[slip.at], _TWINS[slip.text[slip.at]].strip()
    edits = tuple(replace(at, at + 1, _TWINS[slip.text[at]]) for at in found)
    message = f"`{char}` is not a character of the language"
    yield Cure(codes.FOREIGN_CHARACTER, message, edits, f"write `{meant}`" if meant else "delete it")


def comma_for_semicolon(slip: Slip) -> Iterator[Cure]:
    """`{ 1--2, 2--3 }`: statements are parted by `;` or a line end."""
    if slip.depth == 0 and slip.fault.text == ",":
        message = "statements are parted by `;` or a line end"
        yield Cure(codes.SEMICOLON, message, (replace(slip.at, slip.at + 1, ";"),), "write `;`")


def semicolon(slip: Slip) -> Iterator[Cure]:
    """`f(a; b)`: arguments are parted by commas."""
    if slip.depth and slip.fault.text == ";":
        edits = (replace(slip.before, slip.at + 1, ","),)
        message = "inside brackets `;` ends nothing"
        yield Cure(codes.SEMICOLON, message, edits, "write `,`", trust=Trust.SAFE)


def braces(slip: Slip) -> Iterator[Cure]:
    """`f({a = 1})`, `x^{2}`: braces hold statements only."""
    if slip.fault.text != "{":
        return
    end = slip.mask.find("}", slip.at)
    if end < 0:
        return
    bare = slip.mask[: slip.at].endswith("_")
    edits = (replace(slip.at, slip.at + 1, "" if bare else "("), replace(end, end + 1, "" if bare else ")"))
    message = "braces hold statements, not values"
    yield Cure(codes.BRACES, message, edits, "drop them" if bare else "write parentheses")


def closers(slip: Slip) -> Iterator[Cure]:
    """A bracket that is not closed, closed twice, or closed by the wrong one."""
    text = slip.fault.text
    due = due_brackets(slip.mask[: slip.at])
    if text and text in ")]}":
        if due:
            edits = (replace(slip.at, slip.at + 1, due[0]),)
            yield Cure(
                codes.STRAY_BRACKET, f"expected `{due[0]}`, found `{text}`", edits, f"write `{due[0]}`"
            )
            edits = (replace(slip.before, slip.before, due[0]),)
            yield Cure(codes.UNCLOSED, f"`{due[0]}` is missing", edits, f"insert `{due[0]}`")
        delete = (replace(slip.at, slip.at + 1, ""),)
        yield Cure(codes.STRAY_BRACKET, f"`{text}` closes nothing", delete, "delete it")
    elif due and slip.at >= len(slip.text.rstrip()):
        end = len(slip.text.rstrip())
        edits = (replace(end, end, due),)
        yield Cure(codes.UNCLOSED, f"`{due}` is missing", edits, f"insert `{due}`")


def missing_times(slip: Slip) -> Iterator[Cure]:
    """`(x + 1)x`: a product after a bracket needs its sign."""
    if (
        slip.mask[slip.at - 1 : slip.at] in (")", "]", "²", "³")
        and slip.mask[slip.at : slip.at + 1].isalnum()
    ):
        edits = (replace(slip.at, slip.at, "*"),)
        yield Cure(codes.MISSING_TIMES, "a product needs `*` here", edits, "insert `*`")


def hyphen_name(slip: Slip) -> Iterator[Cure]:
    """`block left-box`: names hold no hyphen."""
    for match in _HYPHEN.finditer(slip.mask):
        if match.start() < slip.at < match.end():
            name = match.group().replace("-", "_")
            message = f"`{match.group()}` is a difference, not a name"
            yield Cure(
                codes.HYPHEN_NAME, message, (replace(match.start(), match.end(), name),), f"write `{name}`"
            )


def missing_comma(slip: Slip) -> Iterator[Cure]:
    """`f("a" "b")`, `point A B`."""
    if _NAMES.fullmatch(slip.mask):
        _, *gaps = re.finditer(r"\s+", slip.mask)
        edits = tuple(replace(gap.start(), gap.end(), ", ") for gap in gaps)
        yield Cure(codes.MISSING_COMMA, "commas are missing", edits, "insert `,`")
    if slip.fault.text and slip.before and slip.fault.text not in ",;)]}":
        edits = (replace(slip.before, slip.before, ","),)
        yield Cure(codes.MISSING_COMMA, "a comma is missing", edits, "insert `,`")


def list_marker(slip: Slip) -> Iterator[Cure]:
    """`- point A`: statements are no list items."""
    marker = _MARKER.match(slip.text)
    if marker:
        edits = (replace(0, marker.end(), ""),)
        message = "statements take no list marker"
        yield Cure(codes.LIST_MARKER, message, edits, "delete it", trust=Trust.SAFE)


def dangling(slip: Slip) -> Iterator[Cure]:
    """`a -> b ->`: an operator at the end."""
    end = _DANGLING.search(slip.mask)
    if end and slip.at >= end.start():
        edits = (replace(end.start(), len(slip.text), ""),)
        yield Cure(codes.DANGLING, f"nothing follows `{end.group().strip()}`", edits, "delete it")
    cut = _CUT_OFF.search(slip.mask, 0, slip.at) if slip.fault.text in (",", ")", "]") else None
    if cut:
        edits = (replace(cut.start(), cut.end(), ""),)
        yield Cure(codes.DANGLING, f"nothing follows `{cut.group().strip()}`", edits, "delete it")


def missing_separator(slip: Slip) -> Iterator[Cure]:
    """`f(a) g(b)`: two statements on a line."""
    if slip.depth == 0 and slip.before and _STATEMENT.match(slip.mask, slip.at):
        edits = (replace(slip.before, slip.before, ";"),)
        yield Cure(codes.SEMICOLON, "statements are parted by `;` or a line end", edits, "insert `;`")


def trailing_text(slip: Slip) -> Iterator[Cure]:
    """`point A the apex`: what follows a statement on its line is a comment."""
    if slip.depth == 0 and slip.before and slip.ends_line and "\n" not in slip.text[slip.before :]:
        edits = (replace(slip.before, slip.at, "  // "),)
        yield Cure(codes.TRAILING_TEXT, "the statement ends before this text", edits, "make it a comment")


TYPOS: Final[tuple[Callable[[Slip], Iterator[Cure]], ...]] = (
    missing_value, doubled_comma, double_operator, walrus, colon_argument, equals, quotes, open_string,
    lost_quote, math_text, twins, semicolon, comma_for_semicolon, braces, closers, missing_times, hyphen_name, dangling, bare_words, missing_comma,
    quoted_argument, missing_separator, trailing_text,
)  # fmt: skip
