"""The window of a panel with coordinates: the data rectangle that is seen."""

from __future__ import annotations

from ...pose.frame import Frame, Reach

UNSAID = (-5.0, -5.0, 5.0, 5.0)
"""What is seen when nothing says how far the picture reaches."""


def window_of(frame: Frame) -> Reach:
    """Return the data rectangle that a panel shows."""
    return frame.reach or UNSAID


def window_box(frame: Frame) -> Reach:
    """Return the window in sketch millimetres.

    >>> window_box(Frame(per_unit=10, reach=(0, 0, 4, 3)))
    (0.0, 0.0, 40.0, 30.0)
    """
    left, bottom, right, top = window_of(frame)
    return (*frame.place(left, bottom), *frame.place(right, top))
