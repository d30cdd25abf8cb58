"""What of an address may stand in a file that goes to others."""

from __future__ import annotations

import pytest

from faheng.briefing.public_address import public_address


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://fa.example.gov.cn", "https://fa.example.gov.cn"),
        ("http://10.1.2.3:8501/faheng/", "http://10.1.2.3:8501/faheng"),
        ("http://[2001:db8::1]:8501", "http://[2001:db8::1]:8501"),
        ("http://127.0.0.1:8501", ""),
        ("http://127.8.9.1", ""),
        ("http://LOCALHOST:8501", ""),
        ("http://me.localhost", ""),
        ("http://[::1]:8501/faheng", ""),
        ("http://0.0.0.0:8501", ""),
        ("http://[fe80::1%25eth0]", ""),
        ("javascript:alert(1)", ""),
        ("://", ""),
        ("http://[x", ""),
        ("", ""),
    ],
)
def test_only_what_others_can_reach_is_kept(url: str, kept: str) -> None:
    assert kept == public_address(url)
