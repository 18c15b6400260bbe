"""Who is to do it (责任单位、牵头单位、行为主体): owner lines and brackets, and the subjects of sentences."""

from policykit.extract.owners.find import OwnerReader, find_owners, heading_owner, owner_lines
from policykit.extract.owners.found import FoundOwner
from policykit.extract.owners.rows import states_first_is_lead

__all__ = ["FoundOwner", "OwnerReader", "find_owners", "heading_owner", "owner_lines", "states_first_is_lead"]
