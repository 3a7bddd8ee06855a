"""The command line: options in, listings or JSON out."""
