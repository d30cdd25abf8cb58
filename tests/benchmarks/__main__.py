"""python -m tests.benchmarks [--national FOLDER] [part ...], all parts unless some are named (PARTS).

Ratios within one run are what counts: machines differ, and this one may be busy. Budgets are of design section 9.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.paths import DATA
from faheng.store import snapshots
from faheng.store.write import build_store

from . import figures, generator
from .build import measure_build, measure_growth
from .checks import measure_checks
from .dashboard import measure_changes, measure_start
from .exports import measure_exports
from .load import measure_load
from .queries import measure_queries
from .reading import measure_reading
from .server import measure_memory, measure_readers
from .together import measure_together

PARTS = ("build", "growth", "start", "change", "queries", "memory", "readers", "load", "reading", "checks", "exports")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--national", type=Path, help="keep the generated store here, and use it where it exists")
    chosen = parser.parse_args()
    parts = set(chosen.parts) or set(PARTS)
    if unknown := parts - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as folder:
        run(parts, Path(folder), chosen.national or Path(folder) / "national")


def run(parts: set[str], folder: Path, national: Path) -> None:
    machine()
    real = folder / "real"
    build_store(read_dataset(DATA, CHECKS), real)
    if "start" in parts:
        measure_start(real)
    if "change" in parts:
        measure_changes(real, folder)
    measure_real(parts, real, folder)
    if "reading" in parts:
        measure_reading(folder)
    if "checks" in parts:
        measure_checks()
    if "growth" in parts:
        measure_growth(folder)
    if parts & {"build", "queries", "memory", "readers"}:
        build_national(national)
    if "queries" in parts:
        measure_queries(national, "national size")
    if "memory" in parts:
        measure_memory(national, folder, "national size", 2000)
    if "readers" in parts:
        measure_readers(national, "national size")


def machine() -> None:
    """What all this is measured on, and when."""
    figures.title(f"{datetime.now():%Y-%m-%d %H:%M}: {platform.platform()}, {os.cpu_count()} cores")
    memory = psutil.virtual_memory().total / 1e9
    versions = ", ".join(f"{name} {version(name)}" for name in ("faheng", "duckdb", "streamlit", "pyarrow"))
    print(f"{memory:.0f} GB of memory, Python {platform.python_version()}, {versions}, load {os.getloadavg()[0]:.1f}")


def measure_real(parts: set[str], real: Path, folder: Path) -> None:
    """What is measured on the shipped reports."""
    if "queries" in parts:
        measure_queries(real, "real size")
    if "memory" in parts:
        measure_memory(real, folder, "real size", 400)
    if "readers" in parts:
        measure_readers(real, "real size")
    if "load" in parts:
        measure_load(real, folder)
        measure_together(real, folder)
    if "exports" in parts:
        measure_exports(real, "real size")


def build_national(folder: Path) -> None:
    """A store of national size in the folder, where there is none yet."""
    if (folder / snapshots.POINTER).is_file():
        figures.title("A generated store of national size")
        print(f"taken from {folder}, not built again")
    else:
        measure_build(folder, None)
    print(", ".join(f"{count:,} {table}" for table, count in generator.sizes(snapshots.published(folder)).items()))


main()
