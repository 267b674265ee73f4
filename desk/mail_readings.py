"""What the command line and the pages read of emails, and what needs little else to be loaded."""

from ..workflows.attachment_words import words_of_attachment
from ..workflows.known_emails import one_email, read_again
from ..workflows.known_emails import rows_of as mails_of

__all__ = ["mails_of", "one_email", "read_again", "words_of_attachment"]
