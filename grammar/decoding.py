"""stub"""


def decoding_grammar() -> str:
    """Stub."""
    return ""
