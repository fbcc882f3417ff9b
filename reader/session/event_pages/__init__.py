"""The pages of one event: who said what, facts that differ, coverage, timeline, headlines. Without a screen."""
