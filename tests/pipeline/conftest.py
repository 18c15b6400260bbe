"""How the property tests run: the same examples every time, many more with ``pytest --hypothesis-profile=hunt``."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("hunt", deadline=None, max_examples=3000)
settings.load_profile("steady")
