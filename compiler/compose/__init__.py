"""From panels to one picture: texts set and placed, panels side by side, the sheet beside them.

The step is `compose.compose`; a check only needs `texts` and `rows`, which load neither fonts nor shapely.
"""
