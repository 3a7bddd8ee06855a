"""Views of what was found in the document, each over the reader."""
