"""Who, where, what about: the tags of an article, each with its evidence."""
