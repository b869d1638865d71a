"""The cells of tables and matrices: from the author's rows to a grid of texts with spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...model import Entity
from ...values import Formula, Listed, Measure, Value, Words
from ....dsl.numeral import NUMERAL  # noqa: F401
