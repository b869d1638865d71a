"""What a picture says in words: the texts that the audits of content read."""

from dataclasses import dataclass

from ...dsl.scene import Origin


@dataclass(frozen=True)
class Printed:
    """One text on the picture, as the author or the compiler wrote it.

    `role` is that of the primitive that shows it (`tick` labels give nothing away). `consented` marks what
    the author asked the compiler to derive and print: such a text may show the answer.
    """

    text: str
    origin: Origin | None = None
    role: str = "label"
    consented: bool = False
