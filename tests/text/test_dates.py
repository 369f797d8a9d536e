from __future__ import annotations

import pytest

from workbench.text.dates import is_iso_date


@pytest.mark.parametrize(
    "text", ["2024", "2024-03", "2024-02-29", "2024-03-25T10:30", "2024-03-25T10:30:05.5Z", "2024-03-25 09:00+01:00"]
)
def test_a_date_may_be_as_exact_as_it_is_known(text: str) -> None:
    assert is_iso_date(text)


@pytest.mark.parametrize(
    "text", ["", "UN", "24", "2024-13", "2023-02-29", "25 March 2024", "2024-03-25T25:00", "0000", "２０２４-3"]
)
def test_what_the_calendar_lacks_is_no_date(text: str) -> None:
    assert not is_iso_date(text)
