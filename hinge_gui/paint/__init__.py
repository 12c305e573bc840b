"""Strokes the figure's shapes with QPainter."""
