"""The Chinese language: words, sounds, variant characters."""
