"""From numbers to ink: `Layout` to primitives, one panel at a time."""
