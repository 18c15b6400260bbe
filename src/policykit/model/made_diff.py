"""Makers of the models of a comparison; see ``policykit.model.made``."""

from policykit.model import diff
from policykit.model.made import maker

Change = maker(diff.Change)
Diff = maker(diff.Diff)
DiffSide = maker(diff.DiffSide)
FieldChange = maker(diff.FieldChange)
Summary = maker(diff.Summary)
TaskRef = maker(diff.TaskRef)
