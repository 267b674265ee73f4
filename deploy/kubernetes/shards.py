"""Write the shards of an overlay from a list of schools: `python shards.py LIST OVERLAY [--most 300]`.

A school that is in a shard stays there, since its folder is on that shard's volume; new ones go where there is room,
and then into new shards. A school that is no longer in the list is named and stays until somebody takes it out of its
shard's trust.toml by hand.
"""

import argparse
import re
import sys
import tomllib
from pathlib import Path

NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
FULL = 300
"""Schools of a shard, unless another number is given; so many were measured in one daemon (decision 0063)."""
DOMAIN = "letterladder.example"

KUSTOMIZATION = """\
# Written by shards.py.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
nameSuffix: "-{shard}"
resources:
  - ../../../../base
labels:
  - pairs:
      shard: "{shard}"
    includeSelectors: true
configMapGenerator:
  - name: letterladder-trust
    files:
      - trust.toml
patches:
  - target:
      kind: StatefulSet
      name: letterladder
    patch: |-
      - op: replace
        path: /spec/template/spec/volumes/0/secret/secretName
        value: letterladder-secrets-{shard}
"""
TRUST = """\
# Written by shards.py. No [[people]] here: they would see the counts of every school in this shard.
name = "Shard {shard}"
schools = [
{schools}
]

[desk]
on = true
listen = "0.0.0.0:8400"
address = "https://desk-{shard}.{domain}"
certificate = "desk.crt"
key = "desk.key"
"""
OVERLAY = """\
# Written by shards.py.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: letterladder
resources:
  - namespace.yaml
{shards}
images:
  - name: registry.letterladder.example/letterladder
    newTag: 0.1.0
"""


class Wrong(Exception):
    """What is wrong with the list, in words."""


def listed(text: str) -> list[str]:
    """The schools of a list, in its order.

    Raises:
        Wrong: a name is none, or is there twice, or there is no school at all.
    """
    names: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        name = line.partition("#")[0].strip()
        if not name:
            continue
        if not NAME.fullmatch(name):
            raise Wrong(
                f"line {number}: '{name}' is no short name: a to z, 0 to 9 and - between them, 63 at most"
            )
        if name in names:
            raise Wrong(f"line {number}: '{name}' is there twice")
        names.append(name)
    if not names:
        raise Wrong("there is no school in the list")
    return names


def placed(schools: list[str], before: dict[str, list[str]], most: int) -> dict[str, list[str]]:
    """The schools of each shard: as they were, and the new ones where there is room."""
    after = {shard: list(held) for shard, held in sorted(before.items())}
    known = {name for held in after.values() for name in held}
    waiting = [name for name in schools if name not in known]
    for held in after.values():
        room = max(0, most - len(held))
        held.extend(waiting[:room])
        del waiting[:room]
    number = max((int(shard) for shard in after), default=-1) + 1
    for start in range(0, len(waiting), most):
        after[f"{number:03}"] = waiting[start : start + most]
        number += 1
    return after


def shards_in(overlay: Path) -> dict[str, list[str]]:
    """The shards that are there, with their schools.

    Raises:
        Wrong: one cannot be read, or two hold the same school.
    """
    found: dict[str, list[str]] = {}
    where: dict[str, str] = {}
    for file in sorted(overlay.glob("shards/*/trust.toml")):
        shard = file.parent.name
        if not shard.isdigit():
            raise Wrong(f"{file.parent}: the folder of a shard is named by a number")
        try:
            found[shard] = list(tomllib.loads(file.read_text(encoding="utf-8"))["schools"])
        except (ValueError, KeyError, TypeError) as error:
            raise Wrong(f"{file}: cannot be read: {error!r}") from None
        for name in found[shard]:
            if name in where:
                raise Wrong(
                    f"{file}: '{name}' is in shard {where[name]} as well: two would write in one mailbox"
                )
            where[name] = shard
    return found


def write(overlay: Path, shards: dict[str, list[str]], before: dict[str, list[str]]) -> None:
    """Write the overlay. A shard that is there keeps all of its trust.toml but the list of its schools."""
    for shard, schools in shards.items():
        folder = overlay / "shards" / shard
        folder.mkdir(parents=True, exist_ok=True)
        lines = "\n".join(f'    "{name}",' for name in schools)
        file = folder / "trust.toml"
        if shard not in before:
            file.write_text(TRUST.format(shard=shard, schools=lines, domain=DOMAIN), encoding="utf-8")
            (folder / "kustomization.yaml").write_text(KUSTOMIZATION.format(shard=shard), encoding="utf-8")
        elif schools != before[shard]:
            text = file.read_text(encoding="utf-8")
            new = re.sub(
                r"(?m)^schools\s*=\s*\[[^\]]*\]", lambda _, lines=lines: f"schools = [\n{lines}\n]", text
            )
            file.write_text(new, encoding="utf-8")
    places = "\n".join(f"  - shards/{shard}" for shard in shards)
    (overlay / "kustomization.yaml").write_text(OVERLAY.format(shards=places), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Read the list, write the shards, say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("list", type=Path)
    parser.add_argument("overlay", type=Path)
    parser.add_argument("--most", type=int, default=FULL, help="schools in a shard, at most")
    asked = parser.parse_args(arguments)
    try:
        if asked.most < 1:
            raise Wrong("--most: a shard holds one school at least")
        schools = listed(asked.list.read_text(encoding="utf-8"))
        before = shards_in(asked.overlay)
        shards = placed(schools, before, asked.most)
    except (Wrong, OSError, UnicodeError) as error:
        sys.stderr.write(f"{asked.list}: {error}\nNothing was written.\n")
        return 2
    write(asked.overlay, shards, before)
    old = {name for held in before.values() for name in held}
    sys.stdout.write(
        f"{len(set(schools) - old)} schools are new; {len(shards)} shards, {len(shards) - len(before)} new\n"
    )
    gone = sorted(old - set(schools))
    if gone:
        sys.stdout.write(
            f"no longer in the list, and still in their shards: {', '.join(gone)}. Their cases are on the volume: back "
            "them up, then take each out of its shard's trust.toml.\n"
        )
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
