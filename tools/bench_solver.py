"""Measure the geometry solver beside others, on chains of triangles with tangent circles and a school figure.

`make bench-solver` writes docs/solver.json and docs/solver.md. We begin from nothing; the rivals are given a start near the
truth, their best case, and a random one. Every result is judged here, on the coordinates, by one measure.
Times are processor times of one solve in a warm process. A rival that is not installed is named and left out.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from diagrammar.compiler.domains import vocabulary
from diagrammar.compiler.parse import parse
from diagrammar.compiler.pose import pose
from diagrammar.compiler.resolve import resolve
from diagrammar.compiler.solve import solve
from diagrammar.compiler.system import Sort, System
from diagrammar.dsl.source import Source
from diagrammar.files import write_atomically
from rich.console import Console
from rich.progress import track

try:
    from tools.chains import HOLDS, Chain, chain, places_of, start, system, worst
except ImportError:
    from chains import HOLDS, Chain, chain, places_of, start, system, worst

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
RIVALS = ROOT / "tools" / "rivals"
NODE_HOME = ROOT / "build" / "rivals"
TRIALS = {5: 20, 20: 10, 80: 5, 320: 2}
"""Chains for each number of triangles."""
REPEATS = 3
LIMIT_S = 60
"""Seconds in which a rival must finish the trials of one row; what it has by then counts."""
FIGURE = """
triangle ABC(AB = 13 cm, BC = 14 cm, CA = 15 cm)
incircle k(ABC, center = I)
altitude AD(of = ABC); altitude BE(of = ABC)
point H(orthocenter(ABC)), M(midpoint(A, B)), N(midpoint(B, C))
point P(on = AC); perpendicular(PM, AB)
"""
"""A typical school figure: ten points, more than fifteen relations."""


@dataclass(frozen=True)
class Row:
    """What one solver did with the chains of one length from one kind of start."""

    solver: str
    start: str
    triangles: int
    trials: int
    solved: int
    median_ms: float | None
    """Of the trials that ended, solved or not; nothing if none did."""


Solver = Callable[[Sequence[Chain], bool], list[tuple[float, bool]]]


def ours(problems: Sequence[Chain], _: bool) -> list[tuple[float, bool]]:
    """Solve chains by our own solver, from nothing."""
    found = []
    for seed, problem in enumerate(problems):
        posed = system(problem, seed)
        times = []
        for _ in range(REPEATS):
            begun = process_time()
            outcome = solve(posed)
            times.append(process_time() - begun)
        assert outcome.value is not None
        holds = outcome.ok and worst(problem, places_of(problem, outcome.value.values)) < HOLDS
        found.append((median(times), holds))
    return found


def _outside(command: Sequence[str]) -> Solver:
    """Return a solver that runs in a process of its own."""

    def run(problems: Sequence[Chain], near: bool) -> list[tuple[float, bool]]:
        tasks = [
            {"sides": problem.sides.tolist(), "start": start(problem, seed, near=near).tolist()}
            for seed, problem in enumerate(problems)
        ]
        try:
            text = subprocess.run(
                command, input=json.dumps(tasks), capture_output=True, text=True, timeout=LIMIT_S
            ).stdout
        except subprocess.TimeoutExpired as late:
            text = late.stdout.decode() if isinstance(late.stdout, bytes) else late.stdout or ""
        answers = [json.loads(line) for line in text.splitlines() if line.endswith("}")]
        return [(a["seconds"], _holds(problem, a["places"])) for problem, a in zip(problems, answers)]

    return run


def _holds(problem: Chain, places: list[list[float]] | None) -> bool:
    if places is None:
        return False
    off = worst(problem, np.array(places))
    return math.isfinite(off) and off < HOLDS


def rivals() -> dict[str, Solver]:
    """Return the rivals that are installed."""
    found: dict[str, Solver] = {}
    python = sys.executable
    if _works([python, "-c", "import python_solvespace"]):
        found["python-solvespace"] = _outside([python, str(RIVALS / "solvespace_chain.py")])
    if (NODE_HOME / "node_modules" / "@salusoft89" / "planegcs").is_dir():
        script = str(RIVALS / "planegcs_chain.mjs")
        found["planegcs (DogLeg)"] = _outside(["node", script, str(NODE_HOME)])
    found["scipy least_squares, finite differences"] = _outside([python, str(RIVALS / "scipy_chain.py")])
    return found


def _works(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def _row(name: str, solver: Solver, start_kind: str, count: int) -> Row:
    problems = [chain(count, seed) for seed in range(TRIALS[count])]
    found = solver(problems, start_kind == "near")
    times = [seconds for seconds, _ in found]
    return Row(
        name, start_kind, count, len(problems), sum(holds for _, holds in found),
        1000 * median(times) if times else None,
    )  # fmt: skip


def figure() -> System:
    """Return the school figure as a system."""
    source = Source(text=FIGURE)
    spec = parse(source).value
    assert spec is not None
    model = resolve(spec, source, vocabulary()).value
    assert model is not None
    posed = pose(model.panels[0]).value
    assert posed is not None
    return posed.system


def _figure_ms() -> float:
    posed = figure()
    times = []
    for _ in range(20):
        begun = process_time()
        outcome = solve(posed)
        times.append(1000 * (process_time() - begun))
        assert outcome.ok
    return median(times)


def main() -> None:
    """Measure and write the figures."""
    ours([chain(5, 0), chain(80, 0)], True)  # Imports and caches count for nobody.
    plan = [("diagrammar", ours, "nothing", count) for count in TRIALS]
    plan += [
        (name, solver, kind, count)
        for name, solver in rivals().items()
        for kind in ("near", "random")
        for count in TRIALS
    ]
    rows = [_row(*each) for each in track(plan, "solving chains", console=Console(stderr=True))]
    figure_ms = _figure_ms()
    record = {"figure_ms": figure_ms, "rows": [asdict(row) for row in rows]}
    write_atomically(DOCS / "solver.json", (json.dumps(record, indent=1) + "\n").encode())
    text = page(rows, figure_ms)
    write_atomically(DOCS / "solver.md", text.encode())
    print(text)


def page(rows: Sequence[Row], figure_ms: float) -> str:
    """Return the figures as a page."""
    own = {row.triangles: row.median_ms or 0.0 for row in rows if row.solver == "diagrammar"}
    counts = sorted(own)
    # The shortest chain is drawn several times, for looks; from the next on, one drawing is made.
    first, last = counts[1], counts[-1]
    growth = math.log(own[last] / own[first]) / math.log(last / first)
    posed = figure()
    equations = sum(c.sort is Sort.EQUATION for c in posed.constraints)
    lines = [
        "<!-- Made by `make bench-solver`; do not edit. -->",
        "# The solver, measured",
        "",
        "Chains of n triangles with three given sides each, consecutive bases perpendicular, a circle that touches",
        "the sides of each: 7n unknowns. Milliseconds of processor time (median), and how many trials ended with",
        "every condition holding to 1e-6 of a side; a row that took more than "
        f"{LIMIT_S} s was stopped. We begin from",
        "nothing; the others were given a start near the truth, or a random one.",
        "",
        "| solver | start | " + " | ".join(f"n = {count}" for count in counts) + " |",
        "|---|---|" + "---:|" * len(counts),
    ]
    for name, kind in dict.fromkeys((row.solver, row.start) for row in rows):
        cells = [_cell(row) for row in rows if (row.solver, row.start) == (name, kind)]
        lines.append(f"| {name} | {kind} | " + " | ".join(cells) + " |")
    lines += [
        "",
        f"Our time grows like n^{growth:.2f} from n = {first} to n = {last}. A school figure of"
        f" {len(posed.points)} points and {equations} equations takes {figure_ms:.1f} ms.",
        "",
    ]
    return "\n".join(lines)


def _cell(row: Row) -> str:
    time = "no end" if row.median_ms is None else f"{row.median_ms:.3g}"
    return f"{time} ({row.solved}/{row.trials})"


if __name__ == "__main__":
    main()
