"""What the user has chosen: paths, configuration, keys and themes, read from YAML that people write by hand.

A leaf of the program: it knows the model and nothing else. Whatever is wrong in a file comes back as `Problem` values
with file, line and the nearest valid word; the valid rest is used, and nothing here raises or writes on reading.
"""
