"""The time of the person's day, as the log and the place kept write it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


def now() -> datetime:
    """With the offset from UTC."""
    from datetime import datetime  # 1.6 ms that a start saves

    return datetime.now().astimezone()


def today() -> date:
    return now().date()
