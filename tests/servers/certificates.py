"""Certificates for test servers, made at run time; no private key is ever committed."""

from dataclasses import dataclass
from pathlib import Path

import trustme


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Files of one throw-away authority and of one server certificate for localhost."""

    ca_file: Path
    chain_file: Path
    key_file: Path


def make_certificates(folder: Path, *names: str) -> Certificates:
    """Issue a certificate for `names`, localhost and 127.0.0.1 without any."""
    authority = trustme.CA()
    issued = authority.issue_cert(*(names or ("localhost", "127.0.0.1")), key_type=trustme.KeyType.RSA)
    files = Certificates(
        ca_file=folder / "ca.pem", chain_file=folder / "chain.pem", key_file=folder / "key.pem"
    )
    authority.cert_pem.write_to_path(str(files.ca_file))
    for blob in issued.cert_chain_pems:
        blob.write_to_path(str(files.chain_file), append=True)
    issued.private_key_pem.write_to_path(str(files.key_file))
    return files
