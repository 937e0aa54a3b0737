"""What each line is called, and why."""
