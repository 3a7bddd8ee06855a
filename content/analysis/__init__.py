"""A document in, findings with their spans out: names, themes, densities."""
