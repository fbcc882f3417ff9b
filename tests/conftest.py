"""What all tests share: an environment without the user's own settings."""

import sys
from pathlib import Path

# The tables that several test folders use (`payloads`, `markup_rules`) are plain modules beside this file.
sys.path.insert(0, str(Path(__file__).parent))
