"""Whether imported geometry problems draw: each is solved for many seeds and checked by evaluators of its own language."""
