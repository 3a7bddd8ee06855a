"""The library on the screen: its documents, the names and themes they share, search across them."""
