"""Property tests: the same examples every time; ``pytest tests/pipeline --hypothesis-profile=hunt`` tries many more."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("hunt", deadline=None, max_examples=500)
settings.load_profile("steady")
