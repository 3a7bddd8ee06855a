"""Chinese set on a grid of cells: where lines break, and how passages become rows."""
