"""The findings of the parser, SYN001 and on: what is wrong with a text before a word of it is understood."""

from typing import Final

from ...dsl.diagnostics import Code, Severity


def _error(number: int, name: str, summary: str, why: str, bad: str = "", good: str = "") -> Code:
    code = f"SYN{number:03}"
    return Code(code=code, name=name, severity=Severity.ERROR, summary=summary, why=why, bad=bad, good=good)


def _note(number: int, name: str, summary: str, why: str, bad: str, good: str) -> Code:
    code = f"SYN{number:03}"
    return Code(code=code, name=name, severity=Severity.NOTE, summary=summary, why=why, bad=bad, good=good)


UNEXPECTED: Final = _error(
    1, "unexpected-text", "A statement cannot be read from some place on.",
    "Nothing that may stand there fits, and no known slip explains it. The statement is left out.",
    "! @", "point A(1, 2)",
)  # fmt: skip
TOO_LONG: Final = _error(
    2, "text-too-long", "The text is longer than any spec may be.",
    "A spec is untrusted input: reading it takes bounded time and memory.",
)  # fmt: skip
CONTROL_CHARACTER: Final = _error(
    3, "control-character", "The text holds a control character or half of a character pair.",
    "Such characters print nothing and come from broken copies; what was meant cannot be known.",
    "point \x07A", "point A",
)  # fmt: skip
TOO_DEEP: Final = _error(
    4, "nesting-too-deep", "Brackets or operators nest deeper than any spec needs.",
    "Depth is bounded so that every later step is safe.",
    "label(A, " + "[" * 70 + "]" * 70 + ")", "label(A, [[1]])",
)  # fmt: skip
UNCLOSED: Final = _error(
    5, "unclosed-bracket", "A bracket or brace is opened and never closed.",
    "Without its partner the statement has no end.",
    "point A(1, 2", "point A(1, 2)",
)  # fmt: skip
STRAY_BRACKET: Final = _error(
    6, "stray-bracket", "A closing bracket has no partner, or the wrong one.",
    "It closes nothing that was opened in this statement or block.",
    "point A(1, 2))", "point A(1, 2)",
)  # fmt: skip
OPEN_STRING: Final = _error(
    7, "open-string", "A string is not closed before its line ends.",
    'A string stands between two quotes on one line; `\\"` is a quote inside it.',
    'label(A, "apex)', 'label(A, "apex")',
)  # fmt: skip
MANY: Final = _error(
    8, "many-faults", "The text has so many faulty statements that the rest are not listed.",
    "Mend the first ones; the others are often their consequence.",
)  # fmt: skip
LONE_BRACE: Final = _error(
    9, "lone-brace", "The brace of a block stands on a line of its own.",
    "A line end ends a statement, so the brace must follow its heading on the same line.",
    "labels\n{ note(\"x\") }", "labels { note(\"x\") }",
)  # fmt: skip
NO_HEADING: Final = _error(
    10, "brace-without-heading", "A brace opens without a word before it.",
    "Braces hold the statements of a block, a loop, a panel or a definition.",
    "{ point A }", "entities { point A }",
)  # fmt: skip
EDGE_ATTRIBUTES: Final = _error(
    11, "edge-attributes", "The arguments of a link stand in brackets, as in Graphviz.",
    "Brackets take members of a thing; a link's arguments follow a colon.",
    'a -> b [label = "0"]', 'a -> b : "0"',
)  # fmt: skip
INFIX_WORD: Final = _error(
    12, "infix-word", "A relation's word stands between its two things.",
    "A relation is a call, `below(p, q)`, or an argument, `block p(below = q)`.",
    "p below q", "below(p, q)",
)  # fmt: skip
INFIX_SYMBOL: Final = _error(
    13, "infix-symbol", "A relation is written with a sign that the language does not have.",
    "Only comparisons, links and arithmetic have signs; other relations are calls.",
    "AB || CD", "parallel(AB, CD)",
)  # fmt: skip
BARE_REACTION: Final = _error(
    14, "bare-reaction", "A reaction equation stands without quotes.",
    "Line notations of a field are one string whose parts can be addressed.",
    "2 H2 + O2 -> 2 H2O", 'reaction("2 H2 + O2 -> 2 H2O")',
)  # fmt: skip
COLON_TEXT: Final = _error(
    15, "colon-text", "A colon follows something that is no link.",
    "A thing's data and texts stand in its parentheses; only a link has a colon.",
    'point A : "x"', 'point A("x")',
)  # fmt: skip
COLON_HEADING: Final = _error(
    16, "colon-heading", "A block's heading ends in a colon instead of a brace.",
    "Blocks are braces, so that indentation never matters.",
    "labels:\n  note(\"x\")\n", "labels {\n  note(\"x\")\n}\n",
)  # fmt: skip
COLON_ARGUMENT: Final = _error(
    17, "colon-argument", "An argument is named with a colon.",
    "Arguments are named with `=`.",
    "lens L(f: 20 cm)", "lens L(f = 20 cm)",
)  # fmt: skip
SINGLE_EQUALS: Final = _error(
    18, "single-equals", "An equation stands as a statement.",
    "`let x = 5` defines a name, `x == 5` states a condition.",
    "A.x = 5", "A.x == 5",
)  # fmt: skip
WALRUS: Final = _error(
    19, "colon-equals", "A definition is written with `:=`.",
    "Definitions take `=`.",
    "let x := 5", "let x = 5",
)  # fmt: skip
SINGLE_QUOTES: Final = _error(
    20, "single-quotes", "A string stands between other marks than double quotes.",
    "A single quote is the prime of a name, as in A'.",
    "label(A, 'apex')", 'label(A, "apex")',
)  # fmt: skip
MISSING_COMMA: Final = _error(
    21, "missing-comma", "Two arguments or names stand side by side.",
    "They are parted by commas.",
    'options("A" "B")', 'options("A", "B")',
)  # fmt: skip
BARE_WORDS: Final = _error(
    22, "bare-words", "Text stands in an argument without quotes.",
    "One word may stand bare; anything longer or odder is a string.",
    "note(rolls without slipping)", 'note("rolls without slipping")',
)  # fmt: skip
SEMICOLON: Final = _error(
    23, "misplaced-separator", "Statements or arguments are parted by the wrong sign, or statements by none.",
    "A semicolon or a line end parts statements; a comma parts arguments.",
    "point A(1; 2)", "point A(1, 2)",
)  # fmt: skip
TRAILING_TEXT: Final = _error(
    24, "trailing-text", "Text follows a complete statement on its line.",
    "A statement ends with its line; remarks stand behind `//`.",
    "dimension(A, B) measured along the wall", "dimension(A, B)  // measured along the wall",
)  # fmt: skip
FOREIGN_CHARACTER: Final = _error(
    25, "foreign-character", "A look-alike of a character of the language.",
    "Full-width punctuation and long dashes are text, not syntax.",
    "point A（1, 2)", "point A(1, 2)",
)  # fmt: skip
FENCE: Final = _error(
    26, "markdown-fence", "The spec stands in a Markdown fence.",
    "A spec is the bare text.",
    "```dg\npoint A\n```\n", "point A\n",
)  # fmt: skip
BARE_COLOR: Final = _error(
    27, "bare-color", "A hexadecimal colour stands without quotes.",
    "`#` begins a comment.",
    "circle c(fill = #ff0000)", 'circle c(fill = "#ff0000")',
)  # fmt: skip
MISSING_TIMES: Final = _error(
    28, "missing-times", "A product lacks its sign.",
    "Only a number may touch the next factor: `3x`, but `(x + 1)*x`.",
    "curve f(y = (x + 1)x)", "curve f(y = (x + 1)*x)",
)  # fmt: skip
LIST_MARKER: Final = _error(
    29, "list-marker", "A statement begins with a list marker.",
    "Statements stand one a line without bullets or numbers.",
    "- point A", "point A",
)  # fmt: skip
MISSING_VALUE: Final = _error(
    30, "missing-value", "A name is given no value.",
    "`?` stands for a value that is asked for.",
    "velocity v(value = )", "velocity v(value = ?)",
)  # fmt: skip
DANGLING: Final = _error(
    31, "dangling-operator", "A statement ends in an operator.",
    "Something must follow it, on this line or the next.",
    "entities { a -> b -> }", "entities { a -> b }",
)  # fmt: skip
LEADING_OPERATOR: Final = _error(
    32, "leading-operator", "A line begins with an operator.",
    "A line end ends a statement; a line that goes on ends in the operator.",
    "a -> b\n  -> c", "a -> b ->\n  c",
)  # fmt: skip
HYPHEN_NAME: Final = _error(
    33, "hyphen-name", "A name holds a hyphen.",
    "A hyphen is a minus; names take underscores.",
    "block left-box(5 kg)", "block left_box(5 kg)",
)  # fmt: skip
NUMBER: Final = _error(
    34, "number-too-large", "A number exceeds what can be computed with.",
    "Numbers reach to about 1.8e308; print anything larger as text.",
    "note(1e999)", 'note("1e999")',
)  # fmt: skip
CALL: Final = _error(
    35, "call-of-a-value", "Something that has no name is called.",
    "Only a name, a part or a member can be called.",
    '"a"(1, 2)', "a(1, 2)",
)  # fmt: skip
LOOP: Final = _error(
    36, "loop-names", "A loop binds something that is no name.",
    "A loop binds names: `for x in …`, `for (a, b) in …`.",
    "for (a, 1) in P { point Q }", "for (a, b) in P { point Q }",
)  # fmt: skip
BRACES: Final = _error(
    37, "braces-as-value", "Braces stand in a value.",
    "Braces hold statements; tuples take parentheses, lists take brackets.",
    "plot(x^{2})", "plot(x^(2))",
)  # fmt: skip
FOREIGN_ARROW: Final = _error(
    38, "foreign-arrow", "A link is written with an arrow of another notation.",
    "The links are `->`, `<->` and `--`, read from left to right.",
    "a => b", "a -> b",
)  # fmt: skip
STRAY_COMMA: Final = _error(
    39, "stray-comma", "A comma with nothing before it.",
    "Commas part arguments; one may follow the last.",
    "label(A,, B)", "label(A, B)",
)  # fmt: skip
RANGE: Final = _error(
    42, "double-range", "A range has three ends.",
    "A range runs from one value to another.",
    "axes ax(x = 0..1..2)", "axes ax(x = 0..2)",
)  # fmt: skip
GLUED_UNIT: Final = _note(
    40, "glued-unit", "A unit touches its number.",
    "`5kg` is read as a quantity, `3x` as a product; a space says which.",
    "block w(5kg)", "block w(5 kg)",
)  # fmt: skip
STARS: Final = _note(
    41, "double-star", "A power is written `**`.",
    "It is read as `^`, which the formatter writes.",
    "curve f(y = x**2)", "curve f(y = x^2)",
)  # fmt: skip

REASONS: Final = {
    "number": (NUMBER, "the number is too large to compute with", "quote it to print it as text"),
    "call": (CALL, "this has no name that could be called", "write a name before the parentheses"),
    "loop": (LOOP, "a loop binds names only", "write `for (a, b) in …`"),
    "range": (RANGE, "a range has two ends", "write `low..high`"),
    "reaction": (BARE_REACTION, "a reaction equation is one string", 'write `reaction("…")`'),
    "back-link": (FOREIGN_ARROW, "a link points to the right", "write `b -> a`"),
    "edge-attributes": (
        EDGE_ATTRIBUTES,
        "a link takes its arguments after a colon",
        'write `a -> b : "text"`',
    ),
    "depth": (TOO_DEEP, "brackets or operators nest too deep here", "write it flatter"),
}
"""What the tree builder refuses although the grammar reads it: code, message and hint."""

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
