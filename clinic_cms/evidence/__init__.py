"""The evidence pack: one ZIP with an article's whole public history, which proves by itself that it is whole."""
