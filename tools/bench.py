"""Measure how fast specs are checked and drawn, beside hand-written Matplotlib scripts of the same pictures.

`make bench` writes docs/bench.json and docs/speed.md. Everything is measured in one run on one machine, so
that the ratios hold whatever the machine. Times are processor times, which other work on the machine hardly
changes; processes use compiled bytecode, as installed packages do.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from diagrammar import render
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source
from diagrammar.files import write_atomically

try:
    from tools.pyplot_twin import twin
except ImportError:
    from pyplot_twin import twin

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WIDTH_PX = 600
SPECS = 14
WARM_RUNS = 9
COLD_RUNS = 3
COLD_SPECS = 4
BUDGETS = {
    "warm_check_ms": 10,
    "warm_render_ms": 60,
    "cold_check_ms": 250,
    "cold_render_ms": 700,
    "memory_mb": 200,
}
"""What DESIGN asks for, on an idle machine whose cold pyplot script takes about 660 ms."""


@dataclass(frozen=True)
class Warm:
    """One spec in a process that has drawn before; milliseconds."""

    spec: str
    check_ms: float
    render_ms: float
    pyplot_ms: float
    steps_ms: dict[str, float]


@dataclass(frozen=True)
class Cold:
    """Whole processes over some specs; medians, milliseconds and megabytes."""

    check_ms: float
    render_ms: float
    pyplot_ms: float
    python_ms: float
    memory_mb: float
    pyplot_memory_mb: float


@dataclass(frozen=True)
class _Run:
    seconds: float
    megabytes: float


def main() -> None:
    """Measure and write the figures."""
    specs = _chosen()
    with tempfile.TemporaryDirectory() as folder:
        warm = [_warm(file, Path(folder)) for file in specs]
        cold = _cold(specs[:: max(1, len(specs) // COLD_SPECS)][:COLD_SPECS], Path(folder))
    record = {
        "machine": _machine(),
        "budgets": BUDGETS,
        "cold": asdict(cold),
        "warm": [asdict(one) for one in warm],
    }
    write_atomically(DOCS / "bench.json", (json.dumps(record, indent=1) + "\n").encode())
    write_atomically(DOCS / "speed.md", page(warm, cold).encode())
    print(page(warm, cold))


def _chosen() -> list[Path]:
    """Return specs spread evenly over the gallery."""
    files = sorted((ROOT / "tests").glob("*/gallery/*.dgm"))
    return [files[round(k * (len(files) - 1) / (SPECS - 1))] for k in range(SPECS)]


def _warm(file: Path, folder: Path) -> Warm:
    text = file.read_text("utf-8")
    source = Source(text=text, name=file.name)
    scene = render(text, width_px=WIDTH_PX).scene
    script = compile(twin(scene, WIDTH_PX), file.name, "exec")
    target = {"OUT": str(folder / "twin.png")}
    return Warm(
        spec=file.stem,
        check_ms=_p50(lambda: compile_spec(source, Options(draw=False))),
        render_ms=_p50(lambda: render(text, width_px=WIDTH_PX)),
        pyplot_ms=_p50(lambda: exec(script, dict(target))),
        steps_ms=_steps(source, text),
    )


def _p50(work: Callable[[], object]) -> float:
    """Return the median time of some work in milliseconds, after one run that nobody counts."""
    work()
    times = []
    for _ in range(WARM_RUNS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return round(1000 * median(times), 2)


def _steps(source: Source, text: str) -> dict[str, float]:
    """Return where the time goes: the median of each step, and what the backend takes."""
    runs: dict[str, list[float]] = {}
    for _ in range(WARM_RUNS):
        start = process_time()
        compiled = render(text, width_px=WIDTH_PX).compiled
        whole = process_time() - start
        spent: dict[str, float] = {}
        for step, seconds in compiled.timings:
            spent[step] = spent.get(step, 0.0) + seconds
        for step, seconds in (*spent.items(), ("backend", whole - sum(spent.values()))):
            runs.setdefault(step, []).append(seconds)
    return {step: round(1000 * median(times), 2) for step, times in runs.items()}


def _cold(files: Sequence[Path], folder: Path) -> Cold:
    diagrammar = [sys.executable, "-m", "diagrammar"]
    checks, renders, twins, bare = [], [], [], []
    for file in files:
        script = folder / f"{file.stem}.py"
        scene = render(file.read_text("utf-8")).scene
        script.write_text(f"OUT = {str(folder / 'twin.png')!r}\n{twin(scene, WIDTH_PX)}", "utf-8")
        out = str(folder / "{stem}.png")
        checks.append(_process([*diagrammar, "check", "-q", str(file)], folder))
        renders.append(
            _process([*diagrammar, "render", str(file), "-o", out, "--width", str(WIDTH_PX)], folder)
        )
        twins.append(_process([sys.executable, str(script)], folder))
        bare.append(_process([sys.executable, "-c", "pass"], folder))
    return Cold(
        check_ms=_ms(checks), render_ms=_ms(renders), pyplot_ms=_ms(twins), python_ms=_ms(bare),
        memory_mb=max(run.megabytes for run in renders), pyplot_memory_mb=max(run.megabytes for run in twins),
    )  # fmt: skip


def _ms(runs: Sequence[_Run]) -> float:
    return round(1000 * median(run.seconds for run in runs), 1)


def _process(command: Sequence[str], folder: Path) -> _Run:
    """Return the median time and the largest memory of a whole process, after one that fills the caches."""
    runs = [_one_process(command, folder) for _ in range(COLD_RUNS + 1)][1:]
    return _Run(median(run.seconds for run in runs), max(run.megabytes for run in runs))


def _one_process(command: Sequence[str], folder: Path) -> _Run:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(ROOT / "build" / "bytecode")
    child = subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"exit code {child.returncode}: {' '.join(command)}")
    return _Run(usage.ru_utime + usage.ru_stime, round(usage.ru_maxrss / 1024, 1))


def _machine() -> dict[str, str]:
    return {"python": platform.python_version(), "system": platform.system(), "cpus": str(os.cpu_count())}


def page(warm: Sequence[Warm], cold: Cold) -> str:
    """Return the table of the documentation."""
    check, drawn, rival = (
        median(getattr(w, f) for w in warm) for f in ("check_ms", "render_ms", "pyplot_ms")
    )
    rows = [
        ("warm check", check, None, BUDGETS["warm_check_ms"]),
        (f"warm spec to PNG at {WIDTH_PX} px", drawn, rival, BUDGETS["warm_render_ms"]),
        ("whole process: check", cold.check_ms, None, BUDGETS["cold_check_ms"]),
        ("whole process: spec to PNG", cold.render_ms, cold.pyplot_ms, BUDGETS["cold_render_ms"]),
    ]
    lines = [
        "<!-- Made by `make bench`; do not edit. -->",
        "# Speed",
        "",
        f"Medians over {len(warm)} gallery specs, in milliseconds of processor time. Beside each: the Matplotlib script that",
        "somebody would write for the very same picture (`subplots`, `plot`, `text`, a tight save), in the same run.",
        "",
        "| | diagrammar | pyplot script | budget on an idle machine |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {name} | {ours:.0f} | {'' if other is None else f'{other:.0f}'} | {most} |"
        for name, ours, other, most in rows
    ]
    lines += [
        f"| peak memory of a render (MB) | {cold.memory_mb:.0f} | {cold.pyplot_memory_mb:.0f} | {BUDGETS['memory_mb']} |",
        "",
        f"A bare Python process took {cold.python_ms:.0f} ms in the same run.",
        "",
        "## Where the time of a warm render goes",
        "",
        "| step | median ms |",
        "|---|---:|",
    ]
    steps = dict.fromkeys(step for w in warm for step in w.steps_ms)
    lines += [f"| {step} | {median(w.steps_ms.get(step, 0.0) for w in warm):.1f} |" for step in steps]
    lines += ["", "## Each spec", "", "| spec | check | to PNG | pyplot script |", "|---|---:|---:|---:|"]
    lines += [f"| {w.spec} | {w.check_ms:.1f} | {w.render_ms:.1f} | {w.pyplot_ms:.1f} |" for w in warm]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
