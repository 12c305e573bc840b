"""Sound by playsound3, one program for each sound: where Qt has no output (ALSA alone, for one).

playsound3 takes 160 ms to import and starts programs as it is imported, it knows no volume, and the
sounds that a thread started end with that thread. So all of it happens in one thread that lives as
long as the output, and the volume is in copies of the files.
"""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from hinge_gui.audio import wav
from hinge_gui.audio.protocols import Tell

if TYPE_CHECKING:
    from playsound3.playsound3 import Sound

NO_PROGRAM = (
    "No sound output was found. Connect a speaker; on Debian or Ubuntu also: sudo apt install pulseaudio alsa-utils."
)
_REAP_S = 0.1


class ProcessOutput:
    """Plays through programs of the machine. `tell` is called from another thread."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._trouble: str | None = None
        self._probe: Path | None = None
        self._jobs: SimpleQueue[tuple[Path, float | None] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="sound-programs", daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> str | None:
        return self._trouble

    @property
    def devices(self) -> Sequence[str]:
        return ()

    def choose(self, device: str) -> None:
        """Programs play on the system's own device."""

    def load(self, files: Sequence[Path]) -> None:
        """Only the first is kept in mind, for `begin`: a program reads what it plays."""
        self._probe = files[0] if files else None

    def play(self, file: Path, gain: float) -> None:
        self._jobs.put((file, gain))

    def stop(self, file: Path) -> None:
        self._jobs.put((file, None))

    def begin(self) -> None:
        """Plays silence: it wakes the device, and tells within moments whether there is one."""
        if self._probe is not None:
            self.play(self._probe, 0.0)

    def rest(self) -> None:
        """Nothing to do: between sounds no program runs."""

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join(2.0)

    def _work(self) -> None:
        with tempfile.TemporaryDirectory(prefix="hinge-gui-") as folder:
            programs = _Programs(Path(folder))
            self._say(programs.missing)
            while True:
                try:
                    job = self._jobs.get(timeout=_REAP_S if programs.running else None)
                except Empty:
                    self._say(programs.reap())
                    continue
                if job is None:
                    programs.stop_all()
                    return
                file, gain = job
                if gain is None:
                    programs.stop(file)
                elif programs.missing is None:
                    self._say(programs.play(file, gain))

    def _say(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._tell()


class _Programs:
    """The sounds that play at present; what its methods return is the trouble, if any."""

    def __init__(self, folder: Path) -> None:
        self.running: list[tuple[Path, Sound]] = []
        self._folder = folder
        self._copies: dict[tuple[Path, float], Path] = {}
        self._fault: str | None = None
        self._backend: str | None
        self.missing: str | None
        logging.getLogger("playsound3").addHandler(logging.NullHandler())  # what it warns of stands on our badge
        try:
            from playsound3 import AVAILABLE_BACKENDS
        except PermissionError:  # a folder on the PATH that may not be looked into: it knows no way on
            self._backend, self.missing = None, NO_PROGRAM
            return

        # It wants mpg123 beside aplay, which WAV files do not need; and aplay is the quickest to begin.
        alsa = sys.platform.startswith("linux") and shutil.which("aplay") is not None
        self._backend = "alsa" if alsa else next(iter(AVAILABLE_BACKENDS), None)
        self.missing = None if self._backend else NO_PROGRAM

    def play(self, file: Path, gain: float) -> str | None:
        from playsound3 import PlaysoundException, playsound

        try:
            self.running.append((file, playsound(self._at(file, gain), block=False, backend=self._backend)))
        except (PlaysoundException, OSError, wav.NotWavError) as error:
            self._fault = f"A sound could not be played: {error}."
        return self.reap()

    def reap(self) -> str | None:
        """A program that ended in failure could not play: another holds the device, or there is none."""
        for entry in list(self.running):
            code = entry[1].subprocess.poll()
            if code is not None:
                self.running.remove(entry)
                failed = "No sound could be played. Look whether a speaker is connected and not in use elsewhere."
                self._fault = failed if code > 0 else None
        return self._fault

    def stop(self, file: Path) -> None:
        for name, sound in self.running:
            if name == file:
                sound.stop()

    def stop_all(self) -> None:
        for _, sound in self.running:
            sound.stop()
            sound.wait()

    def _at(self, file: Path, gain: float) -> Path:
        key = (file, round(gain, 2))
        if key not in self._copies:
            self._copies[key] = self._folder / f"{len(self._copies)}.wav"
            wav.write_scaled(file, gain, self._copies[key])
        return self._copies[key]
