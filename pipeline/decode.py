"""Bytes to text: which encoding a Vietnamese text file has, decided in a fixed order and never by guessing twice.

The order: a byte-order mark, strict UTF-8, UTF-16 without a mark, windows-1258. What fits none of them is refused with
the place where it breaks, because a wrongly decoded text would give wrong facts.
"""

from __future__ import annotations

import codecs
import re

from regraph.errors import DataError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16, hence before it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container such as DOCX, XLSX or ODT"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
MOST_CONTROLS = 0.01
LEAST_TEXT = 0.97
MOST_STRAY_MARKS = 0.02
LEAST_UTF8 = 0.125  # whole sequences to bytes above 127: 0.4 in Vietnamese UTF-8, near 0 in windows-1258

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
WRITING = re.compile(r"[\t-\r\x20-\x7e\xa0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\ufeff]")
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
NOT_ASCII_BYTE = re.compile(rb"[\x80-\xff]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
VIETNAMESE = re.compile(r"[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđƠơƯư\u0300\u0301\u0303\u0309\u0323‘’“”–—…•§°«»\u00a0\u00ad₫]")
TONE_MARK = re.compile(r"[\u0300\u0301\u0303\u0309\u0323]")
TONE_ON_VOWEL = re.compile(r"(?i:[aăâeêioôơuưy])[\u0300\u0301\u0303\u0309\u0323]")
ONLY_VIETNAMESE = re.compile(r"[ĂăĐđƠơƯư\u0300\u0301\u0303\u0309\u0323]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of the bytes and the codec that decoded them; a byte-order mark is no character of the text.

    Line ends stay as they are and nothing is normalised, so that offsets hold for the file as it is. `name` is how the
    messages call the source. Raises `DataError` for bytes that are no text or are broken.

    >>> decode("\\ufeffQuy định số 96-QĐ/TW\\r\\n".encode(), "a.txt")
    ('Quy định số 96-QĐ/TW\\r\\n', 'utf-8')
    """
    for magic, what in BINARY_FORMATS:
        if data.startswith(magic):
            raise DataError(f"{name} is {what}, not a text; convert it to plain text first")
    text, encoding = _decode(data, name)
    if "\0" in text or len(CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise _binary(name)
    return text, encoding


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, len(mark), encoding, name), encoding
    if b"\0" in data and (order := _utf16_without_mark(data)):
        return _strict(data, 0, order, name), order
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise _binary(name) from error
        if len(UTF8_SEQUENCE.findall(data)) > LEAST_UTF8 * len(NOT_ASCII_BYTE.findall(data)):
            raise _broken(name, "utf-8", error.start) from error
        vietnamese = _windows_1258(data)
        if vietnamese is None:
            raise DataError(
                f"{name} is neither UTF-8, UTF-16 nor Vietnamese in windows-1258 (byte {error.start}); save it as UTF-8"
            ) from error
        return vietnamese, "windows-1258"


def _strict(data: bytes, skip: int, encoding: str, name: str) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(name, encoding, skip + error.start) from error


def _binary(name: str) -> DataError:
    return DataError(f"{name} is binary, not a text; convert it to plain text first")


def _broken(name: str, encoding: str, byte: int) -> DataError:
    return DataError(f"{name} is broken {encoding.upper()} at byte {byte}; save it again as UTF-8")


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order in which the bytes read as text of a Latin script, if one does."""
    whole = data[: len(data) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = whole.decode(encoding, errors="replace")
        if len(WRITING.findall(text)) >= LEAST_TEXT * len(text):
            return encoding
    return None


def _windows_1258(data: bytes) -> str | None:
    """The text, if the bytes make plausible Vietnamese: its own letters, and tone marks that stand on vowels."""
    try:
        text = data.decode("windows-1258")
    except UnicodeDecodeError:
        return None
    foreign = NOT_ASCII.findall(text)
    if sum(1 for letter in foreign if VIETNAMESE.match(letter)) < LEAST_TEXT * len(foreign):
        return None
    marks = len(TONE_MARK.findall(text))
    stray = marks - len(TONE_ON_VOWEL.findall(text))
    return text if stray <= MOST_STRAY_MARKS * marks and ONLY_VIETNAMESE.search(text) else None
