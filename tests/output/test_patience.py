import time
from functools import partial

import pytest

from geo.documents import Limits, read_documents
from geo.errors import TooSlowError
from geo.model import Document
from output.command.patience import patience, patient

DOCUMENT = Document("a", "Invented.")


def test_what_takes_too_long_is_given_up_and_the_next_is_read():
    def slow(_):
        while True:
            time.sleep(0.01)

    with pytest.raises(TooSlowError, match="takes longer than 1 s, see --max-seconds"):
        patient(slow, 1)(DOCUMENT)
    assert patient(lambda document: document.id, 1)(DOCUMENT) == "a"
    time.sleep(1.1)  # no alarm is left over


def test_a_page_that_takes_too_long_to_take_out_of_its_file_is_given_up_and_the_next_is_read(tmp_path):
    (tmp_path / "a.html").write_text("<html><body><article>" + "<p>Invented.</p>" * 40_000)
    (tmp_path / "b.txt").write_text("Invented.")
    problem, document = read_documents([tmp_path], limits=Limits(patience=partial(patience, 0.2)))

    assert str(problem).endswith(
        "a.html: takes longer than 0.2 s, see --max-seconds; leave it out, or allow it more time"
    )
    assert document.id == "b"
