"""The made-up clinic that a first `make run` builds: people, topics, articles and comments, as plain data."""
