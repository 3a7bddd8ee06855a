"""Who said what: direct and reported speech with its speaker."""
