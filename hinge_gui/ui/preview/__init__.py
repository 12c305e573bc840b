"""The figure of an exercise that somebody is writing, shown while they write."""
