"""A snapshot that is made out of the one before: row by row what a whole build gives, whatever was noted in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import duckdb
import pytest
from conftest import small_dataset
from damaged import WHOLE
from intakes import one
from own_reports import PLACES, text_file

from faheng.errors import CannotDecide, UnwritableFile
from faheng.intake import publish as publishing
from faheng.intake.decide import Editor
from faheng.intake.figures import cells_of
from faheng.intake.intake import Intake
from faheng.intake.joined import joined
from faheng.intake.publish import Sources, preview, publish
from faheng.intake.review import Desk, OpenReport
from faheng.intake.state import folded
from faheng.paths import DATA
from faheng.store import renew, write
from faheng.store.compare import changes_between
from faheng.store.news import NEWS
from faheng.store.snapshots import published
from faheng.store.write import MART_TABLES, candidate

SEQUENCES, ROUNDS = (40, 12) if WHOLE else (1, 2)


class Person:
    """Somebody who does one thing after the other with the reports of a store."""

    def __init__(self, intake: Intake, folder: Path, chance: Random) -> None:
        self.intake, self.folder, self.chance = intake, folder, chance
        self.editor = Editor(intake, "甲")
        self.decided: list[int] = []

    def report(self) -> OpenReport:
        """Any report: imported or shipped."""
        desk = Desk.of(self.intake)
        names = [each.id for each in desk.state.reports.values()] * 3 + [*desk.shipped.reports][:3]
        report = next(filter(None, map(desk.report, self.chance.sample(names, len(names)))))
        assert report is not None
        return report

    def imports(self) -> None:
        """A new report, or a known document again, or another edition."""
        place, year = self.chance.choice([*PLACES]), self.chance.randint(2020, 2024)
        one(self.intake, text_file(self.folder, place, year, seed=self.chance.randint(0, 5)))

    def accepts(self) -> None:
        report = self.report()
        right = [each for each in report.figures.every if not each.faults][: self.chance.randint(1, 4)]
        self.decided.append(self.editor.accept(report.state, right, report.sha256))

    def rejects(self) -> None:
        report = self.report()
        wrong = [self.chance.choice(report.figures.every)]
        self.decided.append(self.editor.reject(report.state, wrong, report.sha256, "错"))

    def corrects(self) -> None:
        report = self.report()
        figure = self.chance.choice(report.figures.every)
        value = str(self.chance.randint(1, 99))
        changes = {"value": value, "value_text": value}
        self.decided.append(self.editor.correct(report.state, figure, changes, report.judge, "改"))

    def adds(self) -> None:
        report = self.report()
        cells = cells_of(self.chance.choice(report.figures.every).now)
        cells |= {"indicator": "emergency_drills", "unit": "time", "value": "7", "value_text": "7", "bound": "exact"}
        self.decided.append(self.editor.add(report.state, cells, report.judge))

    def moves(self) -> None:
        """The report is of another place."""
        report = self.report()
        if report.state.document:
            place = self.chance.choice([*PLACES])
            self.decided.append(self.editor.settle(report.state, {"locality_code": place}))

    def withdraws(self) -> None:
        report = self.report()
        self.decided.append(self.editor.withdraw(report.state))

    def brings_back(self) -> None:
        every = [each for each in self.intake.state().reports.values() if each.withdrawn]
        if every:
            self.decided.append(self.editor.restore(self.chance.choice(every)))

    def undoes(self) -> None:
        if self.decided:
            self.decided.append(self.editor.undo([self.chance.choice(self.decided)]))

    def does_something(self) -> None:
        """Any of these; what the rules of deciding refuse is not done."""
        acts: list[Callable[[], None]] = [
            self.imports, self.imports, self.accepts, self.rejects, self.corrects, self.adds, self.moves,
            self.withdraws, self.brings_back, self.undoes,
        ]  # fmt: skip
        try:
            self.chance.choice(acts)()
        except CannotDecide:
            return


@pytest.mark.stress
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_what_is_made_out_of_the_last_snapshot_is_what_a_whole_build_gives(
    intake: Intake, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Imports, decisions, corrections, moves, withdrawals and undoing, published now and then; the preview agrees."""
    person = Person(intake, tmp_path, Random(seed))  # noqa: S311 (choices of a test)
    person.imports()
    publish(intake.folder, "甲")
    monkeypatch.setattr(publishing, "build_store", refused)

    for _ in range(ROUNDS):
        for _ in range(person.chance.randint(0, 6)):
            person.does_something()
            assert folded(intake.ledger.events()) == intake.state()  # which folds anew only what new events touch
        before = published(intake.folder)
        seen = preview(intake.folder, "甲")
        made = publish(intake.folder, "甲")

        with whole(intake.folder) as expected, by_objects(intake.folder) as held:
            assert {} == differing(expected, made.snapshot)
            assert {} == differing(held, expected)
        assert seen == made.changes == changes_between(before, made.snapshot)


def refused(*_: object) -> None:
    pytest.fail("a whole store was built")


@contextmanager
def by_objects(folder: Path) -> Iterator[Path]:
    """What a whole build gives that holds every figure as an object at once, and takes none from a bundle."""
    with Sources.of(folder, "甲", DATA) as sources:
        assert sources.ledger is not None
        held = sources.joiner(sources.ledger).held(folded(sources.ledger.events()))
        with candidate(joined(sources.dataset, held), folder) as path:
            yield path


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """What a whole build gives now."""
    with Sources.of(folder, "甲", DATA) as sources:
        made = sources.whole()
        with candidate(made.dataset, folder, brought=made.brought) as path:
            yield path


def differing(expected: Path, found: Path) -> dict[str, list[object]]:
    """Table -> the rows that only one of two stores has; what a snapshot says of itself is left out."""
    with duckdb.connect() as both:
        both.execute(f"attach '{expected}' as expected (read_only); attach '{found}' as found (read_only)")
        tables = both.execute("select database_name, table_name from duckdb_tables()").fetchall()
        names = {name for base, name in tables if base == "found"}
        assert names == {name for base, name in tables if base == "expected"}
        apart: dict[str, list[object]] = {}
        for table in names - {"snapshot", *NEWS}:
            rows = [
                row
                for one, other in (("expected", "found"), ("found", "expected"))
                for row in both.execute(f"from {one}.{table} except all from {other}.{table}").fetchall()
            ]
            if rows:
                apart[table] = rows
        return apart


def test_every_mart_is_of_places_or_over_all() -> None:
    """A new one has to be given its place, else it would be taken over as it was."""
    of_reference = {write.LIMITS, "place_chains", "definitions"}
    of_places = [*renew.OF_PLACES, *renew.OF_PLACES_TOO, *renew.PEERS]
    sorted_out = [*of_reference, *of_places, *renew.OVER_ALL, *renew.OVER_PEERS]

    assert sorted(MART_TABLES) == sorted(sorted_out)


def test_other_data_another_program_and_another_past_make_all_anew(
    intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the last snapshot was made from has to hold still: a renewal is offered then alone."""
    one(intake, text_file(tmp_path))
    publish(intake.folder, "甲")

    def offered() -> bool:
        with Sources.of(intake.folder, "甲", DATA) as sources:
            return sources.renewal() is not None

    assert offered()
    monkeypatch.setattr(publishing, "inputs_of", lambda *_: "another program")
    assert not offered()
    monkeypatch.undo()
    monkeypatch.setattr(publishing, "validated", lambda *_: small_dataset())
    assert offered()
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("FAHENG_LEDGER", f"sqlite:///{tmp_path}/other/ledger.sqlite")
    other = Intake.open(intake.folder)
    for place in ("511781", "440311"):
        one(other, text_file(tmp_path, place))
    other.ledger.close()
    assert not offered()


def test_a_damaged_last_snapshot_does_not_stop_a_publish(intake: Intake, tmp_path: Path) -> None:
    """The next one is made from data/ and the ledger instead."""
    one(intake, text_file(tmp_path))
    first = publish(intake.folder, "甲").snapshot
    content = bytearray(first.read_bytes())
    content[len(content) // 3 : 2 * len(content) // 3] = bytes(len(content) // 3)
    first.write_bytes(content)
    one(intake, text_file(tmp_path, "511781"))

    second = publish(intake.folder, "甲").snapshot

    with whole(intake.folder) as expected:
        assert {} == differing(expected, second)


def test_a_renewed_snapshot_that_lost_what_was_written_is_not_published(
    intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last blocks never reached the disk, or a row is missing: what was made anew is read back."""
    one(intake, text_file(tmp_path))
    first = publish(intake.folder, "甲").snapshot
    one(intake, text_file(tmp_path, "511781"))
    with Sources.of(intake.folder, "甲", DATA) as sources:
        renewal = sources.renewal()
    assert renewal is not None
    require_renewed = renew.require_renewed

    def cut(made: Path) -> None:
        with made.open("r+b") as file:
            file.seek(made.stat().st_size * 3 // 4)
            file.write(bytes(made.stat().st_size // 4))

    def less(made: Path) -> None:
        with duckdb.connect(made) as store:
            store.execute("delete from finding where id = (select min(id) from finding)")

    for lose in (cut, less):

        def after_a_loss(made: Path, *arguments: object, lose: Callable[[Path], None] = lose) -> None:
            lose(made)
            require_renewed(made, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(renew, "require_renewed", after_a_loss)
        with pytest.raises(UnwritableFile, match="does not read back as written"):
            renew.renew(intake.folder, renewal)
        assert first == published(intake.folder)
