"""Real problem texts: what they give is found, whole, and a picture that says it all lacks nothing."""

import json
from pathlib import Path

import pytest
from diagrammar.compiler.audit.coverage import coverage
from diagrammar.compiler.audit.leak import leak
from diagrammar.compiler.audit.printed import Printed
from pydantic import TypeAdapter
from typing_extensions import TypedDict

FILE = Path(__file__).parent.parent / "data" / "problems" / "scigenbench_extract.json"


class Record(TypedDict):
    """One problem of the extract."""

    id: str
    question: str
    answer: str
    missing: list[str]


RECORDS = TypeAdapter(list[Record]).validate_python(json.loads(FILE.read_text("utf-8")))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_an_empty_picture_lacks_every_given(record: Record) -> None:
    found = [f"{d.code} {d.message.split('`')[1]}" for d in coverage(record["question"], [])]
    assert found == record["missing"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_the_givens_alone_are_a_complete_picture_without_a_leak(record: Record) -> None:
    rows = [d.hints[0].partition('("')[2].partition('")`')[0] for d in coverage(record["question"], [])]
    texts = [Printed(row, role="sheet") for row in rows]
    assert [d.message for d in coverage(record["question"], texts)] == []
    assert leak(record["answer"], record["question"], texts) == ()
