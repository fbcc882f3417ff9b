"""Text as it may be shown and measured: cleaning at the door, wrapping over offsets, paragraphs.

Cleaning happens once, when a file is read; from then on a piece of text is a span of offsets into the cleaned body."""
