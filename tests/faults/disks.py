"""Faults of the disk: full, out of inodes, read-only, broken, and a network drive that fails to rename."""

import shutil
from collections.abc import Sequence

from faults.fault import Fault, Run, Said, type_on, type_under
from faults.files import BOTH, LOG, NONE
from faults.place import DRAFTED, POSTED, REMINDER
from faults.school import School

SIZE = "size=4m"


def nothing(_: School) -> None:
    """The fault is in the disk, not in a file."""


def on_full_disk(free: int) -> Run:
    """The school on a disk of 4 MB with `free` kB free."""
    return lambda school, words: type_on(school, words, options=SIZE, free=free)


def without_inodes(school: School, words: Sequence[str]) -> Said:
    """The school on a disk that has room for three files more, and for two more locks."""
    count = 1 + sum(1 for _ in school.folder.rglob("*"))
    return type_on(school, words, options=f"{SIZE},nr_inodes={count + 5}")


def read_only(school: School, words: Sequence[str]) -> Said:
    """The school on a disk that may not be written."""
    return type_on(school, words, options=SIZE, read_only=True)


def injected(call: str, error: str, when: str = "1+", path: str = "") -> Run:
    """The system call fails with this error at these times; `path` names the file it is about."""

    def typed(school: School, words: Sequence[str]) -> Said:
        at = ("-P", str(school.folder / path)) if path else ()
        inject = f"inject={call}:error={error}:when={when}"
        strace = shutil.which("strace", path="/usr/bin:/bin:/usr/local/bin") or "strace"
        return type_under(
            school, words, strace, "-f", "-qq", *at, "-e", f"trace={call}", "-e", inject, "-o", "/dev/null"
        )

    return typed


def mail_not_renamed(school: School, words: Sequence[str]) -> Said:
    """The first rename of a round puts the new email into data/intake."""
    return injected("rename", "ESTALE", "1")(school, words)


ROUND = ("round",)
FULL = "The disk is full"
FREE = "Free some space on that disk and try again; everything kept so far is safe."
HEALTHY = "Check that the disk or network drive is connected and healthy, then try again."

FAULTS = (
    Fault(
        name="full disk: round",
        made="The school is on a disk of 4 MB that is full to the last byte",
        make=nothing,
        run=on_full_disk(0),
        needs="mount",
        codes=(3,),
        says=(FULL, FREE),
        besides=NONE,
        mended="space is freed; the next round does it all",
    ),
    Fault(
        name="full disk half way: round",
        made="The same with 12 kB free: the email is kept, then the disk is full",
        make=nothing,
        run=on_full_disk(12),
        needs="mount",
        codes=(3,),
        says=(FULL, FREE),
        besides=NONE,
        mended="space is freed; the next round does the rest",
    ),
    Fault(
        name="full disk: approve",
        made="The same, full; the head approves",
        make=nothing,
        typed=(("approve", DRAFTED),),
        run=on_full_disk(0),
        needs="mount",
        codes=(3,),
        says=(FULL, FREE),
        besides=NONE,
        mended="space is freed; the head approves again",
    ),
    Fault(
        name="full disk: export",
        made="The same, full; a copy of the register is made on it",
        make=nothing,
        typed=(("export", "--out", "data/copy.csv"),),
        run=on_full_disk(0),
        needs="mount",
        codes=(3,),
        says=(FULL, FREE),
        besides=NONE,
        mended="space is freed; the copy is made again",
    ),
    Fault(
        name="full disk: backup",
        made="The same with 24 kB free; a backup is made on it",
        make=nothing,
        typed=(("backup", "backup.zip"),),
        run=on_full_disk(24),
        needs="mount",
        codes=(3,),
        says=(FULL, FREE),
        besides=NONE,
        mended="another disk is named",
    ),
    Fault(
        name="no inodes left",
        made="The disk has room, but for three files more only, beside two locks",
        make=nothing,
        run=without_inodes,
        needs="mount",
        codes=(3,),
        says=(
            "The disk cannot hold any more files, however much space is free",
            "Remove files nobody needs",
        ),
        besides=frozenset({REMINDER}),
        mended="files are removed from that disk; the next round does the rest",
    ),
    Fault(
        name="read-only folder: round",
        made="The disk was mounted read-only",
        make=nothing,
        run=read_only,
        needs="mount",
        codes=(3,),
        says=("This account is not allowed to write here.", "->"),
        besides=NONE,
        mended="the disk is mounted for writing",
    ),
    Fault(
        name="read-only folder: listings",
        made="The same; somebody looks at the cases",
        make=nothing,
        typed=(("cases",), ("mails",), ("case", POSTED)),
        run=read_only,
        needs="mount",
        codes=(0, 0, 0),
        says=(POSTED,),
        besides=NONE,
    ),
    Fault(
        name="rename fails once (ESTALE)",
        made="A network drive forgets a file when the email just fetched is put in its place",
        make=nothing,
        run=mail_not_renamed,
        needs="strace",
        codes=(3,),
        says=("data/intake/<sha>.eml", "The disk reported: Stale file handle.", HEALTHY),
        besides=frozenset({REMINDER}),
        mended="nothing: the next round does the rest",
    ),
    *(
        Fault(
            name=f"rename fails for good ({error})",
            made=made,
            make=nothing,
            run=injected("rename", error),
            needs="strace",
            codes=(3,),
            says=(f"The disk reported: {words}.", HEALTHY),
            besides=NONE,
            mended="the drive is put right; the next round does the rest",
        )
        for error, made, words in (
            ("ESTALE", "A network drive forgets its files", "Stale file handle"),
            ("EXDEV", "A drive says that its folders are on two disks", "Invalid cross-device link"),
            ("EBUSY", "A virus scanner or a sync client holds the files", "Device or resource busy"),
        )
    ),
    Fault(
        name="fsync fails (EIO)",
        made="The disk cannot say that a write has arrived",
        make=nothing,
        run=injected("fsync", "EIO"),
        needs="strace",
        codes=(3,),
        says=("The disk reported: Input/output error.", HEALTHY),
        besides=NONE,
        mended="the disk is replaced; the next round does the rest",
    ),
    Fault(
        name="read of a case log fails (EIO)",
        made="One case log is on a bad block",
        make=nothing,
        run=injected("read", "EIO", path=LOG),
        needs="strace",
        codes=(3,),
        says=(LOG, "The disk reported: Input/output error.", HEALTHY),
        besides=BOTH,
        mended="the disk is replaced",
    ),
    Fault(
        name="read of the email log fails (EIO)",
        made="The email log is on a bad block",
        make=nothing,
        run=injected("read", "EIO", path="data/ledger/mails.log"),
        needs="strace",
        codes=(3,),
        says=("data/ledger/mails.log", "The disk reported: Input/output error.", HEALTHY),
        besides=frozenset({REMINDER}),
        mended="the disk is replaced",
    ),
    Fault(
        name="read of an email fails (EIO)",
        made="An email in the inbox is on a bad block",
        make=nothing,
        run=injected("read", "EIO", path="inbox/005.eml"),
        needs="strace",
        codes=(3,),
        says=("inbox/005.eml", "->"),
        besides=frozenset({REMINDER}),
        mended="the disk is replaced; the email is still in the inbox",
    ),
)
