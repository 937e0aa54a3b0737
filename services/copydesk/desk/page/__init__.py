"""From text or HTML to a page: its visible lines, in order."""
