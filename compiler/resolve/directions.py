"""The words for headings and senses of rotation."""

from ..values import Direction, Turn

COMPASS = {
    "east": 0.0, "northeast": 45.0, "north": 90.0, "northwest": 135.0,
    "west": 180.0, "southwest": 225.0, "south": 270.0, "southeast": 315.0,
}  # fmt: skip
SCREEN = {
    "right": 0.0, "rightward": 0.0, "rightwards": 0.0, "up": 90.0, "upward": 90.0, "upwards": 90.0, "left": 180.0,
    "leftward": 180.0, "leftwards": 180.0, "down": 270.0, "downward": 270.0, "downwards": 270.0,
    "horizontal": 0.0, "vertical": 90.0, "upright": 90.0,
}  # fmt: skip
HEADINGS = {**COMPASS, **SCREEN}
TURNS = {
    "ccw": Turn.CCW, "counterclockwise": Turn.CCW, "anticlockwise": Turn.CCW, "counter_clockwise": Turn.CCW,
    "cw": Turn.CW, "clockwise": Turn.CW,
}  # fmt: skip
THROUGH = {"in": "into the page", "into": "into the page", "inward": "into the page", "out": "out of the page",
           "outward": "out of the page"}  # fmt: skip
"""Directions that depend on a thing: across the page, or outward from a shape."""


def direction_word(word: str) -> Direction | None:
    """Return the direction that a bare word names.

    >>> direction_word("north").degrees
    90.0
    """
    if word in HEADINGS:
        return Direction(degrees=HEADINGS[word], text=word)
    if word in TURNS:
        return Direction(turn=TURNS[word], text=word)
    return Direction(text=word) if word in THROUGH else None


def bearing(angle: float, toward: str, start: str) -> float | None:
    """Return the heading of "`angle` degrees `toward` of `start`", in the order of the phrase.

    >>> bearing(20, "south", "east")
    340.0
    """
    if start not in HEADINGS or toward not in HEADINGS:
        return None
    turn = (HEADINGS[toward] - HEADINGS[start] + 180) % 360 - 180
    return (HEADINGS[start] + (angle if turn > 0 else -angle)) % 360
