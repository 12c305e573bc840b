"""Sound by QSoundEffect: the onset within a millisecond, where Qt finds an output.

QtMultimedia (16 ms, 7 MB) is imported when the output is made: make it after the first paint.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, QUrl

from hinge_gui.audio import pulse, wav
from hinge_gui.audio.heartbeat import Heartbeat
from hinge_gui.audio.protocols import Tell
from hinge_gui.audio.qt_devices import device_named, hush_qt, is_heard, look_for_sound_alone

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

NO_DEVICE = "No sound output was found. Plug in or switch on a speaker or headphones."
NO_SERVER = "The sound server has gone. Sound returns when it runs again."
_RATE_HZ = 22_050  # of our bells and of espeak-ng: Qt opens a stream for each rate
_PASSING = 2  # of the files that were not loaded ahead, so many stay: a phrase and the one before it
_LOOK_MS = 500
_HELD_MS = 400  # of silence, again and again while play goes on
_FOR_EVER = 1_000_000
_SILENCE_MS = 1000  # behind each sound…
_STOP_AFTER_MS = 200  # …which is stopped so long after its end


class _Sound:
    """One file, ready to be played; ends when it is let go of."""

    def __init__(self, device: QAudioDevice, file: Path, length_ms: int) -> None:
        from PySide6.QtMultimedia import QSoundEffect

        self.effect = QSoundEffect(device)
        self.effect.setSource(QUrl.fromLocalFile(str(file)))
        self._end = QTimer(self.effect, singleShot=True, interval=length_ms + _STOP_AFTER_MS)
        self._end.timeout.connect(self.effect.stop)

    def play(self, gain: float) -> None:
        """Strikes anew what still sounds."""
        self.effect.stop()
        self.effect.setVolume(gain)
        self.effect.play()
        self._end.start()

    def stop(self) -> None:
        self._end.stop()
        self.effect.stop()

    def play_silence(self, told: Callable[[], None]) -> None:
        """As good as for ever; `told` each time that it was played."""
        self.effect.setVolume(0.0)
        self.effect.setLoopCount(_FOR_EVER)
        self.effect.play()
        self.effect.loopsRemainingChanged.connect(told)

    @property
    def was_played(self) -> bool:
        return self.effect.loopsRemaining() < _FOR_EVER


class QtOutput(QObject):
    """Plays through Qt. Only to be made where `pulse.server_answers()`; ImportError without QtMultimedia.

    It sounds while Qt is connected (else `NO_SERVER`), the device is one that is heard and its heartbeat, the silence
    that is played from `begin` to `rest`, is not lost (else `NO_DEVICE`). Each change of server or device makes all
    sounds anew.
    """

    def __init__(self, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        hush_qt()
        look_for_sound_alone()
        from PySide6.QtMultimedia import QMediaDevices

        self._tell = tell
        self._devices = QMediaDevices(self)
        self._chosen = ""
        self._device = device_named("")
        self._by_pulse = pulse.qt_is_connected()
        self._connected = True
        self._folder = QTemporaryDir()
        self._padded: dict[Path, tuple[Path, int]] = {}
        self._wanted: tuple[Path, ...] = ()
        self._loaded: dict[Path, _Sound] = {}
        self._passing: OrderedDict[Path, _Sound] = OrderedDict()
        self._silence: _Sound | None = None
        self._heartbeat = Heartbeat(tell)
        self._begun = False
        self._devices.audioOutputsChanged.connect(self._devices_changed)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._listen)

    @property
    def trouble(self) -> str | None:
        if not self._connected:
            return NO_SERVER
        return None if is_heard(self._device) and not self._heartbeat.is_lost else NO_DEVICE

    @property
    def devices(self) -> Sequence[str]:
        if not self._connected:
            return ()
        return [device.description() for device in self._devices.audioOutputs() if is_heard(device)]

    def choose(self, device: str) -> None:
        if device != self._chosen:
            self._chosen = device
            self._devices_changed()

    def load(self, files: Sequence[Path]) -> None:
        self._wanted = tuple(files)
        if self._usable():
            self._loaded = {file: self._loaded.get(file) or self._sound(file) for file in files}

    def play(self, file: Path, gain: float) -> None:
        if not self._usable():
            return
        sound = self._loaded.get(file) or self._passing.pop(file, None) or self._sound(file)
        if file not in self._loaded:
            self._passing[file] = sound
            while len(self._passing) > _PASSING:
                self._passing.popitem(last=False)
        sound.play(gain)

    def stop(self, file: Path) -> None:
        sound = self._loaded.get(file) or self._passing.get(file)
        if sound is not None:
            sound.stop()

    def begin(self) -> None:
        self._begun = True
        self._look_at_server()
        self._renew()
        if self._by_pulse:
            self._look.start()

    def rest(self) -> None:
        self._begun = False
        self._look.stop()
        self._heartbeat.rest()
        if self._silence is not None:
            self._silence.stop()

    def close(self) -> None:
        self.rest()
        self._silence = None
        self._loaded.clear()
        self._passing.clear()
        self._devices.audioOutputsChanged.disconnect(self._devices_changed)
        self._folder.remove()

    def _usable(self) -> bool:
        """Also looks whether Qt is still connected: a sound made when it is not ends the program."""
        self._look_at_server()
        return self._connected and is_heard(self._device)

    def _look_at_server(self) -> None:
        connected = not self._by_pulse or pulse.qt_is_connected()
        if connected != self._connected:
            self._connected = connected
            self._renew()
            self._tell()

    def _listen(self) -> None:
        self._look_at_server()
        self._heartbeat.look()

    def _devices_changed(self) -> None:
        self._device = device_named(self._chosen)
        self._renew()
        self._tell()

    def _renew(self) -> None:
        """Makes all sounds anew: those of a device or a server that has gone stay "ready" and silent.

        All old ones go first, since they share the connection that has to be made anew.
        """
        if not self._connected:
            return
        self._silence = None
        self._heartbeat.begin()
        self._loaded.clear()
        self._passing.clear()
        if not is_heard(self._device):
            return
        self._loaded = {file: self._sound(file) for file in self._wanted}
        if self._begun:
            self._hold_open()

    def _hold_open(self) -> None:
        """Silence all through the practice: devices that fell asleep swallow the first syllable.

        When it is no longer played, nothing else is: PulseAudio's last device went without a word.
        """
        file = Path(self._folder.path(), "silence.wav")
        if not file.exists():
            wav.write(file, array("h", bytes(2 * (_RATE_HZ * _HELD_MS // 1000))), 1, _RATE_HZ)
        self._silence = _Sound(self._device, file, _HELD_MS)
        self._silence.play_silence(self._silence_was_played)

    def _silence_was_played(self) -> None:
        if self._silence is not None and self._silence.was_played:
            self._heartbeat.beat()

    def _sound(self, file: Path) -> _Sound:
        if file not in self._padded:
            copy = Path(self._folder.path(), f"{len(self._padded)}.wav")
            self._padded[file] = copy, wav.write_padded(file, _SILENCE_MS, copy)
        return _Sound(self._device, *self._padded[file])
