import time

import pytest

from geo.model import Document
from geo.errors import TooSlowError
from output.patience import patient

DOCUMENT = Document("a", "Invented.")


def test_what_takes_too_long_is_given_up_and_the_next_is_read():
    def slow(_):
        while True:
            time.sleep(0.01)

    with pytest.raises(TooSlowError, match="takes longer than 1 s, see --max-seconds"):
        patient(slow, 1)(DOCUMENT)
    assert patient(lambda document: document.id, 1)(DOCUMENT) == "a"
    time.sleep(1.1)  # no alarm is left over
