"""What makes sound, and what says so when it cannot.

All that play are an `Output` (`protocols.py`); each owns what stands right of it, and a `Relay` is who hands on:

    LateSpeaker ──► Speaker ─┬─ preferred ──► ReconnectingOutput ─┬─► QtOutput
    made when       chooses  │                                    └─► PlayerProcess ··► verbs/_player.py: QtOutput
    sound is                 │
    first needed             └─ fallback ───► ProcessOutput
"""
