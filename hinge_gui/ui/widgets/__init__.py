"""The kit: small widgets that several pages are made of. They know the theme and nothing of the practice."""
