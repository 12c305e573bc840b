"""The body: skeleton, poses, contacts, shapes in depth order. Standard library only."""
