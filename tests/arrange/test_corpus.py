"""The report on a folder of specs."""

from pathlib import Path

from diagrammar.compiler.corpus import report


def test_a_report_counts_fates_by_type_and_words_by_frequency(tmp_path: Path) -> None:
    (tmp_path / "a.dgm").write_text("// Math\npoint A", encoding="utf-8")
    (tmp_path / "b.dgm").write_text('// Biology\ngizmo g("x")\ngadget h\nwhoosh(g, "y")', encoding="utf-8")
    (tmp_path / "c.dgm").write_text("// Math\ngizmo g\nsegment s(A, through = nobody)", encoding="utf-8")
    found = report(tmp_path, draw=False)
    assert (found.total.count, found.total.compiled) == (3, 2)
    assert {name: share.count for name, share in found.by_type.items()} == {"Biology": 1, "Math": 2}
    assert found.unknown_kinds == [("gizmo", 2), ("gadget", 1)]
    assert found.unknown_verbs == [("whoosh", 1)]
    assert "unknown kinds: gizmo 2, gadget 1" in found.text()


def test_given_types_come_before_those_in_comments(tmp_path: Path) -> None:
    (tmp_path / "a.dgm").write_text("// Math\npoint A", encoding="utf-8")
    assert report(tmp_path, {"a": "Plane geometry"}, draw=False).fates[0].type == "Plane geometry"
