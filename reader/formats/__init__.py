"""From bytes to articles: one module per format, one entry point.

Nothing above this layer knows what a file looks like. What people wrote badly comes back as a `Problem`, never as an
exception; originals are only ever read."""
