"""Bookmarks taken away, in forms that other tools read."""
