"""Names in English: a trained tagger, and what speaks for and against what it finds."""
