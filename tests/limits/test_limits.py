"""A spec can ask for little time and memory, whatever it says: refused with a finding, or done."""

import resource
import subprocess
import sys
import textwrap

import pytest
from diagrammar.compiler import limits
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.source import Source

SECONDS = 20
"""Of processor time, imports and a loaded machine included; two are aimed at."""
MEGABYTES = 500

REFUSED = {
    "a text of ten megabytes": ("point A\n" * 1_400_000, "SYN002"),
    "a loop of a billion": ("for i in 1..1000000000 { point P[i] }", "SPC010"),
    "a hundred thousand points on one line": ("point " + ", ".join(f"A{i}" for i in range(100_000)), "SYN002"),
    "deep parentheses": ("label(A, " + "(" * 20_000 + "1" + ")" * 20_000 + ")", "SYN004"),
    "deep brackets": ("label(A, " + "[" * 20_000 + "]" * 20_000 + ")", "SYN004"),
    "deep blocks": ("entities {\n" * 3000 + "}\n" * 3000, "SYN004"),
    "a row of minus signs": ("point A\nA.x == " + "-" * 30_000 + "1", "SYN004"),
    "a sum of thousands": ("point A\nA.x == " + "+".join(["1"] * 20_000), "SYN004"),
    "parts of parts": ("label(A" + ".x" * 20_000 + ', "b")', "SYN004"),
    "a tower of powers": ("distance(A, B) == 9^9^9^9", "POS003"),
    "a table of a million cells": ("table T(rows = 1000, columns = 1000)", "SPC010"),
    "a table of ten thousand cells": ("table T(" + ", ".join(['"' + "1|" * 100 + '1"'] * 100) + ")", "SPC010"),
    "a billion copies": ('box b("x", count = 1000000000)', "SPC010"),
    "a billion sides": ("regular_polygon p(n = 1000000000)", "SPC010"),
    "a label of five thousand characters": ('point A\nlabel(A, "' + "word " * 1000 + '")', "TXT006"),
    "a formula of four hundred floors": ('note("$' + r"\frac{1}{" * 200 + "x" + "}" * 200 + '$")', "TXT006"),
    "thousands of constraints": ("\n".join(f"distance(P{i}, P{i + 1}) == {1 + i % 7} cm" for i in range(1500)), "SPC010"),
    "five thousand chained links": ('box a("x")\n' + "a -- " * 8000 + "a", "SPC010"),
    "a number of four thousand digits": ("circle c(radius = " + "9" * 4000 + ")", "SYN034"),
    "names by the thousand": ("point " + ", ".join(f"A{i}" for i in range(400)), "SPC010"),
    "texts that double": ("let a = \"" + "x" * 4000 + '"\n' + "".join(f"let {b} = {a} + {a}\n" for a, b in zip("abcdefghijk", "bcdefghijkl")), ""),
}  # fmt: skip
NASTY = {
    "a wild tangent": "curve f(y = tan(1000 x), -3 <= x <= 3)",
    "a pole": "curve f(y = 1/x, -3 <= x <= 3)",
    "a power of itself": "curve f(y = x^x, -3 <= x <= 3)",
    "nested exponentials": "curve f(y = exp(exp(exp(exp(exp(x))))), -3 <= x <= 9)",
    "endless waves": "curve f(y = sin(1/x), -1 <= x <= 1)",
    "waves finer than any pixel": "curve f(y = sin(1000000000 x), -1 <= x <= 1)",
    "an implicit chessboard": "curve f(sin(50 x) * cos(50 y) = 0.1)",
}


@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_too_large_is_refused_at_once(text: str, code: str) -> None:
    found = [d.code for d in compile_spec(Source(text=text)).diagnostics]
    assert code in found if code else True


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_nasty_functions_are_sampled_within_bounds(text: str) -> None:
    compile_spec(Source(text=text))


RUN = textwrap.dedent(
    """
    import sys
    from diagrammar.compiler.pipeline import compile_spec
    from diagrammar.dsl.source import Source
    result = compile_spec(Source(text=sys.stdin.read()))
    print(result.scene is not None, [d.code for d in result.diagnostics][:5])
    """
)


MEASURED = """
import re, resource
from pathlib import Path
status = Path("/proc/self/status")
# what getrusage says begins with the memory of the process that started this one
peak = re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1] if status.exists() else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(int(peak) // 1024)
"""


def bounded() -> None:
    """Bound the process about to start; address space is more than memory, and libraries reserve plenty."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", [*(text for text, _ in REFUSED.values()), *NASTY.values()], ids=[*REFUSED, *NASTY]
)
def test_a_process_of_its_own_stays_within_time_and_memory(text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN + MEASURED],
        input=text,
        capture_output=True,
        text=True,
        preexec_fn=bounded,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout.splitlines()[-1]) < MEGABYTES


def test_the_bounds_leave_room_for_real_specs() -> None:
    assert limits.CHARACTERS >= 20 * 3000
    assert limits.TEXTS >= 100
