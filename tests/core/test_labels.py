"""Names, labels and coordinates of points: nothing is said twice."""

from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source


def texts(spec: str) -> list[str]:
    result = compile_spec(Source(text=spec), Options(draw=False))
    assert result.ok
    return [printed.text for printed in result.printed]


def test_a_label_with_coordinates_replaces_those_of_the_flag() -> None:
    assert texts('point A(1, 2, coordinates); label(A, "A = (1, 2)")') == ["A = (1, 2)"]


def test_a_label_without_coordinates_leaves_them() -> None:
    assert set(texts('point A(1, 2, coordinates); label(A, "start")')) == {"(1, 2)", "start"}


def test_a_label_with_the_length_replaces_it() -> None:
    ladder = "point A(bare), B(bare); segment s(A, B, 5 ft); "
    assert texts(ladder + 'label(s, "ladder, 5 ft")') == ["ladder, 5 ft"]
    assert set(texts(ladder + 'label(s, "ladder")')) == {"5 ft", "ladder"}


def test_a_pictogram_is_not_named_where_its_place_is() -> None:
    assert texts('point M(0, 0); icon man("man", at = M); label(M, "a man")').count("man") == 1


def test_the_strips_of_a_sum_have_one_label() -> None:
    spec = 'curve f(y = x^2, 0 <= x <= 2); rectangles r(f, 0..2, n = 4); label(r, "$n = 4$")'
    assert texts(spec).count("$n = 4$") == 1
