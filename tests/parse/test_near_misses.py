"""Other notations get the exact edit that says the same here."""

import pytest
from diagrammar.compiler.parse import parse
from diagrammar.dsl.source import Source
from diagrammar.tests.fixes import fixed

CURES = [
    ('a -> b [label = "0"]', 'a -> b : label = "0"'),
    ("a -> b [dashed]", "a -> b : dashed"),
    ("p below q", "below(p, q)"),
    ("thin.left touches z1", "touches(thin.left, z1)"),
    ("i1 in I0; i2 in i1", "in(i1, I0); in(i2, i1)"),
    ("A is perpendicular to B", "perpendicular(A, B)"),
    ("A left of B", "left_of(A, B)"),
    ("point A at (0, 0)", "point A(at = (0, 0))"),
    ("block w(5 kg) on table", "block w(5 kg, on = table)"),
    ("circle c center O radius 5 cm", "circle c(center = O, radius = 5 cm)"),
    ("AB || CD", "parallel(AB, CD)"),
    ("AB // CD", "parallel(AB, CD)"),
    ("AB ⊥ CD", "perpendicular(AB, CD)"),
    ("∠ABC == 45°", "angle(A, B, C) == 45°"),
    ("2 H2 + O2 -> 2 H2O", 'reaction("2 H2 + O2 -> 2 H2O")'),
    ("reaction r(2 H2 + O2 -> 2 H2O)", 'reaction r("2 H2 + O2 -> 2 H2O")'),
    ("reaction r: 2 H2(g) + O2(g) -> 2 H2O(l)", 'reaction r("2 H2(g) + O2(g) -> 2 H2O(l)")'),
    ('labels:\n  note("x")\nconstraints:\n  a == b', 'labels {\n  note("x")\n}\nconstraints {\n  a == b\n}'),
    ('labels:\nnote("x")\nconstraints:\na == b', 'labels {\nnote("x")\n}\nconstraints {\na == b\n}'),
    ("for x in xs:\n  point x\n", "for x in xs {\n  point x\n}\n"),
    ('point A : "x"', 'point A("x")'),
    ('A : "x"', 'label(A, "x")'),
    ('ask: "v = ?"', 'ask("v = ?")'),
    ("A: point(0, 0)", "point A(0, 0)"),
    ("lens L(f: 20 cm, 'n': 3)", "lens L(f = 20 cm, n = 3)"),
    ("x = 5", "let x = 5"),
    ("constraints { x = 5 }", "constraints { x == 5 }"),
    ("distance(A, B) = 5 cm", "distance(A, B) == 5 cm"),
    ("let y == 3", "let y = 3"),
    ('label(A, "apex)', 'label(A, "apex")'),
    ('label(A, "x\nlabel(B, "y")', 'label(A, "x")\nlabel(B, "y")'),
    ('table t("a | b, "c | d")', 'table t("a | b", "c | d")'),
    ("entities {\n point A(1, 2\n point B\n}", "entities {\n point A(1, 2)\n point B\n}"),
    ("entities {\n point A", "entities {\n point A\n}\n"),
    ("point A B C", "point A, B, C"),
    ("style(a, apple green)", 'style(a, "apple green")'),
    ("Here it is:\n```dg\npoint A\n```\nDone.", "point A\n"),
    ("- point A\n- point B", "point A\npoint B"),
    ("a -> b\n  -> c\n  -> d", "a -> b -> c -> d"),
    ("a --> b", "a -> b"),
    ("a <- b", "b -> a"),
    ("point A（1，2）", "point A(1,2)"),
    ("set S = {1, 2, 3}", "set S = [1, 2, 3]"),
    ("graph G {1--2, 2--3}", "graph G {1--2; 2--3}"),
    ("entities\n{\n point A\n}", "entities {\n point A\n}"),
    ("f(a,, b)", "f(a, b)"),
    ("parallel(a, b) current(a, up); f(x)", "parallel(a, b); current(a, up); f(x)"),
    ("block w(5kg)", "block w(5 kg)"),
]


@pytest.mark.parametrize(("written", "meant"), CURES)
def test_near_miss_gets_an_exact_edit(written: str, meant: str) -> None:
    mended = fixed(written, parse(Source(text=written)).diagnostics)
    assert mended == meant
    assert not parse(Source(text=mended)).errors


def test_two_slips_in_one_statement_are_two_findings() -> None:
    text = "lens L(f: 20 cm, g: 3)"
    found = parse(Source(text=text)).diagnostics
    assert [
        diagnostic.span and text[diagnostic.span.start : diagnostic.span.end] for diagnostic in found
    ] == [": ", ": "]
