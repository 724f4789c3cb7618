"""In which language the command line speaks."""

import pytest

from zhunsheng.cli.language import language


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "zh"),
    ],
)
def test_messages_are_english_only_where_the_locale_says_so(
    environment: dict[str, str], expected: str
) -> None:
    assert language(environment) == expected


def test_the_preferred_language_goes_before_the_locale() -> None:
    assert language({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}) == "zh"
    assert language({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en"}) == "en"


@pytest.mark.parametrize("plain", ["C", "C.UTF-8", "POSIX"])
def test_the_plain_locale_has_no_preferred_language(plain: str) -> None:
    assert language({"LC_ALL": plain, "LANGUAGE": "en"}) == "zh"
