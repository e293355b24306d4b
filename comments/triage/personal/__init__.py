"""What names or reaches a person: one detector for each kind. Pure."""
