"""`dataclass` for what is frozen and has slots, made in a tenth of the time.

The standard one compiles six functions for each class, half a millisecond in all, and a start makes a hundred classes.
Here all classes share theirs. What is made is a dataclass in all else: `replace`, `fields` and `match` know it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool):
        """Both must be true, and `__post_init__` is not called: for such classes there is the standard one."""
        assert frozen
        assert slots
        return _record


def _record(cls: type[Any]) -> type[Any]:
    cls.__doc__ = cls.__doc__ or cls.__name__  # the standard one would write the signature there, which takes its time
    for name in _SHARED:
        setattr(cls, name, vars(_Methods)[name])
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = dataclasses.fields(made)
    compared = [field.name for field in fields if field.compare]
    made._compared = attrgetter(*(compared or ["__class__"]))
    made._places = [(f.name, getattr(made, f.name).__set__, f.default, f.default_factory) for f in fields]
    return made


class _Methods:
    """`_places`: of each field its name, what puts a value into its slot, and its default or what makes it.

    `_compared` gets the values that tell two apart.
    """

    _places: list[tuple[str, Any, Any, Any]]
    _compared: Any

    def __init__(self, *values: Any, **named: Any) -> None:
        if len(values) > len(self._places):
            raise TypeError(f"{self.__class__.__name__} takes {len(self._places)} values, not {len(values)}")
        for (_, put, _, _), value in zip(self._places, values, strict=False):
            put(self, value)
        for name, put, default, factory in self._places[len(values) :]:
            if name in named:
                put(self, named.pop(name))
            elif default is not MISSING:
                put(self, default)
            elif factory is not MISSING:
                put(self, factory())
            else:
                raise TypeError(f"{self.__class__.__name__} needs {name}")
        if named:
            raise TypeError(f"{self.__class__.__name__} takes no {', '.join(named)}, or has it already")

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return bool(self._compared(self) == self._compared(other))

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name, *_ in self._places)
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return self.__class__, tuple(getattr(self, name) for name, *_ in self._places)

    def __setattr__(self, name: str, _value: object) -> None:
        raise FrozenInstanceError(f"{self.__class__.__name__}.{name} stays as it is")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"{self.__class__.__name__}.{name} stays as it is")


_SHARED = ("__init__", "__eq__", "__hash__", "__repr__", "__reduce__", "__setattr__", "__delattr__")
