"""The window: one folder a page."""
