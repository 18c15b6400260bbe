"""``policykit.toml``: what a user adds for his place, from the nearest such file or from one that is named.

``toml.find_config`` finds the file, ``rules.load_rules`` reads and checks it; most parses need only the first.
"""
