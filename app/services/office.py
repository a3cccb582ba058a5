"""An open office: its store, its reference packs, the rule book and the auditor made of them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from app.domain.facts import FactDictionary
from app.domain.reference import Reference
from app.domain.rulebook import Rulebook
from app.files.pack_reader import pack_from_text, read_pack
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.services.audit import Auditor
from app.services.clock import Clock, stamp, system_clock
from app.services.shipped import shipped_packs
from app.store.office import OfficeStore
from app.store.transactions import OfficeChange, OfficeView


class Office:
    """One office, opened by one process; safe to use from several threads.

    `desk` names this opening among all that run on the same office.
    """

    def __init__(self, store: OfficeStore, clock: Clock = system_clock) -> None:
        self.store = store
        self.clock = clock
        self.desk = uuid4().hex
        self._lock = threading.Lock()
        self._auditors: dict[int, Auditor] = {}

    @classmethod
    def open(cls, folder: Path, clock: Clock = system_clock) -> "Office":
        """Open the office of a folder; a new one is made there with the shipped reference packs.

        Raises MachineError where the folder can't be used, DataError where its store is newer than the program.
        """
        office = cls(OfficeStore.open_or_create(folder), clock)
        with office.read() as view:
            fresh = not view.packs.documents()
        if fresh:
            for path in shipped_packs():
                office.install_pack(path, actor=None)
        return office

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rule book that comes with the program."""
        return read_rulebook()

    @cached_property
    def dictionary(self) -> FactDictionary:
        """Every fact that a rule may ask for."""
        return read_fact_dictionary()

    @contextmanager
    def read(self) -> Iterator[OfficeView]:
        """Open a consistent view of the store."""
        with self.store.read() as view:
            yield view

    @contextmanager
    def change(self, actor: int | None) -> Iterator[OfficeChange]:
        """Open one change of the store by a person, now; None is the program itself."""
        with self.store.change(actor=actor, at=stamp(self.clock())) as unit:
            yield unit

    def install_pack(self, path: Path, *, actor: int | None) -> str:
        """Install a reference pack after those of the office and return its name; raises DataError, UseError."""
        pack = read_pack(path)
        with self.change(actor) as unit:
            unit.packs.install(
                path.read_text(encoding="utf-8"),
                name=pack.name,
                issued_on=str(pack.issued_on),
                official=pack.official,
            )
        return pack.name

    @property
    def auditor(self) -> Auditor:
        """The auditor over the packs installed now."""
        with self.read() as view:
            return self.auditor_of(view)

    def auditor_of(self, view: OfficeView | OfficeChange, *, known_at: int | None = None) -> Auditor:
        """Return the auditor over the packs that were installed by a place of the trail (None: now).

        A closed claim is judged by the packs that its signing knew: later ones never rewrite what it used.
        """
        packs = view.packs.documents(known_at=known_at)
        with self._lock:
            if len(packs) not in self._auditors:
                reference = Reference(pack_from_text(pack.document) for pack in packs)
                self._auditors[len(packs)] = Auditor(reference, self.rulebook, self.dictionary)
            return self._auditors[len(packs)]
