"""What is done about the findings of a finished picture, and said."""
