"""Files: exercises, routines, settings, the place kept, the practice log. No Qt."""
