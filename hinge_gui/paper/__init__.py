"""Still pictures and the hand-out."""
