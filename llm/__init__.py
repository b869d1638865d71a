"""From a problem to a spec: the plan step and the models behind it."""
