"""What is made from the grammar and the vocabulary: exports for parsers, models, editors and readers."""

from .decoding import decoding_grammar
from .lark_file import lark_grammar
from .prompt import authoring_prompt
from .schema import json_schema

__all__ = ["authoring_prompt", "decoding_grammar", "json_schema", "lark_grammar"]
