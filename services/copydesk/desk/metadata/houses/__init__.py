"""Who publishes it, and whose the rights are."""
