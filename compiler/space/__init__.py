"""Space: how places in three dimensions are seen, and what hides what."""
