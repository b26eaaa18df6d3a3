"""What a run says to people and to machines, and what it lists: the command itself, over a few invented texts."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from geo.documents import Problem
from geo.errors import TooSlowError
from geo.model import Document
from output.cli import run
from output.command import patience, progress
from output.command.progress import MOST_KEPT, Progress, Speaker, Waiting
from output.errors import RunError
from output.run.failures import KINDS
from output.run.folder import Counts
from output.run.inputs import write_inputs
from output.run.settings import settings_of
from output.run.telling import progress_of

DOCS = Path(__file__).resolve().parents[2] / "docs" / "runs.md"
TEXT = "Invented: troops raided a house in Baghdad on 7 August 2007 and killed three gunmen, the ministry said."
SPANISH = (
    "Inventado: los soldados entraron en la ciudad y mataron a tres hombres armados, dijo el gobierno del país. " * 4
)


@pytest.fixture
def there(tmp_path, monkeypatch):
    """Return the folder that the commands run in: a text, another in Spanish, an empty one and a broken PDF."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in {"a.txt": TEXT, "es.txt": SPANISH, "none.txt": " ", "x.pdf": "no PDF"}.items():
        (tmp_path / "in" / name).write_text(text)
    return tmp_path


def events(said: str) -> list[dict]:
    return [json.loads(line) for line in said.splitlines()]


def test_a_run_says_what_it_came_to_and_what_to_do_next(there, capsys):
    assert run(["read", "in", "-o", "run/"]) == 1
    said = capsys.readouterr()
    assert said.err.splitlines()[-3:] == [
        "dateline: 1 report; 1 incident; 0 routes; run: run/",
        (
            "dateline: not read: 1 damaged (save them anew with their own program), 1 in another language (leave them, "
            "or use --any-language), 1 unreadable (see to each); each is in run/failures.json; then run again with "
            "--resume"
        ),
        "dateline: next: dateline map run/ -o map.html",
    ]
    assert said.out == ""
    listed = json.loads((there / "run" / "failures.json").read_bytes())
    assert [(entry["where"], entry["kind"]) for entry in listed] == [
        ("in/es.txt", "language"), ("in/none.txt", "unreadable"), ("in/x.pdf", "damaged"),
    ]  # fmt: skip
    inputs = json.loads((there / "run" / "inputs.json").read_bytes())
    assert [entry["input"] for entry in inputs] == ["in/a.txt", "in/es.txt", "in/none.txt", "in/x.pdf"]

    assert run(["read", "in", "-o", "run/", "--resume", "--log-format", "json", "--any-language"]) == 1
    told = events(capsys.readouterr().err)
    assert [event["event"] for event in told if event["event"] != "progress"] == ["problem", "problem", "end"]
    assert (told[-1]["reports"], told[-1]["kept"], told[-1]["not_read"]) == (2, 1, {"damaged": 1, "unreadable": 1})

    assert run(["export", "run/", "-o", "run.geojson", "--log-format=json"]) == 0
    told = events(capsys.readouterr().err)
    assert (told[-1]["event"], told[-1]["command"], told[-1]["result"], told[-1]["reports"]) == (
        "end", "export", "run.geojson", 2,
    )  # fmt: skip


def test_the_result_of_a_run_is_no_input_of_it(there, capsys):
    assert run(["read", ".", "-o", "run/", "--places-only", "-q"]) == 1
    before, manifest = capsys.readouterr().err, (there / "run" / "manifest.json").read_bytes()
    assert run(["read", ".", "-o", "run/", "--places-only", "-q", "--resume"]) == 1
    assert capsys.readouterr().err == before
    assert (there / "run" / "manifest.json").read_bytes() == manifest  # layers that are made and that are kept


@pytest.mark.parametrize("arguments", [["read", "none", "-o", "photos/"], ["read", "in", "--resume"]])
def test_what_ends_a_command_is_one_object_for_a_machine(there, capsys, arguments):
    (there / "photos").mkdir()
    (there / "photos" / "a.jpg").write_bytes(b"x")
    code = run([*arguments, "--log-format", "json"])
    (told,) = events(capsys.readouterr().err)

    assert (told["event"], told["exit"]) == ("error", code)
    assert told["why"]


def test_every_kind_of_failure_and_every_key_is_documented(capsys):
    page = DOCS.read_text("utf-8")
    speaker = Speaker(form="json")
    speaker.problem(Problem("a.txt", "is empty", "fill it"))
    speaker.problem("nothing could be read")
    speaker.note("N")
    told = events(capsys.readouterr().err)
    keys = {key for event in told for key in event} | set(Progress.__dataclass_fields__)

    assert [name for name in (*KINDS, *keys) if f"`{name}`" not in page] == []
    assert told[0].keys() == told[1].keys()


def test_progress_says_how_far_how_fast_and_how_long():
    assert str(Progress(0, 0)) == "0 done"
    assert str(Progress(1_200, 3, 20_000, 5_210, 700)) == (
        "1,200 of 20,000 done, 5,210 words a second, 3 failures, 12 min left"
    )
    assert str(Progress(9, 1, 8, None, 9_000)) == "9 of 9 done, 1 failure, 2 h 30 min left"


def test_time_left_is_counted_from_what_was_read_and_not_from_what_was_kept():
    counts = Counts(documents=60, kept=50, words=6_000, kept_words=5_000, not_read={"large": 5})

    assert progress_of(counts, 85, 10.0) == Progress(65, 5, 85, 100, 20)
    assert progress_of(counts, None, 10.0).seconds_left is None
    assert progress_of(Counts(), 85, 10.0) == Progress(0, 0, 85)


def test_a_machine_is_told_of_progress_now_and_then(capsys, monkeypatch):
    clock = iter([0.0, 0.5, 1.5, 1.5, 1.9, 9.0, 9.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    with Waiting("reading", shown=False, logged=True) as waiting:
        for done in range(4):
            waiting.tell(Progress(done, 0))

    assert [event["documents"] for event in events(capsys.readouterr().err)] == [1, 3]


def test_of_very_many_problems_all_are_said_and_counted_but_not_all_kept(capsys):
    speaker = Speaker()
    for number in range(MOST_KEPT + 5):
        speaker.problem(f"P{number}")

    assert (speaker.failures, len(speaker.problems)) == (MOST_KEPT + 5, MOST_KEPT)
    assert len(capsys.readouterr().err.splitlines()) == MOST_KEPT + 5


@pytest.mark.parametrize(("more", "documents"), [({}, 4), ({"b.jsonl": "{}\n{}\n"}, 6), ({"c.csv": "text\nx\n"}, None)])
def test_inputs_are_listed_with_their_sums_and_counted_where_that_can_be_told(there, more, documents):
    for name, text in more.items():
        (there / "in" / name).write_text(text)
    entries = [*sorted((there / "in").iterdir()), *([] if more else [there / "none"])]
    inputs = write_inputs(there / "run", entries if more else entries[:-1])

    assert inputs.documents == documents
    assert inputs.files == 4 + len(more)
    listed = json.loads((there / "run" / "inputs.json").read_bytes())
    assert all(len(entry["sha256"]) == 64 for entry in listed)


def test_a_text_without_an_end_is_given_up_in_a_thread_too():
    def endless(_):
        while True:
            pass

    def read():
        try:
            patience.patient(endless, 1)(Document("a", "Invented."))
        except TooSlowError as error:
            said.append(str(error))

    said = []
    thread = threading.Thread(target=read)
    thread.start()
    thread.join(20)

    assert said == ["takes longer than 1 s, see --max-seconds"]


def test_a_worker_that_answers_to_nothing_is_ended(quick):
    from multiprocessing import get_context

    worker = get_context("spawn").Process(target=quick.stick)
    worker.start()
    worker.join(60)

    assert worker.exitcode == 1


def test_a_worker_that_would_read_otherwise_refuses():
    settings = settings_of((), None, places_only=True, max_seconds=9, day=None, location=None)

    with pytest.raises(RunError, match="has another version of dateline, of its model or of a gazetteer"):
        replace(settings, key=settings.key.replace("dateline", "daytime")).reader()
