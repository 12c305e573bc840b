"""The page on which exercises are looked at in peace."""
