"""The player page: start screen, practice, follow view."""
