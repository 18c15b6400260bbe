"""Deadlines: when a duty is due, in the words of the text and as dates.

``find_deadlines`` walks over a whole document once. The rows (``rows.py``) say what is a deadline and what is not.
"""

from policykit.extract.deadlines.find import find_deadlines, merge
from policykit.extract.deadlines.found import DeadlineContext, FoundDeadline

__all__ = ["DeadlineContext", "FoundDeadline", "find_deadlines", "merge"]
