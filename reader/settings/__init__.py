"""What the user sets: paths, configuration, keys, themes. A leaf that knows only the model.

Whatever is wrong in one of these files is a `Problem` with file, line and the nearest valid word; the reader starts
with its defaults in place of what it could not read."""
