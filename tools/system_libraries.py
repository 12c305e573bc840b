"""Installs what Debian or Ubuntu must bring and does not yet: `system_libraries.py run|test`.

Runs before anything else is there, so it needs Python alone. Looks for the thing itself, not for a package's name:
the same library comes from `libglib2.0-0` here and `libglib2.0-0t64` there, or from no package at all.
"""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Need:
    """A package and the trace by which it is known: a library's soname, a command, a file, a Python module."""

    package: str
    library: str = ""
    command: str = ""
    file: str = ""
    module: str = ""

    def is_here(self) -> bool:
        if self.library:
            try:
                ctypes.CDLL(self.library)
            except OSError:
                return False
        return (
            (not self.command or shutil.which(self.command) is not None)
            and (not self.file or bool(glob.glob(self.file)))
            and (not self.module or find_spec(self.module) is not None)
        )


MINOR = sys.version_info.minor
VENV = Need(f"python3.{MINOR}-venv", module="ensurepip")
RUN = (
    VENV,
    # Qt itself, and the fonts that come with fontconfig
    Need("libgl1", library="libGL.so.1"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libglib2.0-0", library="libgthread-2.0.so.0"),
    # a window on X11
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    # sound and voice
    Need("libpulse0", library="libpulse.so.0"),
    Need("libxrandr2", library="libXrandr.so.2"),
    Need("espeak-ng", command="espeak-ng"),
)
# A Python built by hand brings its library along, the system's comes without.
SYSTEM_PYTHON = os.path.realpath(sys.executable).startswith("/usr/bin/")
PYTHON_LIBRARY = Need(f"libpython3.{MINOR}", library=f"libpython3.{MINOR}.so.1.0")
TEST = (
    *RUN,
    Need("xvfb", command="Xvfb"),  # a screen that nobody sees
    Need("xdotool", command="xdotool"),  # its keyboard
    Need("pulseaudio", command="pulseaudio"),  # a sound card that nobody hears
    Need("pulseaudio-utils", command="parec"),
    Need("alsa-utils", command="aplay"),  # what playsound3 plays with
    Need("libasound2-plugins", file="/usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so"),
    Need("dbus", command="dbus-daemon"),
    Need("binutils", command="objdump"),  # PyInstaller looks into libraries with it, and packs Python's own
    *((PYTHON_LIBRARY,) if SYSTEM_PYTHON else ()),
)


def install(packages: list[str]) -> bool:
    """Installs with apt, as root or through sudo; False where that cannot be done."""
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    command = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    if sudo and shutil.which("sudo") is None:
        print(f"Neither root nor sudo here; what lacks, as root: apt install {' '.join(packages)}", file=sys.stderr)
        return False
    print(f"Installing from the system's packages: {' '.join(packages)}", flush=True)
    subprocess.run([*apt, "update"], check=False, stdin=subprocess.DEVNULL)  # install says so if it mattered
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL).returncode == 0


def main(purpose: str) -> int:
    """0 where all is there or the app can at least try; 1 where nothing that follows could work."""
    if not sys.platform.startswith("linux"):
        return 0
    lacking = [need for need in (TEST if purpose == "test" else RUN) if not need.is_here()]
    if not lacking:
        return 0
    if shutil.which("apt-get") is None:
        print(
            "Not here yet, please install with this system's package manager: "
            + ", ".join(need.library or need.command or need.package for need in lacking),
            file=sys.stderr,
        )
    elif install([need.package for need in lacking]):
        return 0
    return 1 if VENV in lacking else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
