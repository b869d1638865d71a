"""Measure our label placement beside adjustText and textalloc on random scenes of 5 to 200 labels.

`make bench-place` writes docs/placement.json and docs/placement.md. All run in one process over the same
scenes and are judged by the same pixel test. Times are processor times. To tune the service:
`python tools/bench_place.py --only diagrammar --labels 60 100 --pictures FOLDER`, which writes no page.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import median

from diagrammar.backends import draw
from diagrammar.eval.legibility.judging import AWAY, Judged, Placed, judge, overlaps_of
from diagrammar.eval.legibility.stress import KINDS, StressScene
from diagrammar.files import write_atomically
from rich.console import Console
from rich.progress import track

try:
    from tools.placers import PLACERS, draw_seconds
except ImportError:
    from placers import PLACERS, draw_seconds

DOCS = Path(__file__).parents[1] / "docs"
OURS = "diagrammar"
LABELS = (5, 10, 20, 40, 60, 100, 150, 200)
SEEDS = 2
REPEATS = 3
SHORT_S = 0.5
"""A placement that takes less is timed so many times, and the median counts."""
WARM_RUNS = 5
WARM_SEEDS = 4
BUDGETS_MS = {20: 20, 100: 150}
"""What the placement of so many labels may take (median, warm)."""


@dataclass(frozen=True)
class Row:
    """One placer over the scenes of a kind with so many labels."""

    placer: str
    kind: str
    labels: int
    scenes: int
    clear: int
    """Scenes without any overlap."""
    text_text: int
    text_ink: int
    moved: float
    """Share of labels that begin further than `AWAY` from their feature."""
    distance: float
    """Between a label and its feature (mm, mean)."""
    misread: float
    """Share of labels that stand nearer to another named feature and have no leader."""
    crossed: int
    """Pairs of leaders that cross."""
    ms: float
    """Median processor time."""


@dataclass(frozen=True)
class Speed:
    """The warm median times for a number of labels, in milliseconds: ours, and Matplotlib's draw of the figure."""

    labels: int
    place_ms: float
    slowest_ms: float
    draw_ms: float


def main() -> None:
    """Measure and write the figures."""
    chosen = _arguments()
    names = chosen.only or list(PLACERS)
    missing = [name for name in names if name not in PLACERS]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}; there are {', '.join(PLACERS)}")
    PLACERS[OURS](KINDS["graph"](5, 0))  # Imports count for nobody.
    plan = [(kind, count) for count in chosen.labels for kind in chosen.kinds]
    rows = []
    for kind, count in track(plan, "placing labels", console=Console(stderr=True)):
        rows += list(_rows(names, kind, count, chosen.seeds, chosen.pictures))
    speeds = [_speed(count) for count in BUDGETS_MS]
    text = page(rows, speeds)
    if chosen.only is None:
        record = {"speed": [asdict(one) for one in speeds], "rows": [asdict(row) for row in rows]}
        write_atomically(DOCS / "placement.json", (json.dumps(record, indent=1) + "\n").encode())
        write_atomically(DOCS / "placement.md", text.encode())
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", help=f"only these placers, no page: {', '.join(PLACERS)}")
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--labels", nargs="+", type=int, default=list(LABELS))
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--pictures", type=Path, help="write a picture of every placement here")
    return parser.parse_args()


def _rows(names: Sequence[str], kind: str, count: int, seeds: int, pictures: Path | None) -> Iterator[Row]:
    scenes = [KINDS[kind](count, seed) for seed in range(seeds)]
    for name in names:
        placements = [_timed(name, scene) for scene in scenes]
        if pictures:
            for scene, placed in zip(scenes, placements):
                _show(name, scene, placed, pictures)
        yield row(name, kind, count, [judge(*pair) for pair in zip(scenes, placements)])


def _timed(name: str, scene: StressScene) -> Placed:
    """Return a placement with the median of its times."""
    runs = [PLACERS[name](scene)]
    while len(runs) < REPEATS and runs[0].seconds < SHORT_S:
        runs.append(PLACERS[name](scene))
    return replace(runs[0], seconds=median(run.seconds for run in runs))


def row(name: str, kind: str, count: int, judged: Sequence[Judged]) -> Row:
    """Return the measures of a placer over some scenes."""
    labels = sum(one.labels for one in judged)
    return Row(
        placer=name, kind=kind, labels=count, scenes=len(judged),
        clear=sum(not one.overlaps for one in judged),
        text_text=sum(one.text_text for one in judged),
        text_ink=sum(one.text_ink for one in judged),
        moved=round(sum(one.moved for one in judged) / labels, 4),
        distance=round(sum(one.distance for one in judged) / labels, 3),
        misread=round(sum(one.misread for one in judged) / labels, 4),
        crossed=sum(one.crossed for one in judged),
        ms=round(1000 * median(one.seconds for one in judged), 2),
    )  # fmt: skip


def _show(name: str, scene: StressScene, placed: Placed, folder: Path) -> None:
    """Write a picture, and print the overlaps that are left in it."""
    file = f"{scene.kind}-{len(scene.wishes)}-{scene.seed}-{name}.png".replace(" ", "_").replace(",", "")
    write_atomically(folder / file, draw(placed.picture, "png", dpi=150))
    for hit in overlaps_of(placed):
        print(f"{file}: {hit}")


def _speed(count: int) -> Speed:
    """Measure our placement of so many labels, after one run that nobody counts, and the draw of the figure."""
    scenes = [make(count, seed) for make in KINDS.values() for seed in range(WARM_SEEDS)]
    place_ms, draw_ms = [], []
    for scene in scenes:
        PLACERS[OURS](scene)
        place_ms.append(1000 * median(PLACERS[OURS](scene).seconds for _ in range(WARM_RUNS)))
        draw_ms.append(1000 * median(draw_seconds(scene) for _ in range(3)))
    return Speed(count, round(median(place_ms), 2), round(max(place_ms), 2), round(median(draw_ms), 2))


def page(rows: Sequence[Row], speeds: Sequence[Speed]) -> str:
    """Return the figures as a page."""
    scenes = max(row.scenes for row in rows)
    lines = [
        "<!-- Made by `make bench-place`; do not edit. -->",
        "# Label placement, measured",
        "",
        f"Random street maps, graphs and geometry, {scenes} of each size, 200 mm² of page for each label. All placers get the",
        "same ink and the same texts in the same font, and all are judged by the pixel test: texts alone and the rest",
        "alone at three times the resolution, intersected (a leader may touch its own text). *Text on ink* counts leaders",
        f"and points as well as lines; *moved* are labels further than {AWAY:g} mm from what they name; *misread* stand nearer to",
        "another named thing of the same kind and have no leader. Times are processor times of the placement alone.",
        "adjustText may take a second of it, its default; textalloc runs as it comes, and told to mind leaders.",
    ]  # fmt: skip
    for kind in dict.fromkeys(row.kind for row in rows):
        lines += ["", f"## {kind.capitalize()}", "", *_table([row for row in rows if row.kind == kind])]
    lines += [
        "", "## Speed", "", "Warm medians over all kinds; Matplotlib draws the same figure with its texts unplaced.",
        "", "| labels | placement | slowest scene | Matplotlib draws | asked for |", "|---:|---:|---:|---:|---:|",
        *(
            f"| {one.labels} | {one.place_ms:.1f} ms | {one.slowest_ms:.1f} ms | {one.draw_ms:.1f} ms | "
            f"{BUDGETS_MS[one.labels]} ms |"
            for one in speeds
        ),
        "",
    ]  # fmt: skip
    return "\n".join(lines)


def _table(rows: Sequence[Row]) -> list[str]:
    lines = [
        "| labels | placer | clear scenes | text on text | text on ink | moved | distance | misread | leaders crossed | time |",
        "|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for one in rows:
        lines.append(
            f"| {one.labels} | {one.placer} | {one.clear}/{one.scenes} | {one.text_text} | {one.text_ink} | "
            f"{one.moved:.0%} | {one.distance:.1f} mm | {one.misread:.1%} | {one.crossed} | {one.ms:.0f} ms |"
        )
    return lines


if __name__ == "__main__":
    main()
