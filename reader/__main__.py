"""`python -m reader` is the same as `reader`."""

import sys

from reader.cli import main

sys.exit(main())
