"""Which lines are the article: what is seen of each, the weights, and the decision over the whole page."""
