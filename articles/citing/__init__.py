"""Citing: what a person pastes becomes a source, a source becomes a line of the list, a marker keeps pointing at it.

Pure: CSL-JSON and texts in, CSL-JSON and texts out; no database and, but for `crossref`, no network.
"""
