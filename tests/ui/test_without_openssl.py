"""OpenSSL stays out while the screen is loaded, and is there for whoever imports it later."""

import subprocess
import sys

PROGRAM = """
import sys
from reader.ui.without_openssl import without_openssl
with without_openssl():
    import asyncio, hashlib
    assert hashlib.sha256(b"").hexdigest().startswith("e3b0c442")
print("ssl" in sys.modules, "_ssl" in sys.modules)
import ssl
print(ssl.OPENSSL_VERSION != "")
"""


def test_hashing_and_asyncio_work_and_openssl_is_not_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]
