"""What the process has imported from which workers and publishers of a server are forked: they begin at once.

Nothing imports this module but that process, by its name (faheng.intake.processes).
"""

from __future__ import annotations

import pypinyin  # noqa: F401

import faheng.intake.publish
import faheng.intake.reader  # noqa: F401
