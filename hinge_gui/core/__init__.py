"""The rules of a practice: exercises, routines, the timeline and the player. No Qt, no files, no clock."""
