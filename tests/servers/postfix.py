"""A private Postfix on the loopback that takes email only with TLS and a login, and hands it to a Dovecot."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

from servers.certificates import make_certificates
from servers.dovecot import Dovecot
from servers.needs import free_port, missing, need

MAIN = """
compatibility_level = 3.6
queue_directory = {root}/queue
data_directory = {root}/data
maillog_file = {root}/mail.log
maillog_file_prefixes = {root}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = relay.school.example
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = {domains}
virtual_mailbox_maps = inline:{{ {users} }}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
default_transport = error:outside mail is disabled
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = {key}, {chain}
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{sasl}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = reject_unlisted_recipient, permit_sasl_authenticated, reject
smtpd_peername_lookup = no
smtpd_sender_login_maps = texthash:{root}/owners
smtpd_sender_restrictions = reject_known_sender_login_mismatch
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
"""


class Postfix:
    """One relay in front of `dovecot`; a context manager. Needs root, as Postfix itself does.

    `own` are the addresses that only their own account may send as; Postfix says so at the first recipient.
    """

    host = "localhost"

    def __init__(self, dovecot: Dovecot, *users: str, own: tuple[str, ...] = ()) -> None:
        self._program = need("postfix", "postfix")
        if os.geteuid() != 0:
            missing("a private Postfix needs root")
        self.root = Path(tempfile.mkdtemp(prefix="letterladder-postfix-"))
        self.root.chmod(0o755)
        self.port = free_port()
        certificates = make_certificates(self.root)
        self.ca_file = certificates.ca_file
        etc = self.root / "etc"
        for folder in (etc, self.root / "queue", self.root / "data"):
            folder.mkdir()
        shutil.chown(self.root / "data", "postfix")
        (self.root / "owners").write_text("".join(f"{user} {user}\n" for user in own))
        (etc / "main.cf").write_text(
            MAIN.format(
                root=self.root,
                domains=", ".join(sorted({user.partition("@")[2] for user in users})),
                users=", ".join(f"{{ {user} = ok }}" for user in users),
                lmtp=dovecot.lmtp_port,
                sasl=dovecot.sasl_port,
                chain=certificates.chain_file,
                key=certificates.key_file,
            )
        )
        (etc / "master.cf").write_text(MASTER.format(port=self.port))

    def __enter__(self) -> "Postfix":
        self._command("start")
        deadline = time.monotonic() + 60
        while not self._is_up():
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.05)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._command("stop")
        shutil.rmtree(self.root, ignore_errors=True)

    def log(self) -> str:
        """What the server wrote about itself."""
        file = self.root / "mail.log"
        return file.read_text() if file.exists() else "no log"

    def _command(self, word: str) -> None:
        done = subprocess.run(
            [self._program, "-c", str(self.root / "etc"), word],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0 or word == "stop", done.stderr + self.log()

    def _is_up(self) -> bool:
        pid_file = self.root / "queue" / "pid" / "master.pid"
        return pid_file.exists() and bool(pid_file.read_text().strip())
