"""Near misses: what was probably meant, always in the same order."""

from diagrammar.dsl.suggest import did_you_mean, distance
from hypothesis import given
from hypothesis import strategies as st

WORDS = ("resistor", "capacitor", "transistor", "battery", "lens")


def test_a_swap_of_neighbours_counts_once() -> None:
    assert distance("resitsor", "resistor") == 1


def test_far_words_are_cut_off_at_the_limit() -> None:
    assert distance("lens", "battery", limit=2) == 3


def test_the_nearest_comes_first() -> None:
    assert did_you_mean("resistr", WORDS)[0] == "resistor"


def test_short_words_must_be_nearly_right() -> None:
    assert did_you_mean("cat", ("lens", "bat")) == ("bat",)
    assert did_you_mean("xyz", WORDS) == ()


def test_separators_and_case_do_not_count() -> None:
    assert did_you_mean("Right-Angle", ("right_angle", "angle"))[0] == "right_angle"


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_symmetric(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
