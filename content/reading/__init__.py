"""Bytes in, a document out: decoding, site chrome, structure."""
