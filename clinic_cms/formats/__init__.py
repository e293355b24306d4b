"""How days and moments are written, by language; Django finds these by their names."""
