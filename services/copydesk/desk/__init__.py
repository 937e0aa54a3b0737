"""The desk: pure functions from a raw article to an event. No clock, no network, no files, no global state."""
