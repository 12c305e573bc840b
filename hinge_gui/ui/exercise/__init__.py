"""Exercises of a person's own: all that there are, and the form in which one is written."""
