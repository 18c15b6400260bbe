"""What keeps the repository true to the code: generated pages, pinned versions, the demonstration. Not installed."""
