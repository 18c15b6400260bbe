"""Figures to be reached or reported as reached (指标): rows of words, refusals, and one scan over the text."""

from policykit.extract.indicators.found import FoundIndicator, Quantity
from policykit.extract.indicators.judge import find_indicators
from policykit.extract.indicators.refusals import REFUSALS, Refusal
from policykit.extract.indicators.rows import ROWS, Row

__all__ = ["REFUSALS", "ROWS", "FoundIndicator", "Quantity", "Refusal", "Row", "find_indicators"]
