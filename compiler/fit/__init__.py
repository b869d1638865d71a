"""How large panels are drawn, and from where those in space are seen."""
