"""Solve chains with scipy's least_squares, slopes by finite differences, as a quick script would.

Reads one JSON list of {sides, start}, writes a line for each: {seconds, places}.
"""

import json
import sys
from time import process_time

import numpy as np
from scipy.optimize import least_squares


def residuals(numbers, sides):
    """Return what each condition lacks; the unknowns are all points but the first, then the radii."""
    n = len(sides)
    places = np.vstack([[0.0, 0.0], numbers[: 6 * n].reshape(-1, 2)])
    radii = numbers[6 * n :]
    joints, apexes, centers = places[: n + 1], places[n + 1 : 2 * n + 1], places[2 * n + 1 :]
    starts, ends = joints[:-1], joints[1:]
    found = []
    for (a, b), lengths in zip(((starts, ends), (ends, apexes), (apexes, starts)), sides.T):
        along, to = b - a, centers - a
        reach = np.hypot(*along.T)
        found.append(reach - lengths)
        found.append(np.abs(along[:, 0] * to[:, 1] - along[:, 1] * to[:, 0]) / reach - radii)
    bases = (ends - starts) / np.hypot(*(ends - starts).T)[:, None]
    found.append((bases[:-1] * bases[1:]).sum(axis=1))
    found.append(ends[:1, 1])
    return np.concatenate(found)


def solved(sides, start):
    """Return the processor time of one solve, and where its points came to lie."""
    begun = process_time()
    first = np.concatenate([start[1:].ravel(), np.full(len(sides), 4.0)])
    fit = least_squares(residuals, first, args=(sides,), xtol=1e-12, ftol=1e-12, gtol=1e-12)
    seconds = process_time() - begun
    places = np.vstack([[0.0, 0.0], fit.x[: 6 * len(sides)].reshape(-1, 2)])
    return {"seconds": seconds, "places": places.tolist()}


for task in json.load(sys.stdin):
    print(json.dumps(solved(np.array(task["sides"]), np.array(task["start"]))), flush=True)
