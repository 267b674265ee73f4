"""As much of kustomize as deploy/kubernetes uses: joins the plain files of an overlay, refuses what it does not know.

What it does is taken from kustomize's documented field specifications: in which places a name, a namespace, a label
and a suffix are put. The real one is not needed by the tests, and no cluster is.
"""

import copy
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

KNOWN = {
    "apiVersion",
    "kind",
    "namespace",
    "nameSuffix",
    "resources",
    "configMapGenerator",
    "images",
    "labels",
}
KNOWN |= {"patches"}
Thing = dict[str, Any]


def joined(folder: Path) -> list[Thing]:
    """The objects that an overlay stands for."""
    own = yaml.safe_load((folder / "kustomization.yaml").read_text(encoding="utf-8"))
    unknown = set(own) - KNOWN
    if unknown:
        raise ValueError(f"{folder}: not known here: {', '.join(sorted(unknown))}")
    things = [thing for name in own.get("resources", []) for thing in _read(folder / name)]
    for one in own.get("configMapGenerator", []):
        files = {name: (folder / name).read_text(encoding="utf-8") for name in one["files"]}
        things.append(
            {
                "apiVersion": "v1",
                "kind": "ConfigMap",
                "metadata": {"name": one["name"], "generated": True},
                "data": files,
            }
        )
    for patch in own.get("patches", []):
        _patch(things, patch)
    for label in own.get("labels", []):
        for thing in things:
            _label(thing, label["pairs"])
    if suffix := own.get("nameSuffix", ""):
        _rename(things, {name: f"{name}{suffix}" for name in _names(things)})
    for image in own.get("images", []):
        _retag(things, image)
    for thing in things:
        if (namespace := own.get("namespace", "")) and thing["kind"] != "Namespace":
            thing["metadata"]["namespace"] = namespace
    return things


def finished(folder: Path) -> list[Thing]:
    """`joined`, with the hash of its content at the end of each generated name, as is done last of all."""
    things = joined(folder)
    for thing in things:
        if thing["metadata"].pop("generated", False):
            told = hashlib.sha256(repr(sorted(thing["data"].items())).encode()).hexdigest()[:10]
            _rename(things, {thing["metadata"]["name"]: f"{thing['metadata']['name']}-{told}"}, "ConfigMap")
    return things


def _read(place: Path) -> list[Thing]:
    if place.is_dir():
        return joined(place)
    return [one for one in yaml.safe_load_all(place.read_text(encoding="utf-8")) if one]


def _names(things: list[Thing]) -> set[str]:
    return {thing["metadata"]["name"] for thing in things}


def _pods(thing: Thing) -> Iterator[Thing]:
    if thing["kind"] == "StatefulSet":
        yield thing["spec"]["template"]["spec"]


def containers(thing: Thing) -> list[Thing]:
    """Those of its pod, the first ones too."""
    return [
        one for pod in _pods(thing) for key in ("initContainers", "containers") for one in pod.get(key, [])
    ]


def _patch(things: list[Thing], patch: Thing) -> None:
    target = patch["target"]
    found = [
        thing
        for thing in things
        if (thing["kind"], thing["metadata"]["name"]) == (target["kind"], target["name"])
    ]
    if not found:
        raise ValueError(f"a patch of {target} fits nothing")
    for thing in found:
        for step in yaml.safe_load(patch["patch"]):
            if step["op"] != "replace":
                raise ValueError(f"not known here: {step['op']}")
            *way, last = [int(key) if key.isdigit() else key for key in step["path"].strip("/").split("/")]
            place: Any = thing
            for key in way:
                place = place[key]
            place[last]  # a key that is not there cannot be replaced
            place[last] = copy.deepcopy(step["value"])


def _label(thing: Thing, pairs: dict[str, str]) -> None:
    """With includeSelectors: on the object, on what it makes, and in each selector."""
    thing["metadata"].setdefault("labels", {}).update(pairs)
    spec = thing.get("spec", {})
    if thing["kind"] == "Service":
        spec["selector"].update(pairs)
    if thing["kind"] == "StatefulSet":
        spec["selector"]["matchLabels"].update(pairs)
        spec["template"]["metadata"].setdefault("labels", {}).update(pairs)
        for claim in spec["volumeClaimTemplates"]:
            claim["metadata"].setdefault("labels", {}).update(pairs)
    if thing["kind"] == "NetworkPolicy":
        peers = [peer for rule in spec["ingress"] for peer in rule.get("from", [])]
        peers += [peer for rule in spec["egress"] for peer in rule.get("to", [])]
        for chosen in [
            spec["podSelector"],
            *(peer["podSelector"] for peer in peers if "podSelector" in peer),
        ]:
            if "matchLabels" in chosen:
                chosen["matchLabels"].update(pairs)


def _rename(things: list[Thing], to: dict[str, str], kind: str = "") -> None:
    """Objects, and what refers to one of these objects; a name that is none of them stays as it is."""
    kinds = {
        thing["kind"]: set[str]()
        for thing in things
        if kind in {"", thing["kind"]} and thing["kind"] != "Namespace"
    }
    for thing in things:
        if thing["kind"] in kinds and thing["metadata"]["name"] in to:
            kinds[thing["kind"]].add(thing["metadata"]["name"])
            thing["metadata"]["name"] = to[thing["metadata"]["name"]]
    for thing in things:
        if thing["kind"] == "StatefulSet":
            _refer(thing["spec"], "serviceName", kinds.get("Service", set()), to)
        for pod in _pods(thing):
            _refer(pod, "serviceAccountName", kinds.get("ServiceAccount", set()), to)
            for volume in pod["volumes"]:
                _refer(volume.get("configMap", {}), "name", kinds.get("ConfigMap", set()), to)
                _refer(volume.get("secret", {}), "secretName", kinds.get("Secret", set()), to)


def _refer(place: Thing, key: str, renamed: set[str], to: dict[str, str]) -> None:
    if place.get(key) in renamed:
        place[key] = to[place[key]]


def _retag(things: list[Thing], image: Thing) -> None:
    for thing in things:
        for one in containers(thing):
            name, _, tag = one["image"].partition(":")
            if name == image["name"]:
                one["image"] = f"{image.get('newName', name)}:{image.get('newTag', tag)}"
