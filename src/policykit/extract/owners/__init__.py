"""Who is to do it (责任单位、牵头单位、行为主体): owner lines and brackets, and the subjects of sentences."""

from policykit.extract.owners.find import find_owners, heading_owner, owner_lines, read_owners
from policykit.extract.owners.found import FoundOwner
from policykit.extract.owners.rows import states_first_is_lead

__all__ = ["FoundOwner", "find_owners", "heading_owner", "owner_lines", "read_owners", "states_first_is_lead"]
