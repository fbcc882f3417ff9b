"""A folder of files and its catalogue: scan, index, look up.

The catalogue is one SQLite file in the cache folder which may be deleted at any time; the files are the truth."""
