"""The servers as fixtures, one of each for a whole test run; import them into a test module by name."""

from collections.abc import Iterator
from itertools import count

import pytest
from servers.certificates import Certificates, make_certificates
from servers.dovecot import Dovecot
from servers.postfix import Postfix
from servers.smtp_sink import SmtpSink

USERS = tuple(f"box{number}@school.example" for number in range(1, 200))
_free = count()


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Certificates for localhost."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot with many empty mailboxes."""
    with Dovecot(*USERS) as server:
        yield server


@pytest.fixture(scope="session")
def postfix(dovecot: Dovecot) -> Iterator[Postfix]:
    """A Postfix that delivers into that Dovecot."""
    with Postfix(dovecot, *USERS) as server:
        yield server


@pytest.fixture
def mailbox_user() -> str:
    """A user of `dovecot` whose mailbox no other test has touched."""
    return USERS[next(_free)]


@pytest.fixture
def smtp_sink(certificates: Certificates) -> Iterator[SmtpSink]:
    """An SMTP server that keeps what it takes."""
    with SmtpSink(certificates) as server:
        yield server
