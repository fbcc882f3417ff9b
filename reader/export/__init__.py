"""An event on paper: what is known of it, with a reference behind every line, in the forms that other programs read.

A `Dossier` (an event, its articles, what comparing them shows, the user's notes) goes in, text comes out. Nothing here
asks a file, a clock or a terminal, and nothing is worded that the articles do not say: the same dossier gives the same
bytes. Only `writing` touches the disk.
"""
