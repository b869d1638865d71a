"""The audits of a finished scene against the guarantees."""
