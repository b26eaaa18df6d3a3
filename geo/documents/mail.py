"""Mail (.eml) -> a document: its text, or else its page; subject, sender and day as title, source and publication."""

from email import message_from_binary_file, policy
from email.message import EmailMessage
from io import BytesIO
from typing import BinaryIO

from geo.documents.items import Found, Limits
from geo.documents.page import read_page
from geo.documents.whole import read_whole
from geo.errors import DocumentError
from geo.model import Document

UNDERSTOOD = {"subject", "from", "date", "content-type", "content-disposition", "content-transfer-encoding"}
LONGEST = 4_000  # characters of a head line that is understood, whose time and memory grow with their square


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a message as a document; what is attached to it is passed over."""
    yield from read_whole(stream, where, name, limits, _document)


def _document(data: BytesIO, name: str) -> Document:
    message = message_from_binary_file(data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101  # as the policy makes it
    lengths = [len(value) for part in message.walk() for key, value in part.raw_items() if key.lower() in UNDERSTOOD]
    if max(lengths, default=0) > LONGEST:
        raise DocumentError(f"has a head line of more than {LONGEST:,} characters", "shorten it")
    body = message.get_body(("plain", "html"))
    if body is None or not message.keys():
        raise DocumentError("is no message with a text", "save its text as .txt")
    text = str(body.get_content())
    if body.get_content_type() == "text/html":
        text = read_page(text, name).text
    day, sender = message["date"], message["from"]
    return Document(
        name,
        text,
        title=str(message["subject"] or "") or None,
        source=str(sender.addresses[0].display_name or sender.addresses[0]) if sender and sender.addresses else None,
        published=day.datetime.date() if day and day.datetime else None,
    )
