"""[desk] of school.toml: the pages in a browser, and how people sign in to them."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from ..rules.people.school import Desking
from .desk_address import wrong_desk
from .values import Among, Said

Text = Annotated[str, Field(min_length=1)]
Beside = Annotated[str, Field(pattern=r"^[^/\\]*$")]
"""The name of a file beside school.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntraTable(Said):
    """[desk.microsoft]: the app registration by which staff sign in; `secret_file` is beside school.toml."""

    # One directory and no more: "common" and its like would let in everybody who has an account.
    tenant: Annotated[
        str,
        Field(
            pattern=r"^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+)$"
        ),
    ]
    client_id: Text
    secret_file: Annotated[str, Field(min_length=1, pattern=r"^[^/\\]+$")]
    authority: Annotated[str, Field(pattern=r"^https?://[^/?#]+$")] = "https://login.microsoftonline.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleSignInTable(Said):
    """[desk.google]: the OAuth client by which staff sign in; `domain` is the Workspace domain of the school."""

    client_id: Text
    secret_file: Annotated[str, Field(min_length=1, pattern=r"^[^/\\]+$")]
    domain: Text
    issuer: Annotated[str, Field(pattern=r"^https?://[^?#]+$")] = "https://accounts.google.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTable(Said):
    """[desk]: the pages in a browser, and how people sign in besides the link by email."""

    desking: Annotated[
        Desking,
        Among(
            wrong_desk,
            certificate=Beside,
            key=Beside,
            idle_minutes=Annotated[int, Field(ge=5, le=240)],
            longest_hours=Annotated[int, Field(ge=1, le=24)],
        ),
    ] = field(default_factory=Desking)
    microsoft: EntraTable | None = None
    google: GoogleSignInTable | None = None
