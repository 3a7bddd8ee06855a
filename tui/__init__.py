"""The screen side: the only one that knows Textual."""
