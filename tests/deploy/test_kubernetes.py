"""The manifests of deploy/kubernetes: each object fits the schema, all fit together, and they fit the program.

No cluster ran them here: what is proven is what can be read from the files.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
from deploy.kustomize import containers, finished, joined

from letterladder.config.desk_tables import DeskTable
from letterladder.config.toml_file import read_toml
from letterladder.config.trust_file import TrustTable
from letterladder.desk.cli import MODULES

HERE = Path(__file__).resolve().parents[2] / "deploy" / "kubernetes"
OVERLAYS = sorted(one.name for one in (HERE / "overlays").iterdir())
SCHEMA = "1.34"


@pytest.fixture(params=OVERLAYS)
def things(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """The objects of an overlay."""
    return finished(HERE / "overlays" / request.param)


def of_kind(things: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [thing for thing in things if thing["kind"] == kind]


def pod_of(shard: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = shard["spec"]["template"]["spec"]
    return found


def test_each_object_fits_the_schema(things: list[dict[str, Any]]) -> None:
    """Strictly: a key that Kubernetes does not know would be dropped without a word."""
    for thing in things:
        kubernetes_validate.validate(thing, SCHEMA, strict=True)


def test_a_misspelt_key_is_seen() -> None:
    """Otherwise the test above proves nothing."""
    (shard,) = of_kind(finished(HERE / "overlays" / "small-trust"), "StatefulSet")
    pod_of(shard)["terminationGracePeriod"] = 300
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(shard, SCHEMA, strict=True)


def test_no_two_objects_have_one_name(things: list[dict[str, Any]]) -> None:
    """The second would take the place of the first."""
    names = [(thing["kind"], thing["metadata"]["name"]) for thing in things]
    assert len(set(names)) == len(names)


def test_what_is_referred_to_is_there(things: list[dict[str, Any]]) -> None:
    """Each shard its own: service, account, lists and scripts, and volumes."""
    names = {(thing["kind"], thing["metadata"]["name"]) for thing in things}
    for shard in of_kind(things, "StatefulSet"):
        pod = pod_of(shard)
        assert ("Service", shard["spec"]["serviceName"]) in names
        assert ("ServiceAccount", pod["serviceAccountName"]) in names
        for volume in pod["volumes"]:
            assert "configMap" not in volume or ("ConfigMap", volume["configMap"]["name"]) in names
        volumes = {volume["name"] for volume in pod["volumes"]}
        volumes |= {claim["metadata"]["name"] for claim in shard["spec"]["volumeClaimTemplates"]}
        used = {mount["name"] for one in containers(shard) for mount in one["volumeMounts"]}
        assert used == volumes


def test_selectors_choose_their_own_shard_and_no_other(things: list[dict[str, Any]]) -> None:
    """One desk's pages must never come from another shard."""
    shards = of_kind(things, "StatefulSet")
    for shard in shards:
        chosen = shard["spec"]["selector"]["matchLabels"]
        assert [one for one in shards if fits(chosen, one)] == [shard]
    for service in of_kind(things, "Service"):
        (behind,) = [one for one in shards if fits(service["spec"]["selector"], one)]
        assert behind["spec"]["serviceName"] == service["metadata"]["name"]
    guarded = [policy["spec"]["podSelector"]["matchLabels"] for policy in of_kind(things, "NetworkPolicy")]
    assert all(sum(fits(one, shard) for one in guarded) == 1 for shard in shards)


def fits(chosen: dict[str, str], shard: dict[str, Any]) -> bool:
    labels: dict[str, str] = shard["spec"]["template"]["metadata"]["labels"]
    return chosen.items() <= labels.items()


def test_the_secrets_of_two_shards_are_two(things: list[dict[str, Any]]) -> None:
    """They are made outside, so no suffix is put to their names: each shard's own file says which."""
    names = [
        volume["secret"]["secretName"]
        for shard in of_kind(things, "StatefulSet")
        for volume in pod_of(shard)["volumes"]
        if "secret" in volume
    ]
    assert len(set(names)) == len(names) == len(of_kind(things, "StatefulSet"))


def test_one_writer_for_each_folder(things: list[dict[str, Any]]) -> None:
    """One pod, a volume that no second pod may mount, and it stays when the shard is taken down."""
    for shard in of_kind(things, "StatefulSet"):
        spec = shard["spec"]
        assert spec["replicas"] == 1
        assert {mode for one in spec["volumeClaimTemplates"] for mode in one["spec"]["accessModes"]} == {
            "ReadWriteOncePod"
        }
        assert spec["persistentVolumeClaimRetentionPolicy"] == {
            "whenDeleted": "Retain",
            "whenScaled": "Retain",
        }
    assert not of_kind(things, "CronJob")  # it could not mount the volume


def test_nothing_runs_as_root_or_writes_outside_its_places(things: list[dict[str, Any]]) -> None:
    """Every container; and the namespace asks for it."""
    for shard in of_kind(things, "StatefulSet"):
        pod = pod_of(shard)
        assert (pod["securityContext"]["runAsNonRoot"], pod["securityContext"]["runAsUser"]) == (True, 1000)
        assert pod["automountServiceAccountToken"] is False
        for one in containers(shard):
            closed = one["securityContext"]
            assert closed == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            writable = {mount["mountPath"] for mount in one["volumeMounts"] if not mount.get("readOnly")}
            assert writable <= {"/school", "/tmp", "/backup", "/run/letterladder"}  # noqa: S108 - in a container
            assert "memory" in one["resources"]["limits"]
    (namespace,) = of_kind(things, "Namespace")
    assert namespace["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == "restricted"


def test_the_group_is_put_on_a_new_volume_only(things: list[dict[str, Any]]) -> None:
    """Otherwise every start would let the group read the cases, and `verify` would complain of each file."""
    for shard in of_kind(things, "StatefulSet"):
        assert pod_of(shard)["securityContext"]["fsGroupChangePolicy"] == "OnRootMismatch"


def test_the_commands_are_commands_of_the_program(things: list[dict[str, Any]]) -> None:
    """In manifests and in scripts."""
    known = {name for names in MODULES.values() for name in names}
    typed = []
    for shard in of_kind(things, "StatefulSet"):
        for one in containers(shard):
            probes = [
                one[key]["exec"]["command"] for key in one if key.endswith("Probe") and "exec" in one[key]
            ]
            typed += [words for words in [one["command"], *probes] if words[0] == "letterladder"]
    assert {words[3] for words in typed} == {"serve", "pulse"}
    assert all(words[1:3] == ["--config", "/school"] for words in typed)
    scripts = "".join(file.read_text(encoding="utf-8") for file in (HERE / "base").glob("*.sh"))
    in_scripts = re.findall(r"^\s*(?:if )?letterladder (?:--config \S+ )?(\w+)", scripts, re.MULTILINE)
    assert set(in_scripts) == {"init", "backup", "verify"}
    assert set(in_scripts) | {"serve", "pulse"} <= known


def test_an_end_leaves_the_daemon_its_five_minutes(things: list[dict[str, Any]]) -> None:
    """As the unit for systemd does, and a hang is found after as long as there."""
    unit = (HERE.parents[1] / "docs" / "letterladder.service").read_text(encoding="utf-8")
    assert "TimeoutStopSec=5min" in unit
    assert "WatchdogSec=30min" in unit
    for shard in of_kind(things, "StatefulSet"):
        assert pod_of(shard)["terminationGracePeriodSeconds"] == 300
        alive = pod_of(shard)["containers"][0]["livenessProbe"]
        assert alive["exec"]["command"][-2:] == ["--within", "30"]


def test_only_mail_https_and_names_leave(things: list[dict[str, Any]]) -> None:
    """And only the desk is reached, from the ingress alone; other addresses of the cluster are out of reach."""
    for policy in of_kind(things, "NetworkPolicy"):
        spec = policy["spec"]
        assert set(spec["policyTypes"]) == {"Ingress", "Egress"}
        assert {port["port"] for rule in spec["ingress"] for port in rule["ports"]} == {"desk"}
        assert all(rule["from"] for rule in spec["ingress"])
        names, world = spec["egress"]
        assert {port["port"] for port in names["ports"]} == {53}
        assert {port["port"] for port in world["ports"]} == {993, 465, 587, 443}
        assert all("169.254.0.0/16" in peer["ipBlock"]["except"] for peer in world["to"][:1])
        # The labels of a shard would be put into it, and the name server has none of them.
        assert all("podSelector" not in peer for peer in names["to"])


def test_each_trust_file_is_one(things: list[dict[str, Any]]) -> None:
    """As the program reads it; its desk listens where the service looks for it."""
    seen: set[str] = set()
    for thing in of_kind(things, "ConfigMap"):
        for text in (text for name, text in thing["data"].items() if name == "trust.toml"):
            table = tomllib.loads(text)
            assert not seen & set(table["schools"])
            seen |= set(table["schools"])
            assert table["desk"]["listen"].endswith(":8400")
    assert seen


@pytest.mark.parametrize("file", sorted(HERE.rglob("trust.toml")), ids=lambda file: file.parent.name)
def test_a_trust_file_has_no_fault(file: Path) -> None:
    """None of those that the daemon would refuse at its start."""
    table, faults = read_toml(file, TrustTable)
    assert faults == []
    assert table is not None
    assert isinstance(table.desk, DeskTable)
    assert (table.desk.desking.on, table.desk.desking.certificate) == (True, "desk.crt")


def test_what_joins_the_files_refuses_what_it_does_not_know(tmp_path: Path) -> None:
    """Rather than leave it out, and prove what no cluster would see."""
    (tmp_path / "kustomization.yaml").write_text("replicas:\n  - name: x\n    count: 2\n")
    with pytest.raises(ValueError, match="not known here: replicas"):
        joined(tmp_path)
