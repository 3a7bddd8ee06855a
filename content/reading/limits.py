"""How much is read at most."""

LARGEST = 256 * 1024 * 1024
"""In bytes, of one file or of standard input."""

LARGEST_SAID = "256 MiB"
