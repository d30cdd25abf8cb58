"""Where others reach the dashboard: an address that works on this machine alone is none."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

__all__ = ["public_address"]


def public_address(url: str) -> str:
    """Scheme and host of the address, with its path; "" where only the machine itself would reach it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or _is_own(host):
        return ""
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")


def _is_own(host: str) -> bool:
    """Whether the host is this machine as it calls itself, in whatever spelling."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified or address.is_link_local
