"""What the process has imported from which workers and publishers of a server are forked: they begin at once.

Nothing imports this module but that process, by its name (faheng.intake.processes).
"""

from __future__ import annotations

import pyarrow as pa
import pypinyin  # noqa: F401

import faheng.intake.publish
import faheng.intake.reader  # noqa: F401

# By itself the library reserves a gigabyte with its first table, beside what limits may count.
pa.set_memory_pool(pa.system_memory_pool())
