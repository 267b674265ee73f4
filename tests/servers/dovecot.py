"""A private Dovecot on the loopback: IMAP, IMAPS, LMTP, and logins for Postfix. Ended by its own pid."""

import getpass
import grp
import os
import pwd
import re
import shutil
import signal
import smtplib
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from imapclient import IMAPClient
from servers.certificates import make_certificates
from servers.needs import free_port, need
from servers.tokens import ISSUER, Signer

PASSWORD = "meadow-lantern-42"

CONFIG = """
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_uid = {user}
mail_gid = {group}
first_valid_uid = {uid}
first_valid_gid = {gid}
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
mail_location = maildir:{root}/mail/%u
ssl = yes
ssl_cert = <{chain}
ssl_key = <{key}
{extra}
namespace inbox {{
  inbox = yes
{namespace}
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {root}/oauth2.conf
}}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = {root}/users
}}
userdb {{
  driver = passwd-file
  args = {root}/users
  default_fields = home={root}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service auth {{
  inet_listener sasl {{
    address = 127.0.0.1
    port = {sasl}
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service ipc {{
  chroot =
}}
"""


OAUTH2 = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={root}/oauth/
username_attribute = email
issuers = {issuer}
"""


class Dovecot:
    """One server with the users given; a context manager.

    Attributes:
        host: use this name, the certificate is for it (unless `names` says another).
        imap_port: plain and STARTTLS; imaps_port: TLS; lmtp_port, sasl_port: for Postfix.
        ca_file: the authority to trust.
        signer: whose tokens are taken (XOAUTH2).
    """

    host = "localhost"

    def __init__(
        self, *users: str, extra: str = "", namespace: str = "", names: tuple[str, ...] = ()
    ) -> None:
        self._program = need("dovecot", "dovecot-imapd dovecot-lmtpd")
        self.signer = Signer()
        need("lmtp", "dovecot-lmtpd")
        self.root = Path(tempfile.mkdtemp(prefix="letterladder-dovecot-"))
        self.imap_port, self.imaps_port, self.lmtp_port, self.sasl_port = (free_port() for _ in range(4))
        certificates = make_certificates(self.root, *names)
        self.ca_file = certificates.ca_file
        account = pwd.getpwnam("nobody" if os.geteuid() == 0 else getpass.getuser())
        (self.root / "users").write_text("".join(f"{user}:{{PLAIN}}{PASSWORD}::::::\n" for user in users))
        (self.root / "dovecot.conf").write_text(
            CONFIG.format(
                root=self.root,
                user=account.pw_name,
                group=grp.getgrgid(account.pw_gid).gr_name,
                uid=account.pw_uid,
                gid=account.pw_gid,
                chain=certificates.chain_file,
                key=certificates.key_file,
                imap=self.imap_port,
                imaps=self.imaps_port,
                lmtp=self.lmtp_port,
                sasl=self.sasl_port,
                extra=extra,
                namespace=namespace,
            )
        )
        (self.root / "oauth2.conf").write_text(OAUTH2.format(root=self.root, issuer=ISSUER))
        self.signer.publish(self.root / "oauth")
        for folder in ("mail", "run", "state"):
            (self.root / folder).mkdir()
        if os.geteuid() == 0:
            for path in (self.root, *self.root.rglob("*")):
                os.chown(path, account.pw_uid, account.pw_gid)
        self._running: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Dovecot":
        self._running = subprocess.Popen(
            [self._program, "-F", "-c", str(self.root / "dovecot.conf")], start_new_session=True
        )
        deadline = time.monotonic() + 60
        while not all(_answers(port) for port in (self.imap_port, self.imaps_port, self.lmtp_port)):
            assert self._running.poll() is None, self.log()
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.02)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running is not None:
            # Its session is its own: the group holds this server's children and nobody else.
            os.killpg(self._running.pid, signal.SIGTERM)
            self._running.wait(timeout=60)
        shutil.rmtree(self.root, ignore_errors=True)

    def log(self) -> str:
        """What the server wrote about itself."""
        file = self.root / "dovecot.log"
        return file.read_text() if file.exists() else "no log"

    def deliver(self, user: str, *mails: bytes) -> None:
        """Put emails into a user's inbox, as a mail server would (LMTP)."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port, timeout=60) as link:
            for mail in mails:
                link.sendmail("sender@elsewhere.example", [user], mail)

    def renumber(self, user: str) -> None:
        """Write another UIDVALIDITY into the list of UIDs, as a restored backup brings it."""
        uids = self.root / "mail" / user / "dovecot-uidlist"
        head, _, rest = uids.read_text().partition("\n")
        changed = re.sub(r"V(\d+)", lambda found: f"V{int(found[1]) + 1000}", head)
        uids.write_text(f"{changed}\n{rest}")
        for file in (self.root / "mail" / user).glob("dovecot.index*"):
            file.unlink()

    @contextmanager
    def login(self, user: str) -> Iterator[IMAPClient]:
        """A bare client, to look from outside at what our own code did."""
        with IMAPClient(self.host, self.imap_port, ssl=False, timeout=60) as client:
            client.login(user, PASSWORD)
            yield client


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
