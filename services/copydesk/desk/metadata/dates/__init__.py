"""When it was published and modified."""
