"""What every room's tests share: the flag that rewrites goldens and generated files, and how property tests are run.

Property tests try the same examples every time; ``pytest --hypothesis-profile=hunt`` tries many more.
"""

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("hunt", deadline=None, max_examples=500)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="重写样例输出与生成的文件，而不是与之比较")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites the expected files (``pytest --update``) instead of comparing with them."""
    return bool(request.config.getoption("--update"))
