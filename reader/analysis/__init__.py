"""What one article says, who says it and about whom: a pure function from an article to its analysis.

No input, no output, no clock; linear in the length of the text."""
