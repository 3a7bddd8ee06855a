"""The bundled edition: a retelling written for this program, and the lexicon of its story and field."""
