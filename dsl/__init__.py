"""The seams: every value that passes between the parts, as frozen records. Knows nobody."""
