"""Practice log: what was held, beside what was planned."""
