"""Solve chains with python-solvespace. Reads one JSON list of {sides, start}, writes [{seconds, places}]."""

import json
import sys
from time import process_time

from python_solvespace import ResultFlag, SolverSystem


def solved(sides, start):
    """Return the processor time of one solve, and the places if it says that it succeeded."""
    begun = process_time()
    sketch = SolverSystem()
    plane = sketch.create_2d_base()
    points = [sketch.add_point_2d(x, y, plane) for x, y in start]
    n = len(sides)
    joints, apexes, centers = points[: n + 1], points[n + 1 : 2 * n + 1], points[2 * n + 1 :]
    sketch.set_params(joints[0].params, (0.0, 0.0))
    sketch.dragged(joints[0], plane)
    before = None
    for at in range(n):
        a, b, c = joints[at], joints[at + 1], apexes[at]
        lines = []
        for (p, q), side in zip(((a, b), (b, c), (c, a)), sides[at]):
            sketch.distance(p, q, side, plane)
            lines.append(sketch.add_line_2d(p, q, plane))
        for line in lines[1:]:
            sketch.equal_point_to_line(centers[at], lines[0], centers[at], line, plane)
        if before is None:
            sketch.horizontal(lines[0], plane)
        else:
            sketch.perpendicular(before, lines[0], plane)
        before = lines[0]
    ended = sketch.solve()
    seconds = process_time() - begun
    found = [sketch.params(point.params) for point in points] if ended == ResultFlag.OKAY else None
    return {"seconds": seconds, "places": found}


for task in json.load(sys.stdin):
    print(json.dumps(solved(task["sides"], task["start"])), flush=True)
