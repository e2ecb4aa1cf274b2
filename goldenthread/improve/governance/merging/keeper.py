"""What the rows of meetings are called where intake tells of them."""

from collections.abc import Mapping
from typing import ClassVar

from goldenthread.foundation.intake import keeper


class Keeper(keeper.Keeper):
    called: ClassVar[Mapping[str, str]] = {"members views": "members’ views"}
