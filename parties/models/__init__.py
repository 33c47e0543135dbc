from .bodies import Body
from .parties import Organisation, Party, PartyKind, Person, Representation
from .users import RoleAssignment, User

__all__ = [
    "Body",
    "Organisation",
    "Party",
    "PartyKind",
    "Person",
    "Representation",
    "RoleAssignment",
    "User",
]
