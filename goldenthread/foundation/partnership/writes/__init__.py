"""DOOR. Changes to areas, people, the roles that they hold and how they sign in."""

from .areas import bring_areas_into_line, load_areas, register_area, register_organisation
from .editing import stamp
from .faults import AlreadyThere, CannotSave, ChangedSince
from .people import add_person, edit_person, register_person
from .residents import set_residents
from .roles import appoint, end_appointment, end_role
from .sign_ins import choose_password, close_sign_in, give_sign_in, renew_link

__all__ = [
    "AlreadyThere",
    "CannotSave",
    "ChangedSince",
    "add_person",
    "appoint",
    "bring_areas_into_line",
    "choose_password",
    "close_sign_in",
    "edit_person",
    "end_appointment",
    "end_role",
    "give_sign_in",
    "load_areas",
    "register_area",
    "register_organisation",
    "register_person",
    "renew_link",
    "set_residents",
    "stamp",
]
