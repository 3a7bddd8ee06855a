"""The room that composes: opens documents, looks names and themes up in them, remembers what was read."""
