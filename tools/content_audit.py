"""Measure the audits of content on problems with known answers, and on specs of them.

`python tools/content_audit.py PROBLEMS.json… [--specs FOLDER…] [--sample 60] [--seed 1]`. A problem is a record with
`id`, `question` and `answer`, perhaps with `quizzes` (`options`, `correct_option`); a spec is named after the id.

Reported: what an empty picture is told to show, and how many quiz answers in figures are among it; how many
answers are found when they are printed in several forms; what is found in the specs; a sample to judge by hand.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diagrammar.compiler.audit.agreement import is_same
from diagrammar.compiler.audit.coverage import coverage
from diagrammar.compiler.audit.formulas import compact
from diagrammar.compiler.audit.leak import leak
from diagrammar.compiler.audit.printed import Printed
from diagrammar.compiler.audit.problem import givens, options
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.diagnostics import Diagnostic
from diagrammar.dsl.quantity import numbers_in, read_quantity
from diagrammar.dsl.source import Source

LONGEST_ANSWER = 120
"""Longer answers are arguments: no label prints them."""
LETTERS = re.compile(r"\(?[A-Ja-j]\)?\.?(?:\s*(?:,|and|&)\s*\(?[A-Ja-j]\)?\.?)*")
THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)


@dataclass(frozen=True)
class Problem:
    """A problem, its answer, and the right answers of its quizzes."""

    id: str
    question: str
    answer: str
    quizzes: tuple[str, ...]


def main() -> int:
    """Print the measurements that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problems", nargs="+", type=Path)
    parser.add_argument(
        "--specs", nargs="*", type=Path, default=[], help="folders of specs named after the problems"
    )
    parser.add_argument(
        "--sample", type=int, default=0, help="findings on an empty picture to print for judging"
    )
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    problems = {p.id: p for file in chosen.problems for p in read(file)}
    print(coverage_table([*problems.values()]))
    print(leak_table([*problems.values()]))
    for line in sampled([*problems.values()], chosen.sample, chosen.seed):
        print(line)
    for folder in chosen.specs:
        print(*spec_lines(folder, problems), sep="\n")
    return 0


def read(file: Path) -> Iterator[Problem]:
    """Yield the problems of a file."""
    for record in json.loads(file.read_text("utf-8")):
        quizzes = tuple(q["options"].get(q["correct_option"], "") for q in record.get("quizzes", ()))
        yield Problem(str(record["id"]), record["question"], record.get("answer") or "", quizzes)


def coverage_table(problems: Sequence[Problem]) -> str:
    """Return what an empty picture is told to show, and the share of quiz answers that are among it."""
    found = Counter(d.code for p in problems for d in coverage(p.question, []))
    asked = [(p, quiz) for p in problems for quiz in p.quizzes if _is_stated(quiz, p.question)]
    listed = sum(_is_listed(quiz, p.question) for p, quiz in asked)
    codes = ", ".join(f"{code} {count}" for code, count in sorted(found.items()))
    share = f"{100 * listed / len(asked):.1f} %" if asked else "none"
    return f"{len(problems)} problems, empty pictures: {codes}\nquiz answers among the givens: {listed} of {len(asked)} ({share})"


def _is_stated(quiz: str, question: str) -> bool:
    """Whether a quiz answer has figures that its problem says."""
    if not re.search(r"\d", quiz):
        return False
    own, said = numbers_in(quiz), numbers_in(question)
    alike = own and all(any(is_same(a.magnitude, b.magnitude) for b in said) for a in own)
    return compact(quiz) in compact(question) or bool(alike)


def _is_listed(quiz: str, question: str) -> bool:
    """Whether a quiz answer is one of the givens or options, or made of their numbers."""
    texts = [*(g.words for g in givens(question)), *(o.text for o in options(question))]
    numbers = [m.magnitude for text in texts for m in numbers_in(text)]
    own = numbers_in(quiz)
    made = own and all(any(is_same(m.magnitude, n) for n in numbers) for m in own)
    return bool(made) or compact(quiz) in " ".join(compact(text) for text in texts)


def leak_table(problems: Sequence[Problem]) -> str:
    """Return how many answers are found when a picture prints them, by form."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for problem in problems:
        for form, text in _forms(problem):
            tried[form] += 1
            found[form] += bool(leak(problem.answer, problem.question, [Printed(text)]))
    lines = [
        f"  {form}: {found[form]} of {count} ({100 * found[form] / count:.1f} %)"
        for form, count in tried.items()
    ]
    return "\n".join(["answers found when printed", *lines])


def _forms(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield an answer in the forms in which a picture may print it."""
    answer = THOUGHT.sub("", problem.answer).strip()
    if not answer or len(answer) > LONGEST_ANSWER or "image" in answer:
        return
    if LETTERS.fullmatch(answer):
        letter = answer.strip("(). ").lower()
        for option in options(problem.question):
            if option.letter.lower() == letter:
                yield "text of the option", option.text
                yield "option with a tick", f"{option.letter}) {option.text} ✓"
        return
    yield "verbatim", answer
    yield "with a symbol", f"x = {answer}"
    read = read_quantity(answer)
    if read is not None and read.value and read.unit is not None:
        yield "rounded", f"d = {float(f'{read.value:.3g}'):g} {read.unit.text}"


def sampled(problems: Sequence[Problem], size: int, seed: int) -> Iterator[str]:
    """Yield some findings on empty pictures, to be judged by hand."""
    found = [(p.id, d) for p in problems for d in coverage(p.question, [])]
    for name, finding in random.Random(seed).sample(found, min(size, len(found))):
        yield f"{name} {finding.code} {finding.message} | {finding.hints[0]}"


def spec_lines(folder: Path, problems: dict[str, Problem]) -> Iterator[str]:
    """Yield what the audits of content find in the specs of a folder, and how often."""
    total: Counter[str] = Counter()
    drawn = 0
    for file in sorted(folder.glob("*.dgm")):
        problem = problems.get(file.stem)
        if problem is None:
            continue
        chosen = Options(draw=False, problem=problem.question, answer=problem.answer)
        result = compile_spec(Source(text=file.read_text("utf-8"), name=file.name), chosen)
        drawn += bool(result.printed)
        for finding in _content(result.diagnostics):
            total[finding.code] += 1
            yield f"{file.stem} {finding.code} {finding.message}"
    counts = ", ".join(f"{code} {count}" for code, count in sorted(total.items())) or "nothing"
    yield f"{folder}: {drawn} pictures, {counts}"


def _content(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    yield from (d for d in found if d.code.startswith("AUD"))


if __name__ == "__main__":
    sys.exit(main())
