from __future__ import annotations

import os
import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk.desks import BY, bring_in
from workbench.desk.articles import purge_article
from workbench.desk.reviewing import open_review
from workbench.desk.upkeep import backup_if_due, backup_store
from workbench.errors import StoreError
from workbench.store.backups import Backup, back_up, copy_database, keep_by_age, list_backups, thin_backups
from workbench.store.failures import DamagedStoreError
from workbench.store.opening import open_store

PRESENT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _backup(age: timedelta) -> Backup:
    moment = PRESENT - age
    return Backup(Path(f"{moment:%Y%m%dT%H%M%S.%f}"), f"{moment:%Y-%m-%dT%H:%M:%S.%fZ}")


def _keep(backups: list[Backup]) -> list[timedelta]:
    kept = keep_by_age(backups, f"{PRESENT:%Y-%m-%dT%H:%M:%SZ}")
    return sorted(PRESENT - datetime.fromisoformat(backup.made_at) for backup in kept)


def test_hourly_backups_of_two_years_are_thinned_to_a_few_dozen() -> None:
    ages = _keep([_backup(timedelta(hours=hour)) for hour in range(2 * 365 * 24)])
    assert [age for age in ages if age <= timedelta(days=2)] == [timedelta(hours=hour) for hour in range(49)]
    older = [age for age in ages if age > timedelta(days=2)]
    daily = [age for age in older if age <= timedelta(days=14)]
    assert len({age.days for age in daily}) == 12
    # The 10 weeks and 9 months are counted from the third day on, as the 12 days are.
    assert len([age for age in older if timedelta(days=14) < age <= timedelta(days=72)]) in {8, 9, 10}
    assert len([age for age in older if age > timedelta(days=72)]) in {6, 7}
    assert max(ages) > timedelta(days=240)


@settings(deadline=None)
@given(st.lists(st.integers(-100, 5_000_000), max_size=60, unique=True))
def test_the_newest_and_all_of_two_days_stay(minutes: list[int]) -> None:
    backups = [_backup(timedelta(minutes=minute)) for minute in minutes]
    ages = _keep(backups)
    young = sorted(timedelta(minutes=minute) for minute in minutes if minute <= 2 * 24 * 60)
    assert ages[: len(young)] == young
    if minutes:
        assert ages[0] == timedelta(minutes=min(minutes))
    assert len(ages) - len(young) <= 12 + 10 + 9 + 1


def test_a_year_of_daily_thinning_leaves_what_one_thinning_leaves() -> None:
    kept: list[Backup] = []
    for day in range(365, -1, -1):
        moment = PRESENT - timedelta(days=day)
        kept = keep_by_age([*kept, _backup(timedelta(days=day))], f"{moment:%Y-%m-%dT%H:%M:%SZ}")
    once = _keep([_backup(timedelta(days=day)) for day in range(366)])
    assert sorted(PRESENT - datetime.fromisoformat(backup.made_at) for backup in kept) == once


def test_thinning_twice_takes_nothing_more() -> None:
    backups = [_backup(timedelta(hours=7 * hour)) for hour in range(1500)]
    once = keep_by_age(backups, f"{PRESENT:%Y-%m-%dT%H:%M:%SZ}")
    assert {one.path for one in keep_by_age(once, f"{PRESENT:%Y-%m-%dT%H:%M:%SZ}")} == {one.path for one in once}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "w.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    return path


def _date(path: Path, moment: datetime) -> None:
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def test_a_backup_opens_and_is_private(path: Path) -> None:
    kept = back_up(path, "by-hand")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    store = open_store(kept, read_only=True)
    assert len(open_review(store, 1).claims) == 4
    store.close()
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


def test_the_same_state_is_copied_once(path: Path) -> None:
    assert back_up(path, "daily") == back_up(path, "daily")
    assert len(list_backups(path)) == 1


def test_old_backups_are_thinned_out(path: Path) -> None:
    for hours in range(0, 400, 5):
        _date(path, PRESENT - timedelta(hours=hours))
        back_up(path, "daily")
    gone = thin_backups(path, f"{PRESENT:%Y-%m-%dT%H:%M:%SZ}")
    left = list_backups(path)
    assert len(gone) + len(left) == 80
    assert 20 < len(left) < 30
    assert left[0].made_at.startswith("2026-03-01T12")


def test_a_damaged_database_is_not_backed_up(path: Path) -> None:
    back_up(path, "daily")
    before = {one.path: one.path.read_bytes() for one in list_backups(path)}
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(content)
    _date(path, PRESENT)
    with pytest.raises(DamagedStoreError):
        back_up(path, "daily")
    assert {one: one.read_bytes() for one in path.parent.joinpath("backups").iterdir()} == before


def test_damage_that_only_the_copy_shows_is_told_of_the_database(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8 * 4096 : 10 * 4096] = b"\xa5" * 8192
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError, match=f"the database {re.escape(str(path))} is damaged"):
        back_up(path, "daily")


def test_a_copy_never_takes_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_bytes(b"mine")
    with pytest.raises(StoreError, match="is there already"):
        copy_database(path, tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_bytes() == b"mine"


def test_a_backup_is_due_once_a_day(path: Path) -> None:
    store = open_store(path)
    _date(path, PRESENT)
    assert backup_if_due(store, now="2026-03-01T12:00:00Z") is not None
    _date(path, PRESENT + timedelta(hours=20))
    assert backup_if_due(store, now="2026-03-02T08:00:00Z") is None
    assert backup_if_due(store, now="2026-03-02T13:00:00Z") is not None
    assert backup_store(store, path.with_name("elsewhere.db"), now=BY["now"]).is_file()
    store.close()


def test_the_same_state_is_copied_once_whatever_for(path: Path) -> None:
    assert back_up(path, "by-hand") == back_up(path, "daily")


def test_a_clock_that_was_put_back_stops_no_backups(path: Path) -> None:
    store = open_store(path)
    _date(path, PRESENT + timedelta(days=3650))
    assert backup_if_due(store, now="2036-03-01T12:00:00Z") is not None
    _date(path, PRESENT)
    assert backup_if_due(store, now="2026-03-01T12:00:00Z") is not None
    assert backup_if_due(store, now="2026-03-01T12:00:01Z") is None
    store.close()


def test_of_an_empty_library_and_of_one_that_is_read_only_no_backup_is_due(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    store = open_store(path)
    assert backup_if_due(store, now=BY["now"]) is None
    bring_in(store)
    store.close()
    store = open_store(path, read_only=True)
    assert backup_if_due(store, now=BY["now"]) is None
    store.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["w.db"]


def test_what_a_killed_program_left_unfinished_is_taken_away(path: Path) -> None:
    kept = back_up(path, "daily")
    old, young = (kept.with_name(f"{kept.name}.{pid}.unfinished") for pid in (7, 8))
    for left, moment in ((old, PRESENT - timedelta(hours=2)), (young, PRESENT)):
        left.write_bytes(b"half a copy")
        _date(left, moment)
    assert thin_backups(path, f"{PRESENT:%Y-%m-%dT%H:%M:%SZ}") == [old]
    assert sorted(one.name for one in kept.parent.iterdir()) == sorted([kept.name, young.name])


@pytest.mark.parametrize("name", ["w[1].db", "w*.db"])
def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path: Path, name: str) -> None:
    store = open_store(tmp_path / name)
    bring_in(store)
    made = backup_store(store, now=BY["now"])
    assert [backup.path for backup in list_backups(tmp_path / name)] == [made]
    assert purge_article(store, 1, **BY).backups == (made,)
    store.close()


def test_a_copy_that_cannot_be_written_names_the_place_and_leaves_the_database_alone(path: Path) -> None:
    (path.parent / "backups").write_bytes(b"a file where the folder should be")
    store = open_store(path)
    with pytest.raises(StoreError, match="backups"):
        backup_if_due(store, now=BY["now"])
    assert len(open_review(store, 1).claims) == 4
    store.close()
