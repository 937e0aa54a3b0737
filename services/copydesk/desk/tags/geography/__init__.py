"""The countries and places that a text speaks of."""
