"""Real web pages wrapped in one file: the same as the page alone. Runs where the samples are."""

from __future__ import annotations

import json
import plistlib
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.quoprimime import body_encode

import pytest
from samples import samples_folder

from content.reading import read

PAGES = ["gbk_163_05", "gne_qq_prism", "tw_udnmoney_kioxia"]


@pytest.fixture(params=PAGES, scope="module")
def page(request: pytest.FixtureRequest) -> tuple[bytes, str]:
    corpus = samples_folder() / "corpus"
    told = json.loads((corpus / "EXPECTED.json").read_text(encoding="utf-8"))[f"{request.param}.html"]
    return (corpus / f"{request.param}.html").read_bytes(), told.get("enc", "utf-8")


def test_in_mime_parts(page: tuple[bytes, str]) -> None:
    html, encoding = page
    for charset in (encoding, None):
        part = MIMEBase("text", "html", **({"charset": charset} if charset else {}))
        part["Content-Transfer-Encoding"] = "quoted-printable"
        part.set_payload(body_encode(html.decode("latin-1")))
        whole = MIMEMultipart("related", type="text/html")
        whole.attach(part)
        whole.attach(MIMEImage(b"\x89PNG\r\n\x1a\n", "png"))
        assert read(whole.as_bytes(), "x.html") == read(html, "x.html")


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_in_a_property_list(page: tuple[bytes, str], form: plistlib.PlistFormat) -> None:
    html, encoding = page
    resource = {
        "WebResourceData": html,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": encoding,
    }
    assert read(plistlib.dumps({"WebMainResource": resource}, fmt=form), "x.html") == read(html, "x.html")
