"""The areas, regions and nation that figures are published for."""

from dataclasses import dataclass
from typing import Literal

ENGLAND = "E92000001"
LONDON = "E12000007"

Kind = Literal["area", "former area", "region", "part of a region", "country"]


@dataclass(frozen=True, slots=True)
class PublishedArea:
    """`code` is an area's DfE number ("885") or the ONS code of anything wider; `part` is Inner or Outer London.

    `residents_0_25` is how many people from birth to 25 live there; None where no list says.
    """

    code: str
    ons_code: str
    name: str
    kind: Kind
    region: str = ""
    part: str = ""
    residents_0_25: int | None = None
