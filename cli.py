"""The command line: check, render, fmt, explain, vocab, grammar, prompt, facts, corpus.

Exit codes: 0 all is well; 1 a spec has errors (or `fmt --check` would change one); 2 the command was
called wrongly; 3 a bug in diagrammar, with what to report.
"""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

# numpy's threads cost more start-up time than they save on systems of this size.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import typer

if TYPE_CHECKING:
    from .compiler.pipeline import Compiled, Options
    from .dsl.source import Source

OK, WRONG, USAGE, BUG = 0, 1, 2, 3


class Report(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"


app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, help=__doc__)

Specs = Annotated[list[str], typer.Argument(help="Files, folders, patterns, Markdown with ```dg fences, or - for stdin.")]
ReportOption = Annotated[Report, typer.Option("--format", "-f", help="How findings are written.")]
Seed = Annotated[int, typer.Option(help="Another seed gives another valid drawing.")]
Strict = Annotated[bool, typer.Option("--strict", help="Unknown kinds, verbs and arguments are errors.")]
Problem = Annotated[Path | None, typer.Option(help="The problem's text: every given must be on the picture.")]
Answer = Annotated[str, typer.Option(help="The answer: it must not be on the picture.")]


@app.command()
def check(
    specs: Specs,
    report: ReportOption = Report.TEXT,
    seed: Seed = 0,
    strict: Strict = False,
    problem: Problem = None,
    answer: Answer = "",
    fix: Annotated[bool, typer.Option("--fix", help="Apply the fixes that are certain, in place.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only.")] = False,
    time: Annotated[bool, typer.Option("--time", help="Say how long each step took.")] = False,
) -> None:
    """Check specs without drawing them: findings, every text that will appear, how each statement was read."""
    from .compiler.pipeline import Options

    options = Options(seed=seed, strict=strict, draw=False, problem=_text_of(problem), answer=answer)
    results = [_checked(source, options, fix=fix) for source in _sources(specs)]
    _write_reports(results, report, quiet=quiet or report is not Report.TEXT)
    if time:
        _write_timings(results)
    raise typer.Exit(OK if all(r.ok for r in results) else WRONG)


@app.command()
def render(
    specs: Specs,
    out: Annotated[str, typer.Option("--out", "-o", help="Output file; {stem} and {n} are filled in; the ending is the format.")] = "{stem}.png",
    report: ReportOption = Report.TEXT,
    seed: Seed = 0,
    strict: Strict = False,
    problem: Problem = None,
    answer: Answer = "",
    theme: Annotated[str, typer.Option(help="textbook, contrast or dark.")] = "textbook",
    width: Annotated[int | None, typer.Option(min=16, max=10000, help="Width in pixels of pixel formats.")] = None,
    facts: Annotated[bool, typer.Option("--facts", help="Write the fact sheet beside the picture.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Draw the best effort in spite of errors.")] = False,
    time: Annotated[bool, typer.Option("--time", help="Say how long each step took.")] = False,
) -> None:
    """Draw specs: png, svg, pdf, py (a standalone Matplotlib script) or tikz, by the ending of --out."""
    from .compiler.pipeline import Options

    options = Options(seed=seed, strict=strict, problem=_text_of(problem), answer=answer, force=force)
    sources = list(_sources(specs))
    _need_distinct(out, len(sources))
    results = []
    for n, source in enumerate(_progress(sources), 1):
        result = _compiled(source, options)
        results.append(result)
        if result.scene is not None:
            _save(result, Path(out.format(stem=_stem(source.name), n=n)), theme, width, facts=facts)
    _write_reports([r for r in results if r.diagnostics], report, quiet=True)
    if time:
        _write_timings(results)
    raise typer.Exit(OK if all(r.scene is not None for r in results) else WRONG)


@app.command()
def fmt(
    specs: Specs,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 if a file would change.")] = False,
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
        if stdout or source.name == "<stdin>":
            typer.echo(text, nl=False)
        elif check and differs:
            typer.echo(f"would change {source.name}")
        elif differs:
            write_atomically(Path(source.name), text.encode())
    raise typer.Exit(WRONG if failed or (check and changed) else OK)


@app.command()
def explain(code: Annotated[str, typer.Argument(help="A code (`SPC001`) or its name (`unknown-name`).")]) -> None:
    """Print the manual page of a finding."""
    from .compiler.codes import all_codes, find_code
    from .dsl.suggest import did_you_mean

    page = find_code(code)
    if page is None:
        near = did_you_mean(code.upper(), all_codes()) or did_you_mean(code, [c.name for c in all_codes().values()])
        _usage(f"no finding is called `{code}`" + (f"; did you mean `{near[0]}`?" if near else ""))
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

    if json:
        typer.echo(completion_json())
    elif word:
        page = describe(word)
        if page is None:
            _usage(f"no kind or verb is called `{word}`")
        typer.echo(page)
    else:
        typer.echo(listing())


class GrammarKind(StrEnum):
    """What can be exported."""

    LARK = "lark"
    DECODING = "decoding"
    SCHEMA = "schema"


@app.command()
def grammar(kind: Annotated[GrammarKind, typer.Argument(help="lark: the parser's own; decoding: with the vocabulary spelled out; schema: JSON Schema of a spec.")] = GrammarKind.LARK) -> None:
    """Export the grammar: for parsers, for constrained decoding, as JSON Schema."""
    from . import grammar as exports

    texts = {GrammarKind.LARK: exports.lark_grammar, GrammarKind.DECODING: exports.decoding_grammar, GrammarKind.SCHEMA: exports.json_schema}
    typer.echo(texts[kind]())


@app.command()
def prompt(domains: Annotated[list[str] | None, typer.Argument(help="Only these domains.")] = None) -> None:
    """Print the authoring prompt for models: the language and its vocabulary in few words."""
    from .grammar import authoring_prompt

    typer.echo(authoring_prompt(tuple(domains or ())))


@app.command()
def facts(spec: Annotated[str, typer.Argument(help="A spec.")], seed: Seed = 0, width: Annotated[int | None, typer.Option(min=16, max=10000)] = None) -> None:
    """Print the fact sheet of a figure: every entity, text, value and relation with its place, as JSON."""
    import json

    from .compiler.facts import fact_sheet
    from .compiler.pipeline import Options

    ok = True
    for source in _sources([spec]):
        result = _compiled(source, Options(seed=seed))
        typer.echo(json.dumps(fact_sheet(result, width_px=width), ensure_ascii=False, indent=1))
        ok &= result.scene is not None
    raise typer.Exit(OK if ok else WRONG)


def _sources(specs: list[str]) -> list[Source]:
    from .files import NoSuchInputError, sources

    try:
        return list(sources(specs))
    except NoSuchInputError as error:
        _usage(str(error))


def _text_of(path: Path | None) -> str:
    if path is None:
        return ""
    if not path.is_file():
        _usage(f"no such file: {path}")
    return path.read_text("utf-8", "replace")


def _usage(message: str) -> NoReturn:
    typer.echo(f"diagrammar: {message}", err=True)
    raise typer.Exit(USAGE)


def _compiled(source: Source, options: Options) -> Compiled:
    from .compiler.pipeline import compile_spec

    return compile_spec(source, options)


def _checked(source: Source, options: Options, *, fix: bool) -> Compiled:
    """Compile a spec; with `fix`, apply its certain fixes to the file first."""
    from .dsl.fixes import apply_fixes
    from .files import write_atomically

    result = _compiled(source, options)
    if not fix or not Path(source.name).is_file():
        return result
    mended = apply_fixes(source, result.diagnostics)
    if mended.text == source.text:
        return result
    write_atomically(Path(source.name), mended.text.encode())
    return _compiled(mended, options)


def _progress(sources: list[Source]) -> list[Source]:
    """Show a progress bar for many specs, on a terminal only."""
    if len(sources) < 4 or not sys.stderr.isatty():
        return sources
    from rich.console import Console
    from rich.progress import track

    return track(sources, "Drawing", console=Console(stderr=True))  # type: ignore[return-value]


def _need_distinct(out: str, count: int) -> None:
    if count > 1 and "{" not in out:
        _usage("several specs need {stem} or {n} in --out")


def _stem(name: str) -> str:
    return Path(name.replace(":", "-")).stem.strip("<>") or "figure"


def _save(result: Compiled, target: Path, theme: str, width: int | None, *, facts: bool) -> None:
    import json

    from .backends import FORMATS, draw
    from .compiler.facts import fact_sheet
    from .files import write_atomically

    ending = {"tex": "tikz"}.get(target.suffix.lstrip("."), target.suffix.lstrip("."))
    if ending not in FORMATS:
        _usage(f"no format `{ending}`; there are {', '.join(FORMATS)}")
    assert result.scene is not None
    try:
        data = draw(result.scene, ending, theme=theme, width_px=width)
    except ValueError as error:
        _usage(str(error))
    write_atomically(target, data)
    if facts:
        sheet = json.dumps(fact_sheet(result, width_px=width), ensure_ascii=False, indent=1)
        write_atomically(target.with_suffix(".json"), sheet.encode())
    typer.echo(str(target))


def _write_reports(results: list[Compiled], report: Report, *, quiet: bool) -> None:
    from .dsl import report as rendering

    if report is Report.JSON:
        records = [rendering.as_record(r.diagnostics, r.source) for r in results]
        import json

        typer.echo(json.dumps(records if len(records) != 1 else records[0], ensure_ascii=False, indent=1))
    elif report is Report.SARIF:
        from .compiler.codes import all_codes
        from .dsl.sarif import as_sarif

        typer.echo(as_sarif([(r.diagnostics, r.source) for r in results], all_codes().values()))
    elif report is Report.CONCISE:
        typer.echo("\n".join(t for r in results if (t := rendering.concise(r.diagnostics, r.source))))
    else:
        for result in results:
            _write_text(result, quiet=quiet)


def _write_text(result: Compiled, *, quiet: bool) -> None:
    from .dsl.report import full

    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    if result.diagnostics:
        typer.echo(full(result.diagnostics, result.source, color=color))
    if quiet:
        return
    if result.model is not None:
        typer.echo(f"{result.source.name}: read as")
        for reading in result.model.readings:
            typer.echo(f"  {result.source.position(reading.span.start).line:>3}  {reading.text}")
    if result.printed:
        typer.echo("texts that will appear")
        for printed in result.printed:
            typer.echo(f"       {printed.text}")
    if result.ok:
        typer.echo("ok")


def _write_timings(results: list[Compiled]) -> None:
    for result in results:
        steps: dict[str, float] = {}
        for step, seconds in result.timings:
            steps[step] = steps.get(step, 0.0) + seconds
        parts = ", ".join(f"{step} {1000 * seconds:.1f}" for step, seconds in steps.items())
        typer.echo(f"{result.source.name}: {parts} ms", err=True)


def main() -> None:
    """Run the command line; a bug prints what to report instead of a bare traceback."""
    try:
        app()
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(130)
    except Exception:
        import traceback

        from . import __version__

        traceback.print_exc()
        print(f"\nThis is a bug in diagrammar {__version__}. Please report the lines above with the spec.", file=sys.stderr)
        sys.exit(BUG)


if __name__ == "__main__":
    main()
