"""Reading the geo-model-builder language: every word, slips at their place, the contradictory problem named."""

import json
from pathlib import Path

import pytest
from diagrammar.compiler.imports import read
from diagrammar.compiler.imports.gmbl_predicates import PREDICATES
from diagrammar.compiler.imports.gmbl_terms import MAKERS
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source
from diagrammar.eval.geometry.gmbl import cases, demands
from diagrammar.eval.geometry.trial import figure_of, trial

DATA = Path(__file__).parents[1] / "data" / "geometry"
BASE = "(param (A B C) triangle)"
PROBLEMS = {
    "incenter": "(define X point (incenter A B C)) (assert (incenter X A B C))",
    "circumcenter": "(define X point (circumcenter A B C))",
    "orthocenter": "(define X point (orthocenter A B C))",
    "centroid": "(define X point (centroid A B C)) (define M point (midp A B)) (eval (coll C X M))",
    "excenter": "(define X point (excenter A B C))",
    "midp": "(define X point (midp A B)) (eval (midp X A B))",
    "midp-from": "(define X point (midp-from A B)) (eval (midp A B X))",
    "foot": "(define X point (foot A (line B C))) (eval (right A X B))",
    "reflect-pl": "(define X point (reflect-pl A (line B C))) (eval (cong X B A B))",
    "amidp-opp": "(define X point (amidp-opp A B C)) (eval (cong X A X B))",
    "amidp-same": "(define X point (amidp-same A B C))",
    "origin": "(define X point (origin (circ A B C))) (eval (cong X A X C))",
    "inter-ll": "(param D point) (define X point (inter-ll (line A D) (line B C)))",
    "inter-lc": "(param D point) (define X point (inter-lc (line A D) (circ A B C) (rs-neq A)))",
    "inter-cc": "(param D point) (define X point (inter-cc (circ A B C) (coa B D) (rs-same-side A (line B C))))",
    "rs-opp-sides": "(define X point (inter-lc (perp-bis B C) (circ A B C) (rs-opp-sides A (line B C))))",
    "rs-closer-to-p": "(define X point (inter-lc (perp-bis B C) (circ A B C) (rs-closer-to-p A)))",
    "rs-closer-to-l": "(define X point (inter-lc (perp-bis B C) (circ A B C) (rs-closer-to-l (line B C))))",
    "line": "(define l line (line A B)) (param X point (on-line l)) (eval (coll X A B))",
    "para-at": "(define X point (inter-ll (para-at A (line B C)) (perp-at C (line B C)))) (eval (perp (line C X) (line A X)))",
    "perp-at": "(define l line (perp-at A (line B C))) (eval (perp l (line B C)))",
    "perp-bis": "(define X point (inter-ll (perp-bis A B) (perp-bis B C))) (eval (cong X A X C))",
    "i-bisector": "(define X point (inter-ll (i-bisector A B C) (line A C))) (eval (i-bisector X A B C))",
    "e-bisector": "(define l line (e-bisector A B C)) (eval (perp l (i-bisector A B C)))",
    "reflect-ll": "(define l line (reflect-ll (line A B) (line B C))) (eval (on-line B l))",
    "tangent-at": "(define l line (tangent-at A (circ A B C))) (eval (tangent-lc l (circ A B C)))",
    "circ": "(define k circle (circ A B C)) (eval (on-circ A k))",
    "circumcircle": "(define k circle (circumcircle A B C))",
    "incircle": "(define k circle (incircle A B C)) (eval (tangent-lc (line A B) k))",
    "excircle": "(define k circle (excircle A B C)) (eval (tangent-lc (line A B) k))",
    "coa": "(define k circle (coa A B)) (eval (on-circ B k))",
    "diam": "(define k circle (diam A B)) (param X point (on-circ k)) (eval (right A X B))",
    "on-minor-arc": "(param X point (on-minor-arc (circ A B C) A B))",
    "on-ray": "(param X point (on-ray A B)) (eval (on-ray X A B))",
    "on-ray-opp": "(param X point (on-ray-opp A B)) (eval (on-ray-opp X A B))",
    "on-seg": "(param X point (on-seg A B)) (eval (on-seg X A B))",
    "in-poly": "(param X point (in-poly A B C))",
    "tangent-cl": "(param k circle (tangent-cl (line A B))) (eval (tangent-lc (line A B) k))",
    "tangent-cc": "(param k circle) (assert (tangent-cc k (circ A B C)))",
    "concur": "(eval (concur (perp-bis A B) (perp-bis B C) (perp-bis C A)))",
    "same-side": "(param X point) (assert (same-side X A (line B C)))",
    "cycl": "(param X point) (assert (cycl A B C X))",
    "gt": "(assert (gt (uangle A B C) (div pi 4)))",
    "lt": "(assert (lt (dist A B) (dist A C)))",
    "=": "(assert (= (div (uangle A B C) (uangle B C A)) 2))",
    "area": "(define X point (midp A B)) (eval (= (area A X C) (area X B C)))",
    "not": "(assert (not (cong A B A C)))",
}


@pytest.mark.parametrize("word", PROBLEMS)
def test_a_word_means_what_the_language_says(word: str) -> None:
    (imported,) = read(Source(text=f"{BASE} {PROBLEMS[word]}", name="case.smt2"), "gmbl")
    assert imported.ok, imported.diagnostics
    compiled = compile_spec(Source(text=imported.text), Options(draw=False))
    assert not [d for d in compiled.diagnostics if d.severity != "note"], imported.text
    figure = figure_of(compiled, imported.names)
    errors = {s.text: s.error(figure) for s in demands(imported.source) if "no evaluator" not in s.text}
    assert max(errors.values(), default=0.0) < 1e-6, (imported.text, errors)


def test_every_maker_is_tried() -> None:
    made = {word for makers in MAKERS.values() for word in makers}
    assert made <= set(PROBLEMS) | {"tangent-at"}
    assert {"incenter", "cong", "tangent-lc"} <= set(PREDICATES)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("(what happens if i do this)", "IMP002", "(what happens if i do this)"),
        ("(param A point", "IMP001", "("),
        ("(param A point))", "IMP001", ")"),
        ("(param A pint)", "IMP002", "pint"),
        (f"{BASE} (define X point (midp A Q))", "IMP003", "Q"),
        (f"{BASE} (define X point (midp A))", "IMP004", "(midp A)"),
        (f"{BASE} (define X point (middle A B))", "IMP002", "(middle A B)"),
        (f"{BASE} (assert (congruent A B))", "IMP002", "(congruent A B)"),
        (f"{BASE} (param A point)", "IMP001", "A"),
        (f"{BASE} (define l line (line A B)) (assert (cong l A B C))", "IMP004", "l"),
        ("(" * 100, "IMP005", "("),
    ],
)
def test_a_slip_is_reported_at_its_place(text: str, code: str, at: str) -> None:
    (imported,) = read(Source(text=text), "gmbl")
    finding = imported.diagnostics[0]
    assert not imported.ok
    assert finding.code == code and finding.span is not None
    assert imported.source.slice(finding.span) == at


def test_a_contradictory_problem_is_refused_with_its_statements() -> None:
    (case,) = cases(_extract(), "exp2")
    compiled = compile_spec(Source(text=case.imported.text), Options(draw=False))
    (finding,) = (d for d in compiled.diagnostics if d.severity == "error")
    assert finding.code in ("SOL001", "SOL003")
    assert "order(A, B, C, D)" in finding.message and "collinear" in finding.message


@pytest.mark.parametrize("name", ["IMO_2004_P5", "IMO_2018_P1", "rs-example", "fail1"])
def test_a_whole_problem_does_what_it_must(name: str) -> None:
    (case,) = cases(_extract(), name)
    result = trial(case, 2, draw=False)
    assert result.passes, result.broken


def _extract() -> Source:
    text = (DATA / "gmbl_extract.json").read_text("utf-8")
    assert json.loads(text)
    return Source(text=text, name="gmbl_extract.json")
