"""Files and folders that are there whole or not at all, whatever lies at their place."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Thread
from typing import BinaryIO, TextIO

import pytest

from regraph.errors import StorageError, UsageError
from regraph.whole import write_whole, write_whole_bytes, write_whole_folder


def new(out: TextIO) -> None:
    out.write("mới")


def broken(out: TextIO) -> None:
    out.write("nửa")
    raise ValueError("half way")


def write(path: Path) -> None:
    write_whole(path, new)


def fill(path: Path) -> None:
    def bytes_of(out: BinaryIO) -> None:
        out.write("mới".encode())

    write_whole_bytes(path, bytes_of)


def fold(path: Path) -> None:
    write_whole_folder(path, [("a", "mới")])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a file, links to it and to what is not there, an empty folder and a link to it, a full folder, and a pipe."""
    (tmp_path / "file").write_text("cũ", "utf-8")
    (tmp_path / "file").chmod(0o600)
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("file to come")
    (tmp_path / "empty").mkdir()
    (tmp_path / "to empty").symlink_to("empty")
    (tmp_path / "to come").symlink_to("folder to come")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "b").touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to pipe").symlink_to("pipe")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "written"),
    [("none", "none"), ("file", "file"), ("link", "file"), ("dangling", "file to come")],
)
@pytest.mark.parametrize("how", [write, fill])
def test_a_file_is_written_and_a_link_to_it_stays(place: Path, how: object, name: str, written: str) -> None:
    link = (place / name).is_symlink()
    how(place / name)  # type: ignore[operator]
    assert (place / written).read_text("utf-8") == "mới"
    assert (place / name).is_symlink() == link
    assert not list(place.glob(".*"))


def test_a_file_keeps_its_permissions(place: Path) -> None:
    write(place / "link")
    assert stat.S_IMODE((place / "file").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["none", "file", "link"])
def test_what_fails_half_way_changes_nothing(place: Path, name: str) -> None:
    before = sorted(path.name for path in place.iterdir())
    with pytest.raises(ValueError, match="half way"):
        write_whole(place / name, broken)
    assert sorted(path.name for path in place.iterdir()) == before
    assert (place / "file").read_text("utf-8") == "cũ"


@pytest.mark.parametrize("name", ["pipe", "to pipe"])
@pytest.mark.parametrize("how", [write, fill])
def test_a_pipe_is_written_to_and_stays(place: Path, how: object, name: str) -> None:
    read: list[str] = []
    reader = Thread(target=lambda: read.append((place / "pipe").read_text("utf-8")))
    reader.start()
    how(place / name)  # type: ignore[operator]
    reader.join()
    assert read == ["mới"]
    assert stat.S_ISFIFO((place / "pipe").stat().st_mode)


@pytest.mark.parametrize("how", [write, fill])
def test_a_device_is_written_to_and_stays(place: Path, how: object) -> None:
    (place / "device").symlink_to("/dev/full")
    with pytest.raises(StorageError, match=r"device cannot be written \(No space left on device\)"):
        how(place / "device")  # type: ignore[operator]
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    assert (place / "device").is_symlink()


@pytest.mark.parametrize(
    ("name", "written"), [("none", "none"), ("empty", "empty"), ("to empty", "empty"), ("to come", "folder to come")]
)
def test_a_folder_is_written_and_a_link_to_it_stays(place: Path, name: str, written: str) -> None:
    link = (place / name).is_symlink()
    fold(place / name)
    assert (place / written / "a").read_text("utf-8") == "mới"
    assert (place / name).is_symlink() == link


@pytest.mark.parametrize(
    ("how", "name", "error", "says"),
    [
        (write, "empty", UsageError, "empty is a folder; name a file"),
        (write, "to empty", UsageError, "to empty is a folder; name a file"),
        (write, "no/where", StorageError, "no/where cannot be written (No such file or directory); check"),
        (fill, "file/a", StorageError, "file/a cannot be written (Not a directory); check"),
        (fold, "full", UsageError, "full is already there; name a folder that is new or empty"),
        (fold, "file", UsageError, "file is already there; name a folder that is new or empty"),
        (fold, "pipe", UsageError, "pipe is already there; name a folder that is new or empty"),
        (fold, "no/where", StorageError, "no/where cannot be written (No such file or directory); check"),
    ],
)
def test_where_nothing_can_be_written(place: Path, how: object, name: str, error: type[Exception], says: str) -> None:
    before = sorted(place.rglob("*"))
    with pytest.raises(error) as raised:
        how(place / name)  # type: ignore[operator]
    assert str(raised.value).startswith(f"{place}/{says}")
    assert sorted(place.rglob("*")) == before
