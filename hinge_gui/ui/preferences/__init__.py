"""Preferences: one page made from the table of settings."""
