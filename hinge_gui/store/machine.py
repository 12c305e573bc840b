"""A name for this computer, so that two that share a synced folder never write to one file."""

from __future__ import annotations

import os
import re
import sys
import zlib
from pathlib import Path


def machine_name() -> str:
    """The host's name and eight digits that tell it from another of that name; good for a file name."""
    node = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    host = re.sub(r"[^a-z0-9-]+", "-", node.lower()).strip("-")[:40] or "computer"
    return f"{host}-{zlib.crc32(_identity().encode()):08x}"


def _identity() -> str:
    for file in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            if found := Path(file).read_text(encoding="ascii").strip():
                return found
        except (OSError, UnicodeDecodeError):
            continue
    import uuid

    return f"{uuid.getnode():x}"
