"""IMP: what can be wrong with a file of a foreign language. The places of these findings lie in that file."""

from ...dsl.diagnostics import Code, Severity

MALFORMED = Code(
    code="IMP001", name="malformed-import", severity=Severity.ERROR,
    summary="A statement of an imported file that is not of its language: a bracket, a word or an argument is wrong.",
    why="What cannot be read cannot be drawn; the problem with this statement is left out as a whole, "
    "since a figure without one of its conditions would be another figure.",
)  # fmt: skip
UNKNOWN_WORD = Code(
    code="IMP002", name="unknown-import-word", severity=Severity.ERROR,
    summary="A construction, predicate or function that the imported language does not have, or that has no translation.",
    why="Its meaning is not known, so the figure would lack a condition. Most often the word is misspelt.",
)  # fmt: skip
UNKNOWN_IMPORT_NAME = Code(
    code="IMP003", name="unknown-import-name", severity=Severity.ERROR,
    summary="A point, line or circle of an imported problem that no statement before it introduces.",
    why="The languages that are imported introduce each name before its use; a stray name is a slip.",
)  # fmt: skip
WRONG_ARGUMENTS = Code(
    code="IMP004", name="wrong-import-arguments", severity=Severity.ERROR,
    summary="A word of an imported language with the wrong number or sort of arguments.",
    why="Which argument is missing cannot be guessed without changing the problem.",
)  # fmt: skip
TOO_MUCH = Code(
    code="IMP005", name="import-too-large", severity=Severity.ERROR,
    summary="An imported file, problem or expression beyond the bounds of what is read.",
    why="Files come from strangers; bounds keep time and memory finite. A problem of an olympiad needs a hundredth.",
)  # fmt: skip
LEFT_OUT = Code(
    code="IMP006", name="left-out-of-import", severity=Severity.WARNING,
    summary="A statement of an imported file without a translation; the spec does without it.",
    why="The rest of the figure is sound, but this one condition is neither drawn nor checked.",
)  # fmt: skip
NO_FORMAT = Code(
    code="IMP007", name="unknown-import-format", severity=Severity.ERROR,
    summary="A file that is in none of the languages that can be imported, or not in the one that was named.",
    why="The format is told from the content; `--format` says it where the content does not.",
)  # fmt: skip

CODES = (MALFORMED, UNKNOWN_WORD, UNKNOWN_IMPORT_NAME, WRONG_ARGUMENTS, TOO_MUCH, LEFT_OUT, NO_FORMAT)
