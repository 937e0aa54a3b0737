"""Organisations in languages without a tagger: the words that open their names, and those that close them."""
