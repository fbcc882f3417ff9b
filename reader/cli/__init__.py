"""The command line: every view of the screen as text or JSON, and the way into the screen itself.

No verb imports Textual; only opening the screen does."""
