"""What makes sound, and what says so when it cannot."""
