"""The user's own words, kept as YAML beside the articles, and found again in a text that has changed."""
