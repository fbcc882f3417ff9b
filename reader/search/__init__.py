"""Questions to the library: full text over all articles, and find within one."""
