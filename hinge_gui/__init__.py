"""A follow-along player for gentle exercise routines."""

__version__ = "0.1.0"
