"""The commands: check, render, fmt, audit, explain, vocab, grammar, prompt, facts, corpus, import."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from .auditing import AuditFormat
from .output import (
    OK,
    WRONG,
    ReportFormat,
    UsageError,
    exit_code,
    fact_text,
    format_of,
    need_picture,
    save_picture,
    write_reports,
    write_timings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .compiler.pipeline import Compiled, Options
    from .dsl.source import Source

T = TypeVar("T")
MANY = 4
"""Specs from which a progress bar is shown."""
HELP = """Check, draw and format diagrams that say what they show.

Exit codes: 0 all is well; 1 a spec has errors (or `fmt --check` would change one); 2 the command was called
wrongly; 3 a bug in diagrammar."""

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, help=HELP)

Specs = Annotated[
    list[str], typer.Argument(help="Files, folders, patterns, Markdown with ```dg fences, or - for stdin.")
]
Format = Annotated[ReportFormat, typer.Option("--format", "-f", help="How findings are written.")]
Seed = Annotated[int, typer.Option(help="Another seed gives another valid drawing.")]
Strict = Annotated[bool, typer.Option("--strict", help="Unknown kinds, verbs and arguments are errors.")]
Problem = Annotated[Path | None, typer.Option(help="The problem's text: every given must be on the picture.")]
Answer = Annotated[str, typer.Option(help="The answer: it must not be on the picture.")]
Repair = Annotated[
    bool,
    typer.Option("--repair", help="Add rows for givens of the problem that nothing on the picture shows."),
]
Style = Annotated[
    str, typer.Option("--style", "--theme", help="textbook, exam, slide or dark; else as the spec says.")
]
Width = Annotated[int | None, typer.Option(min=16, max=10000, help="Width in pixels of pixel formats.")]
Timed = Annotated[bool, typer.Option("--time", help="Say how long each step took.")]


@app.command()
def check(
    specs: Specs,
    format: Format = ReportFormat.TEXT,
    seed: Seed = 0,
    strict: Strict = False,
    problem: Problem = None,
    answer: Answer = "",
    repair: Repair = False,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the fixes that are certain, in place.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only.")] = False,
    time: Timed = False,
) -> None:
    """Check specs without drawing: findings, every text that will appear, how each statement was read."""
    from .compiler.pipeline import Options

    options = Options(
        seed=seed, strict=strict, draw=False, problem=_text_of(problem), answer=answer, repair=repair
    )
    results = [_checked(source, options, fix=fix) for source in _progress(_sources(specs), "Checking")]
    write_reports(results, format, quiet=quiet)
    if time:
        write_timings(results)
    raise typer.Exit(exit_code(results))


@app.command()
def render(
    specs: Specs,
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", help="Output file; {stem} and {n} are filled in; the ending is the format."
        ),
    ] = "{stem}.png",
    format: Format = ReportFormat.TEXT,
    seed: Seed = 0,
    strict: Strict = False,
    problem: Problem = None,
    answer: Answer = "",
    repair: Repair = False,
    style: Style = "",
    width: Width = None,
    facts: Annotated[bool, typer.Option("--facts", help="Write the fact sheet beside the picture.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Draw the best effort in spite of errors.")] = False,
    time: Timed = False,
) -> None:
    """Draw specs: png, svg, pdf, py (a standalone Matplotlib script) or tikz, by the ending of --out."""
    from .compiler.pipeline import Options, compile_spec

    need_picture(format_of(out), style)
    options = Options(
        seed=seed, strict=strict, problem=_text_of(problem), answer=answer, force=force, style=style,
        repair=repair,
    )  # fmt: skip
    sources = _sources(specs)
    targets = _targets(out, sources)
    results: list[Compiled] = []
    for source, target in zip(_progress(sources, "Drawing"), targets):
        result = compile_spec(source, options)
        results.append(result)
        if result.scene is not None:
            save_picture(result, target, width=width, facts=facts)
    write_reports([r for r in results if r.diagnostics], format, quiet=True)
    if time:
        write_timings(results)
    raise typer.Exit(exit_code(results, drawn=True))


@app.command()
def fmt(
    specs: Specs,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 if a file would change.")
    ] = False,
    stdout: Annotated[bool, typer.Option("--stdout", help="Print instead of writing in place.")] = False,
) -> None:
    """Format specs: canonical words, statements under their headings, comments kept."""
    from .api import DiagramError, format_text
    from .files import write_atomically

    changed = failed = False
    for source in _sources(specs):
        try:
            text = format_text(source.text, name=source.name)
        except DiagramError as error:
            typer.echo(str(error), err=True)
            failed = True
            continue
        differs = text != source.text
        changed |= differs
        if stdout or not Path(source.name).is_file():
            typer.echo(text, nl=False)
        elif check and differs:
            typer.echo(f"would change {source.name}")
        elif differs:
            write_atomically(Path(source.name), text.encode())
    raise typer.Exit(WRONG if failed or (check and changed) else OK)


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="A code (`SPC001`) or its name (`unknown-name`).")],
) -> None:
    """Print the manual page of a finding."""
    from .compiler.codes import all_codes, find_code
    from .dsl.suggest import did_you_mean

    page = find_code(code)
    if page is None:
        names = [c.name for c in all_codes().values()]
        near = did_you_mean(code.upper(), all_codes()) or did_you_mean(code, names)
        raise UsageError(f"no finding is called `{code}`" + (f"; did you mean `{near[0]}`?" if near else ""))
    parts = [f"{page.code} {page.name} ({page.severity})", "", page.summary, "", f"Why: {page.why}"]
    for title, example in (("Bad:", page.bad), ("Good:", page.good)):
        if example:
            parts += ["", title, *(f"  {line}" for line in example.splitlines())]
    typer.echo("\n".join(parts))


@app.command()
def vocab(
    word: Annotated[str, typer.Argument(help="A kind or verb; nothing lists all.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Completion data as JSON.")] = False,
) -> None:
    """List the vocabulary, or one word with its arguments and an example."""
    from .grammar.vocabulary import completion_json, describe, listing

    if json or not word:
        typer.echo(completion_json() if json else listing())
        return
    page = describe(word)
    if page is None:
        from .compiler.domains import vocabulary
        from .dsl.suggest import did_you_mean

        near = did_you_mean(word, (*vocabulary().kind_words(), *vocabulary().verb_words()))
        raise UsageError(
            f"no kind or verb is called `{word}`" + (f"; did you mean `{near[0]}`?" if near else "")
        )
    typer.echo(page)


class GrammarKind(StrEnum):
    """What can be exported."""

    LARK = "lark"
    DECODING = "decoding"
    SCHEMA = "schema"


@app.command()
def grammar(
    kind: Annotated[
        GrammarKind,
        typer.Argument(
            help="lark: the parser's own; decoding: with the vocabulary spelled out; schema: JSON Schema."
        ),
    ] = GrammarKind.LARK,
) -> None:
    """Export the grammar: for parsers, for constrained decoding, as JSON Schema of a spec."""
    from . import grammar as exports

    makers = {
        GrammarKind.LARK: exports.lark_grammar,
        GrammarKind.DECODING: exports.decoding_grammar,
        GrammarKind.SCHEMA: exports.json_schema,
    }
    typer.echo(makers[kind](), nl=kind is GrammarKind.SCHEMA)


@app.command()
def prompt(domains: Annotated[list[str] | None, typer.Argument(help="Only these domains.")] = None) -> None:
    """Print the authoring prompt for models: the language and its vocabulary in few words."""
    from .grammar import authoring_prompt

    try:
        typer.echo(authoring_prompt(domains or ()), nl=False)
    except KeyError as error:
        raise UsageError(f"no domain is called `{error.args[0]}`") from None


@app.command()
def facts(
    spec: Annotated[str, typer.Argument(help="A spec, or - for stdin.")],
    seed: Seed = 0,
    width: Width = None,
    problem: Problem = None,
    answer: Answer = "",
) -> None:
    """Print the fact sheet of a figure: every entity, text, value and relation with its place, as JSON."""
    from .compiler.pipeline import Options, compile_spec

    options = Options(seed=seed, problem=_text_of(problem), answer=answer)
    results = [compile_spec(source, options) for source in _sources([spec])]
    for result in results:
        typer.echo(fact_text(result, width))
    raise typer.Exit(exit_code(results, drawn=True))


@app.command()
def audit(
    inputs: Annotated[
        list[str], typer.Argument(help="Specs as for `check`, or pictures (png, jpg, webp, gif, bmp).")
    ],
    format: Annotated[
        AuditFormat, typer.Option("--format", "-f", help="How reports are written.")
    ] = AuditFormat.TEXT,
    width: Annotated[
        int, typer.Option(min=16, max=4000, help="The width at which it is read, in pixels.")
    ] = 600,
    seed: Seed = 0,
    style: Style = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="One line for each picture.")] = False,
) -> None:
    """Report how well pictures can be read: sizes, clearances, contrast, overlaps, leaders, use of the page."""
    from .auditing import reports, subjects, write_audits
    from .compiler.pipeline import Options

    options = Options(seed=seed, style=style, force=True)
    found = list(reports(_progress(subjects(inputs), "Auditing"), options, width))
    write_audits(found, format, quiet=quiet)
    raise typer.Exit(OK if all(report.ok for report in found) else WRONG)


@app.command()
def corpus(
    folder: Annotated[Path, typer.Argument(help="A folder of specs; a comment on top may name their type.")],
    draw: Annotated[bool, typer.Option(help="Count a spec only when its picture is made.")] = True,
) -> None:
    """Report what becomes of a folder of specs: parsed, resolved and drawn by type, unknown words by frequency."""
    from .compiler.corpus import report

    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    typer.echo(report(folder, draw=draw).text())


@app.command(name="import")
def import_(
    files: Annotated[
        list[str], typer.Argument(help="Files in a language that can be imported, or - for stdin.")
    ],
    format: Annotated[
        str, typer.Option(help="alphageometry, gmbl, geometry3k or formalgeo; else told from the content.")
    ] = "",
    problem: Annotated[str, typer.Option(help="Only the problem of this name.")] = "",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Folder for NAME.dgm files; without it specs are printed."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only.")] = False,
) -> None:
    """Turn problems of other geometry languages into specs, with what they ask to be proven as claims."""
    from .compiler.imports import read
    from .output import write_findings

    wrong = False
    for source in _sources(files):
        for imported in read(source, format, problem):
            wrong |= not imported.ok
            write_findings(imported.source, imported.diagnostics)
            _save_spec(imported.name, imported.text, out, quiet=quiet)
    raise typer.Exit(WRONG if wrong else OK)


def _save_spec(name: str, text: str, folder: Path | None, *, quiet: bool) -> None:
    """Write a spec into a folder, or print it."""
    from .files import ENDING, write_atomically

    if not text:
        return
    if folder is None:
        typer.echo(text, nl=True)
        return
    target = folder / (re.sub(r"[^\w.-]+", "_", name).strip(".") + ENDING)
    write_atomically(target, text.encode())
    if not quiet:
        typer.echo(str(target))


def _sources(specs: list[str]) -> list[Source]:
    from .files import sources

    return list(sources(specs))


def _text_of(path: Path | None) -> str:
    if path is None:
        return ""
    if not path.is_file():
        raise UsageError(f"no such file: {path}")
    return path.read_text("utf-8", "replace")


def _checked(source: Source, options: Options, *, fix: bool) -> Compiled:
    """Compile a spec; with `fix`, apply its certain fixes to the file first."""
    from .compiler.pipeline import compile_spec

    result = compile_spec(source, options)
    if not fix or not Path(source.name).is_file():
        return result
    from .dsl.fixes import apply_fixes
    from .files import write_atomically

    mended = apply_fixes(result.source, result.diagnostics)
    if mended.text == source.text:
        return result
    write_atomically(Path(source.name), mended.text.encode())
    return compile_spec(mended, options)


def _progress(subjects: list[T], doing: str) -> Iterable[T]:
    """Show a progress bar for many specs or pictures, on a terminal only."""
    if len(subjects) < MANY or not sys.stderr.isatty():
        return subjects
    from rich.console import Console
    from rich.progress import track

    return track(subjects, doing, console=Console(stderr=True))


def _targets(out: str, sources: list[Source]) -> list[Path]:
    """Return where each picture goes; refuses names that would overwrite each other or cannot be filled in."""
    try:
        names = [out.format(stem=_stem(source.name), n=n) for n, source in enumerate(sources, 1)]
    except (KeyError, IndexError, ValueError):
        raise UsageError("--out understands {stem} and {n} only") from None
    if len(set(names)) < len(names):
        raise UsageError("several specs would be drawn into one file; put {stem} or {n} into --out")
    return [Path(name) for name in names]


def _stem(name: str) -> str:
    """Return the file name that a source suggests: `notes.md:12` gives `notes-12`."""
    path, _, line = name.rpartition(":")
    stem = Path(path).stem + f"-{line}" if path and line.isdigit() else Path(name).stem
    return stem.strip("<>") or "figure"
