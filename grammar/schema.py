"""The JSON Schema of a spec: what a program must write instead of text."""

import json

from ..dsl.spec import Spec


def json_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of `Spec`, whose JSON parses back into it.

    >>> json.loads(json_schema())["title"]
    'Spec'
    """
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Spec.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1)
