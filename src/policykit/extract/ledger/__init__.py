"""Task tables (任务分解表, 责任清单, 台账): which column holds what, and a duty for every row."""

from policykit.extract.ledger.rows import Duty, Ledgers, read_ledgers

__all__ = ["Duty", "Ledgers", "read_ledgers"]
