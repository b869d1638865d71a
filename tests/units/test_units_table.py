"""The generated table: current, free of doubles, and light to load."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from diagrammar.dsl.units_table import ROWS

ROOT = Path(__file__).parents[2]


def test_the_table_is_what_its_generator_makes() -> None:
    pytest.importorskip("pint")
    script = "import runpy; print(runpy.run_path('tools/make_units.py')['render'](), end='')"
    made = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert made.stdout == (ROOT / "dsl" / "units_table.py").read_text(encoding="utf-8")


def test_no_spelling_has_two_meanings() -> None:
    symbols = Counter(symbol for row in ROWS for symbol in row[0])
    names = Counter(name for row in ROWS for name in row[1])
    assert [word for word, count in (symbols + names).items() if symbols[word] > 1 or names[word] > 1] == []


def test_units_load_neither_pint_nor_numpy() -> None:
    script = "import sys, diagrammar.dsl.quantity; print('pint' in sys.modules or 'numpy' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "False"
