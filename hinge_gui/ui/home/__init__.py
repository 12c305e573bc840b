"""Home: every routine as a card."""
