"""Reads which forms and systems a school knows: ours in config/forms/, and its own in its forms/ folder."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field as Key

from ..ground.errors import Problem, WrongUsage
from ..ground.values import replace
from ..rules.texts.forms import Form, FormBook, FormKind, FormTrust, Layout
from ..rules.texts.forms_check import ID, faults_of
from .paths import FORMS
from .toml_file import Table, read_toml

Names = tuple[str, ...]


class FromTable(Table):
    """[from]: who sends it; see rules.texts.forms.Form."""

    addresses: Names = ()
    domains: Names = ()
    own_staff: bool = False
    names: Names = ()


class FormFile(Table):
    """The whole of a mapping file. What it leaves out is as in the form that `like` names."""

    id: str
    title: str = ""
    like: str = ""
    off: bool = False
    kind: FormKind = FormKind.REPORT
    trust: FormTrust = FormTrust.PUBLIC
    layouts: tuple[Layout, ...] = ()
    sender: FromTable = Key(default=FromTable(), alias="from")
    subject: Names = ()
    says: Names = ()
    notice_says: Names = ()
    frame: Names = ()
    ignore: Names = ()
    beside: Names = ()
    labels: dict[str, Names] = Key(default={})


@cache
def shipped_forms() -> Mapping[str, Form]:
    """The forms and systems that ship with the program, by id.

    Raises:
        WrongUsage: one of their files was changed and is wrong; carries every fault.
    """
    files, faults = _files(FORMS)
    forms, more = _formed(files, {})
    if faults or more:
        raise WrongUsage(*faults, *more)
    # Of two forms with the same labels the one that is like no other comes first.
    return {name: forms[name] for name in sorted(forms, key=lambda name: bool(files[name].like))}


def read_forms(folder: Path) -> tuple[FormBook, list[Problem]]:
    """The forms known with this folder of a school's own, its own first, and every fault of its files.

    Args:
        folder: the school's forms/ folder; it need not be there.
    """
    ours = shipped_forms()
    files, faults = _files(folder)
    off = tuple(name for name, file in files.items() if file.off)
    for name in off:
        if name not in ours:
            faults.append(_unknown(f"{_name(folder, name)}, off", name, ours, "to switch off"))
    own, more = _formed({name: one for name, one in files.items() if not one.off}, ours)
    shared = frozenset(sender.casefold() for form in ours.values() for sender in _shared_senders(form))
    for name, form in own.items():
        more += faults_of(form, shared, where=_name(folder, name))
    kept = [form for name, form in ours.items() if name not in own and name not in off]
    return FormBook(forms=(*own.values(), *kept), own=frozenset(own), off=off), [*faults, *more]


def _shared_senders(form: Form) -> Iterator[str]:
    """The senders of a form that ships: a service's own, from which it writes for whoever asks it to."""
    yield from form.addresses
    yield from form.domains


def _files(folder: Path) -> tuple[dict[str, FormFile], list[Problem]]:
    """Every mapping file of a folder by its id, which is its name as well."""
    found: dict[str, FormFile] = {}
    faults: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        file, wrong = read_toml(path, FormFile)
        faults += [replace(one, where=f"{folder.name}/{one.where}") for one in wrong]
        if file is None:
            continue
        if file.id != path.stem or not ID.fullmatch(file.id):
            faults.append(
                Problem(
                    where=f"{folder.name}/{path.name}, id",
                    what=f"The id '{file.id}' is not the name of the file.",
                    what_to_do="Give both the same: small letters, digits and hyphens, up to 40.",
                )
            )
        else:
            found[file.id] = file
    return found, faults


def _formed(
    files: Mapping[str, FormFile], known: Mapping[str, Form]
) -> tuple[dict[str, Form], list[Problem]]:
    """The forms of these files, each after the one that it is like."""
    made: dict[str, Form] = {}
    faults: list[Problem] = []
    waiting = dict(files)
    while waiting:
        ready = [name for name, one in waiting.items() if one.like not in waiting or one.like == name]
        for name in ready or list(waiting):
            file = waiting.pop(name)
            base = (known.get(file.like) if file.like == name else None) or made.get(
                file.like, known.get(file.like)
            )
            if file.like and base is None:
                faults.append(
                    _unknown(f"forms/{name}.toml, like", file.like, {**known, **made}, "to be like")
                )
            made[name] = _form(file, base)
    return {name: made[name] for name in files}, faults


def _form(file: FormFile, base: Form | None) -> Form:
    said = file.model_fields_set
    sender = {name: getattr(file.sender, name) for name in file.sender.model_fields_set}
    plain = ("kind", "trust", "subject", "says", "notice_says")
    given: dict[str, Any] = {name: getattr(file, name) for name in plain if name in said} | sender
    if "layouts" in said:
        given["layouts"] = frozenset(file.layouts)
    title = file.title or (base.title if base else file.id)
    if base is None:
        added = {name: getattr(file, name) for name in ("frame", "ignore", "beside")}
        return Form(id=file.id, title=title, labels=file.labels, **added, **given)
    # Who sends it is said whole wherever anything is said of it: half of another's senders is nobody's wish.
    cleared: dict[str, Any] = (
        {"addresses": (), "domains": (), "own_staff": False, "names": ()} if "sender" in said else {}
    )
    return replace(base, id=file.id, title=title, **_added(file, base), **{**cleared, **given})


def _added(file: FormFile, base: Form) -> dict[str, Any]:
    """The labels of the other form and this one's; a label that moves is where this one has it."""
    moved = {
        " ".join(label.casefold().split())
        for labels in (*file.labels.values(), file.ignore, file.beside)
        for label in labels
    }

    def kept(labels: Names) -> Names:
        return tuple(one for one in labels if " ".join(one.casefold().split()) not in moved)

    names = dict.fromkeys((*file.labels, *base.labels))
    return {
        "labels": {name: (*file.labels.get(name, ()), *kept(base.labels.get(name, ()))) for name in names},
        "ignore": (*file.ignore, *kept(base.ignore)),
        "beside": (*file.beside, *kept(base.beside)),
        "frame": (*file.frame, *base.frame),
    }


def _unknown(where: str, name: str, known: Mapping[str, Form], what_for: str) -> Problem:
    return Problem(
        where=where,
        what=f"There is no form '{name}' {what_for}.",
        what_to_do=f"Known: {', '.join(known)}.",
    )


def _name(folder: Path, name: str) -> str:
    return f"{folder.name}/{name}.toml"
