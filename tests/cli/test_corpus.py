"""The corpus command counts how far the specs of a folder come."""

from pathlib import Path

from diagrammar.compiler.corpus import report


def test_a_corpus_report_counts_types_and_unknown_words(tmp_path: Path) -> None:
    (tmp_path / "good.dgm").write_text("// Geometry\npoint A, B\n", "utf-8")
    (tmp_path / "broken.dgm").write_text("// Geometry\nsegment s(A,\n", "utf-8")
    (tmp_path / "strange.dgm").write_text("// Biology\nblorb b\n", "utf-8")
    found = report(tmp_path)
    assert found.by_type["Geometry"].count == 2
    assert found.by_type["Geometry"].compiled == 1
    assert found.unknown_kinds == [("blorb", 1)]
    assert found.total.parsed == 2
    assert "unknown kinds: blorb 1" in found.text()
