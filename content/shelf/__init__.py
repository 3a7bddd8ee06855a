"""What the reader keeps and what cannot be made again."""
