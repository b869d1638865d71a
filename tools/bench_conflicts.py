"""Measure how long contradictions take to be found: `python tools/bench_conflicts.py [file.md ...]`.

Each spec is checked once to warm up and then a few times; the median counts. A conflict counts as found if the
lines that the finding names are a set that the file marks (`// clash`).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.dsl.diagnostics import Severity
from diagrammar.dsl.source import Source

SPECS = Path(__file__).parent.parent / "tests" / "bad" / "conflicts.md"
ROUNDS = 3
_BLOCK = re.compile(r"^## (.+?)\n.*?^```dg\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CLASH = re.compile(r"//.*\bclash((?: [a-z]\b)*)")


def marked(text: str) -> list[set[int]]:
    """Return the sets of lines that a spec marks."""
    sets: dict[str, set[int]] = {}
    for line, content in enumerate(text.splitlines(), 1):
        found = _CLASH.search(content)
        for letter in (found.group(1).split() or ["a"]) if found else ():
            sets.setdefault(letter, set()).add(line)
    return list(sets.values())


def named(done: Compiled) -> set[int]:
    """Return the lines that the errors of a spec name."""
    errors = [d for d in done.diagnostics if d.severity is Severity.ERROR]
    spans = [span for d in errors for span in (d.span, *(label.span for label in d.labels))]
    return {done.source.position(span.start).line for span in spans if span is not None}


def checked(text: str) -> tuple[float, float, Compiled]:
    """Return the seconds of one check by the clock and of the processor, and what it found."""
    start, busy = perf_counter(), process_time()
    done = compile_spec(Source(text=text, name="bench"), Options(draw=False))
    return perf_counter() - start, process_time() - busy, done


def main(files: list[Path]) -> None:
    """Print a line for each conflict that is not found, and the figures."""
    seconds: list[tuple[float, str]] = []
    clock: list[float] = []
    found = proven = 0
    for heading, text in (block for file in files for block in _BLOCK.findall(file.read_text("utf-8"))):
        *_, done = checked(text)
        rounds = [checked(text) for _ in range(ROUNDS)]
        seconds.append((median(busy for _, busy, _ in rounds), heading))
        clock.append(median(elapsed for elapsed, _, _ in rounds))
        is_found = named(done) in marked(text)
        found += is_found
        proven += not any(d.code == "SOL002" for d in done.diagnostics)
        if not is_found:
            print(f"not found: {heading}: {[d.message for d in done.diagnostics]}")
    seconds.sort()
    times = [1000 * s for s, _ in seconds]
    print(f"{found} of {len(times)} found, {proven} proven")
    print(
        f"p50 {median(times):.0f} ms, p90 {times[int(0.9 * len(times))]:.0f} ms, max {times[-1]:.0f} ms, processor"
    )
    print(f"p50 {1000 * median(clock):.0f} ms by the clock")
    for duration, heading in seconds[-5:]:
        print(f"  {1000 * duration:4.0f} ms  {heading}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [SPECS])
