"""What the lists show: sections, names, themes, hits and bookmarks as rows, with no screen in sight."""
