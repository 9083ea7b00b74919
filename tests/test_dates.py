"""Days: when an article was published, and the days that it tells without their year."""

from __future__ import annotations

import pytest
from reading import read

FRONT = "---\ndate: Sun, 08 Dec 2024 09:00:00 +0700\n---\n"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"{FRONT}Hoa nở.", "2024-12-08"),
        (f"{FRONT}Hoa nở.\n\nLÊ HOA - Thứ bảy, 07/12/2024 08:15 (GMT+7)\n\nHoa mai.", "2024-12-07"),
        (f"{FRONT}Hoa nở.\n\n07/12/2024 08:15 |\n\nHoa mai.", "2024-12-07"),
        (f"{FRONT}Hoa nở.\n\nChợ họp ngày 07/12/2024 08:15 ở làng.", "2024-12-08"),
        (f"{FRONT}Hoa nở.\n\nGiờ đăng bài viết gốc: 05/12/2024 10:20", "2024-12-08"),
        ("Hoa nở.\n\nGiờ đăng bài viết gốc: 05/12/2024 10:20", "2024-12-05"),
        ("Hoa nở.\n\n**Ngày giờ đăng bài viết gốc: **10:20 05-12-2024", "2024-12-05"),
        ("Hoa nở.\n\nGiờ đăng: 10:20 ngày 05/12/2024", "2024-12-05"),
        ("Hoa nở ngày 05/12/2024.", None),
    ],
)
def test_the_day_of_publication(text: str, published: str | None) -> None:
    assert read(text).published == published


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sáng 7/12, hoa nở.", ["2024-12-07"]),
        ("Ngày 3-12, hoa nở.", ["2024-12-03"]),
        ("Sáng 3-12, hoa nở.", ["2024-12-03"]),
        ("Ngày 3-12-2024, hoa nở từ ngày 3-5/12, các ngày 3-5, các ngày 13-15, ngày 27-29 tháng 8 và ngày 3-5 hằng năm.", []),
        ("Trước ngày 20/2 hoa phải nở. Ngày 20/2 là mốc, còn ngày 20/3 hoa đã nở.", ["2025-02-20", "2025-02-20", "2024-03-20"]),
        ("Hoa ngược chiều\n3-5 triệu, sáng 3-5 bông.", []),
        ("Hoa dự kiến nở vào ngày 20/2.", ["2025-02-20"]),
    ],
)
def test_days_without_their_year(text: str, days: list[str]) -> None:
    assert [d.value for d in read(FRONT + text).dates] == days
