"""From a text to a checked scene: parse, resolve, pose, solve, draw, place, audit."""
