"""People in languages without a tagger: each script has its own signs of a name."""
