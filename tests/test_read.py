"""Reading sources: every encoding and every way in which a path can fail."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from regraph.errors import DataError, StorageError
from regraph.model import Text
from regraph.pipeline import read as reading
from regraph.pipeline.read import Failure, read

SENTENCE = (
    "Ngày 2/2/2023, Bộ Chính trị ban hành Quy định số 96-QĐ/TW về việc lấy phiếu tín nhiệm, thay thế Quy định số 262-QĐ/TW.\r\n"
)


def code_page(text: str) -> bytes:
    """The text in windows-1258, which writes most tone marks after their vowel."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in tones)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        letters.append(base + tone)
    return "".join(letters).encode("windows-1258")


def texts(*paths: str | Path) -> list[Text]:
    found = list(read([str(path) for path in paths]))
    assert all(isinstance(source, Text) for source in found), found
    return [source for source in found if isinstance(source, Text)]


def failures(*paths: str | Path) -> list[Failure]:
    return [source for source in read([str(path) for path in paths]) if isinstance(source, Failure)]


@pytest.mark.parametrize(
    ("data", "content", "encoding"),
    [
        pytest.param(SENTENCE.encode(), SENTENCE, "utf-8", id="UTF-8 keeps its line ends"),
        pytest.param(b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE, "utf-8", id="UTF-8 with a mark"),
        pytest.param("\ufeff\ufeffSố".encode(), "\ufeffSố", "utf-8", id="only the first mark is one"),
        pytest.param(b"So 96\rNgay 2\n", "So 96\rNgay 2\n", "utf-8", id="ASCII, mixed line ends"),
        pytest.param(
            unicodedata.normalize("NFD", SENTENCE).encode(), unicodedata.normalize("NFD", SENTENCE), "utf-8", id="NFD stays"
        ),
        pytest.param(b"Trang 1\fTrang 2", "Trang 1\fTrang 2", "utf-8", id="a form feed is text"),
        pytest.param(("\ufeff" + SENTENCE).encode("utf-16-le"), SENTENCE, "utf-16-le", id="UTF-16 LE with a mark"),
        pytest.param(("\ufeff" + SENTENCE).encode("utf-16-be"), SENTENCE, "utf-16-be", id="UTF-16 BE with a mark"),
        pytest.param(SENTENCE.encode("utf-16-le"), SENTENCE, "utf-16-le", id="UTF-16 LE without"),
        pytest.param(SENTENCE.encode("utf-16-be"), SENTENCE, "utf-16-be", id="UTF-16 BE without"),
        pytest.param(SENTENCE.encode("utf-32"), SENTENCE, "utf-32-le", id="UTF-32 with a mark"),
        pytest.param(code_page(SENTENCE), code_page(SENTENCE).decode("windows-1258"), "windows-1258", id="windows-1258"),
        pytest.param(
            code_page("Số 96, QĐ"), code_page("Số 96, QĐ").decode("windows-1258"), "windows-1258", id="windows-1258, short"
        ),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, content: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (text,) = texts(path)
    assert (text.content, text.encoding) == (content, encoding)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "is empty", id="only a mark"),
        pytest.param(b" \r\n\t\xc2\xa0\n", "is empty", id="only spaces"),
        pytest.param(b"%PDF-1.7\nabc", "is a PDF, not a text; convert it", id="PDF"),
        pytest.param(b"PK\x03\x04\x14\x00", "DOCX", id="DOCX"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old Word", id="DOC"),
        pytest.param(b"Quy \x00 dinh 96", "is binary", id="a NUL"),
        pytest.param(bytes(range(256)) * 8, "is binary", id="every byte"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\xf8\xff" * 9, "is binary", id="a program"),
        pytest.param(b"abc\x01\x02\x03\x04 def", "is binary", id="control characters"),
        pytest.param("Quy định số 9".encode() + b"\xe1\xba", "broken UTF-8 at byte 18", id="UTF-8 cut at the end"),
        pytest.param("Quy định ".encode() + b"s\xe1\xbb 96", "broken UTF-8 at byte 13", id="UTF-8 cut inside"),
        pytest.param(("\ufeff" + SENTENCE).encode("utf-16-le")[:-1], "broken UTF-16-LE", id="UTF-16 cut"),
        pytest.param(SENTENCE.encode("utf-16-le")[:-1], "broken UTF-16-LE", id="UTF-16 without a mark, cut"),
        pytest.param(
            "Décret du président de la République française".encode("latin-1"), "is neither UTF-8", id="French in latin-1"
        ),
        pytest.param("Указ президента".encode("cp1251"), "is neither UTF-8", id="Russian in windows-1251"),
        pytest.param("平成二十三年".encode("shift-jis"), "is neither UTF-8", id="Japanese"),
    ],
)
def test_refused_content(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (failure,) = failures(path)
    assert isinstance(failure.error, DataError)
    assert re.search(says, str(failure.error)), str(failure.error)
    assert str(failure.error).startswith(str(path))
    assert not str(failure.error).endswith(".")


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ["b.txt", "a/2.TXT", "a/1.txt", ".hidden.txt", ".git/x.txt", "notes.md", "a.txt/inside.txt"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Quy định 96", "utf-8")
    names = [os.path.relpath(text.name, tmp_path) for text in texts(tmp_path)]
    assert names == ["a/1.txt", "a/2.TXT", "a.txt/inside.txt", "b.txt"]


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        pytest.param(["news/a.txt"], ["news/a.txt"], id="a file"),
        pytest.param(["notes.md"], ["notes.md"], id="a named file of any suffix"),
        pytest.param(["news/a.txt", "news/a.txt"], ["news/a.txt"], id="given twice"),
        pytest.param(
            ["./news/a.txt", "news", "news/deep"], ["./news/a.txt", "news/b.txt", "news/deep/c.txt"], id="overlapping folders"
        ),
        pytest.param(["news/*.txt"], ["news/a.txt", "news/b.txt"], id="a pattern"),
        pytest.param(
            ["**/*.txt"], ["d[1].txt", "link.txt", "news/a.txt", "news/deep/c.txt"], id="a pattern for any depth, a link once"
        ),
        pytest.param(["d[1].txt"], ["d[1].txt"], id="a name that looks like a pattern"),
        pytest.param(["news/b.txt", "link.txt"], ["news/b.txt"], id="a link to a file already read"),
    ],
)
def test_what_paths_lead_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], names: list[str]) -> None:
    (tmp_path / "news/deep").mkdir(parents=True)
    for name in ["news/a.txt", "news/b.txt", "news/deep/c.txt", "notes.md", "d[1].txt"]:
        (tmp_path / name).write_text("Quy định 96", "utf-8")
    (tmp_path / "link.txt").symlink_to("news/b.txt")
    monkeypatch.chdir(tmp_path)
    found = texts(*paths)
    assert [text.name for text in found] == names
    assert all(text.locator == str((tmp_path / text.name).resolve()) for text in found)


def test_a_link_that_leads_back_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Quy định 96", "utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone")
    found = list(read([str(tmp_path)]))
    assert [source.name for source in found if isinstance(source, Text)] == [str(tmp_path / "a.txt")]
    says = {Path(source.name).name: str(source.error) for source in found if isinstance(source, Failure)}
    assert says.keys() == {"self.txt", "nowhere.txt"}
    assert "leads round in a circle" in says["self.txt"]
    assert "does not exist" in says["nowhere.txt"]


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("missing.txt", StorageError, "does not exist"),
        ("missing/a.txt", StorageError, "does not exist"),
        ("no/*.txt", StorageError, "matches no file"),
        ("empty", DataError, r"holds no \.txt file"),
        ("pipe.txt", DataError, "is a device or a pipe"),
        ("socket.txt", DataError, "is a device or a pipe"),
        ("/dev/zero", DataError, "is a device or a pipe"),
        ("x" * 300, StorageError, "has a name longer"),
    ],
)
def test_what_is_no_text_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, error: type[Exception], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
    Path("good.txt").write_text("Quy định 96", "utf-8")
    failed, good = list(read([path, "good.txt"]))
    assert isinstance(failed, Failure)
    assert failed.name == path
    assert isinstance(failed.error, error)
    assert re.search(says, str(failed.error))
    assert good.name == "good.txt"


def test_no_permission(unprivileged: Path) -> None:
    (unprivileged / "closed.txt").write_text("Quy định 96", "utf-8")
    (unprivileged / "closed.txt").chmod(0)
    (unprivileged / "shut").mkdir()
    (unprivileged / "shut" / "a.txt").write_text("Quy định 96", "utf-8")
    (unprivileged / "shut").chmod(0)
    (unprivileged / "open.txt").write_text("Quy định 96", "utf-8")
    found = list(read([str(unprivileged)]))
    assert [(Path(source.name).name, type(source).__name__) for source in found] == [
        ("closed.txt", "Failure"),
        ("open.txt", "Text"),
        ("shut", "Failure"),
    ]
    for failure in found:
        if isinstance(failure, Failure):
            assert isinstance(failure.error, StorageError)
            assert "may not be read" in str(failure.error)


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1024 * 1024)
    (tmp_path / "large.txt").write_bytes(b"a" * (1024 * 1024 + 1))
    (tmp_path / "limit.txt").write_bytes(b"a" * 1024 * 1024)
    (failure,) = failures(tmp_path)
    assert str(failure.error).endswith("large.txt is larger than 1 MB; split it")


def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Quy định 96", "utf-8")
    (failure,) = failures(tmp_path)
    assert failure.name.endswith("caf\\xe9.txt")
    assert r"caf\xe9.txt has a file name that is not UTF-8" in str(failure.error)


def test_standard_input_is_read_once() -> None:
    program = "from regraph.pipeline.read import read; print([(t.name, t.locator, t.content) for t in read(['-', '-'])])"
    done = subprocess.run([sys.executable, "-c", program], input="Quy định 96\r\n".encode(), capture_output=True, check=True)
    assert done.stdout.decode() == "[('-', '-', 'Quy định 96\\r\\n')]\n"
