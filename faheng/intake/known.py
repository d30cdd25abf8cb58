"""Which documents the ledger names already: a second import reads only what is missing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["KnownDocument", "KnownDocuments"]

# Of a SHA-256, as many bytes as tell a thousand million documents apart.
_BYTES = 12


@dataclass(frozen=True)
class KnownDocuments:
    """A set of SHA-256s, small enough to go to every worker: 12 MB for a million. digests: sorted, end to end."""

    digests: bytes = b""

    @staticmethod
    def of(sums: Iterable[str]) -> KnownDocuments:
        """These documents."""
        return KnownDocuments(b"".join(sorted(bytes.fromhex(each)[:_BYTES] for each in sums)))

    def __contains__(self, sha256: str) -> bool:
        wanted = bytes.fromhex(sha256)[:_BYTES]
        at = bisect_left(range(len(self.digests) // _BYTES), wanted, key=self._digest)
        return self._digest(at) == wanted

    def _digest(self, at: int) -> bytes:
        return self.digests[at * _BYTES : (at + 1) * _BYTES]


@dataclass(frozen=True)
class KnownDocument:
    """A document that is known, and whole with its readings: of each by name, how many figures it has and proposes."""

    name: str
    sha256: str
    report: str
    readings: Mapping[str, tuple[int, int]]
