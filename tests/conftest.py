"""What every room's tests share: the one flag that rewrites goldens and generated files."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="重写样例输出与生成的文件，而不是与之比较")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites the expected files (``pytest --update``) instead of comparing with them."""
    return bool(request.config.getoption("--update"))
