"""Runs: the same bytes whoever reads them, whatever is interrupted; with a reader of the tests' own."""

import json
import random
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from geo.corpus.parts import FIRST, PART, SHARE, parts
from geo.documents import Problem, read_documents
from geo.errors import LexiconError
from geo.model import Document
from output.errors import ResultExistsError, RunError
from output.run.crews import Pool
from output.run.folder import check_run, write_run


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def failures(folder: Path) -> list[tuple[str, str, str]]:
    return [(f["where"], f["kind"], f["why"]) for f in json.loads((folder / "failures.json").read_bytes())]


def names(folder: Path) -> list[str]:
    return [path.name for path in (folder / "records").glob("*.jsonl")]


def run(folder, quick, count=60, change=None, **more):
    return write_run(folder, quick.documents(count, change), quick.Quick(), size=200, **more)


def test_parts_are_cut_by_the_texts_alone_and_keep_their_order():
    given = [Document(str(number), "x" * number) for number in range(50)]
    made = list(parts(given, 100))

    assert [document for part in made for document in part.documents] == given
    assert [part.number for part in made] == list(range(len(made)))
    assert all(sum(len(d.text) for d in part.documents[:-1]) < 100 for part in made)


def test_parts_begin_small_and_never_keep_the_last_worker_long():
    lengths = [
        sum(len(d.text) for d in part.documents) for part in parts(Document(str(n), "x" * 999) for n in range(9999))
    ]

    assert max(lengths[:10]) <= FIRST + 999
    assert max(lengths) > PART
    assert all(now <= max(FIRST, sum(lengths[:n]) / SHARE) + 999 for n, now in enumerate(lengths))


def test_one_process_and_two_write_the_same_bytes(tmp_path, quick):
    one = run(tmp_path / "one", quick)
    two = run(tmp_path / "two", quick, new_executor=partial(Pool, 2), workers=lambda: 2)

    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert (one.documents, two.documents) == (60, 60)
    lines = b"".join(content(tmp_path / "one" / "records")[name] for name in sorted(names(tmp_path / "one")))
    assert [json.loads(line)["id"] for line in lines.splitlines()] == [f"d{number}" for number in range(60)]


def test_a_run_is_read_as_the_records_that_it_holds(tmp_path, quick):
    run(tmp_path / "run", quick)
    items = list(read_documents([tmp_path / "run"]))

    assert [item.id for item in items] == [f"d{number}" for number in range(60)]


# ---------------------------------------------------------------- what goes wrong


def test_a_text_that_fails_is_named_and_the_rest_is_read(tmp_path, quick):
    given = [Document("a", "fine"), Document("b", "hostile"), Document("c", "fine")]
    counts = write_run(tmp_path / "run", given, quick.Quick())

    assert (counts.failures, counts.reports) == (1, 2)
    assert failures(tmp_path / "run") == [("b", "failed", "cannot be read: cannot be made sense of")]
    assert [item.id for item in read_documents([tmp_path / "run"])] == ["a", "c"]


def test_a_text_that_kills_its_worker_is_found_and_the_rest_is_read(tmp_path, quick):
    counts = run(tmp_path / "run", quick, change=17, new_executor=partial(Pool, 2), workers=lambda: 2)

    assert counts.not_read == {"deadly": 1}
    assert failures(tmp_path / "run") == [("d17", "deadly", "cannot be read: its worker died or hung over it twice")]
    assert len(list(read_documents([tmp_path / "run"]))) == 59


def test_a_run_that_is_killed_at_any_moment_is_continued_to_the_same_bytes(tmp_path, quick):
    run(tmp_path / "undisturbed", quick, count=60)
    script = Path(quick.__file__)
    chance = random.Random(7)  # noqa: S311  # no secret
    for _ in range(4):
        process = subprocess.Popen([sys.executable, script, tmp_path / "killed", "1"])
        time.sleep(0.4 + chance.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run([sys.executable, script, tmp_path / "killed", "1"], check=True)

    assert content(tmp_path / "killed") == content(tmp_path / "undisturbed")


def test_what_was_done_is_not_done_again_and_what_changed_is(tmp_path, quick):
    run(tmp_path / "run", quick)
    before = content(tmp_path / "run")
    same = run(tmp_path / "run", quick, resume=True)
    changed = write_run(
        tmp_path / "run",
        [Document("new", "Invented and new."), *quick.documents(60)],
        quick.Quick(),
        resume=True,
        size=200,
    )
    write_run(tmp_path / "fresh", [Document("new", "Invented and new."), *quick.documents(60)], quick.Quick(), size=200)

    assert same.kept == 60
    assert 50 <= changed.kept < 61
    assert content(tmp_path / "run") == content(tmp_path / "fresh") != before


def test_other_settings_begin_anew(tmp_path, quick):
    run(tmp_path / "run", quick)
    again = write_run(tmp_path / "run", quick.documents(60), quick.Quick(key='{"settings": 2}'), resume=True, size=200)

    assert again.kept == 0


def test_what_failed_is_tried_again_and_what_is_gone_is_dropped(tmp_path, quick):
    given = [*quick.documents(20), Document("bad", "hostile"), Document("x", "hostile, too")]
    run_of = partial(write_run, tmp_path / "run", settings=quick.Quick(), size=200)
    first = run_of(given)
    mended = run_of([*given[5:-2], Document("bad", "mended"), given[-1]], resume=True)
    write_run(tmp_path / "fresh", [*given[5:-2], Document("bad", "mended"), given[-1]], quick.Quick(), size=200)

    assert (first.failures, mended.failures, mended.kept) == (2, 1, 15)
    assert content(tmp_path / "run") == content(tmp_path / "fresh")


def test_a_run_under_way_says_that_it_is_not_finished(tmp_path, quick):
    def look(_counts, _reads):
        seen.append(json.loads((tmp_path / "run" / "manifest.json").read_bytes())["finished"])

    seen = []
    run(tmp_path / "run", quick, count=3, watch=look)

    assert seen == [False]
    assert json.loads((tmp_path / "run" / "manifest.json").read_bytes())["finished"]


def test_what_gave_no_document_is_listed_in_its_order_before_what_gave_no_record(tmp_path, quick):
    skipped = [Problem(f"{n}.txt", "is empty", "fill it") for n in range(3)]
    items = [skipped[2], Document("a", "hostile"), skipped[0], Document("b", "fine"), skipped[1]]
    counts = write_run(tmp_path / "run", items, quick.Quick(), size=1)

    assert [where for where, _, _ in failures(tmp_path / "run")] == ["2.txt", "0.txt", "1.txt", "a"]
    assert counts.not_read == {"unreadable": 3, "failed": 1}
    assert (counts.documents, counts.reports, counts.failures) == (2, 1, 4)


def test_what_is_made_of_the_records_is_in_the_manifest(tmp_path, quick):
    def finish(folder):
        return {"layers": len(list((folder / "records").glob("*.jsonl")))}

    run(tmp_path / "run", quick, count=3, finish=finish, about={"options": {"max_bytes": 9}})
    manifest = json.loads((tmp_path / "run" / "manifest.json").read_bytes())

    assert (manifest["layers"], manifest["options"]) == (1, {"max_bytes": 9})


def test_of_many_documents_only_some_are_taken_ahead(tmp_path, quick):
    taken, most = 0, 0

    def documents():
        nonlocal taken
        for document in quick.documents(60):
            taken += 1
            yield document

    def watch(counts, _reads):
        nonlocal most
        most = max(most, taken - counts.documents)

    write_run(tmp_path / "run", documents(), quick.Quick(), size=1, watch=watch,
              new_executor=partial(Pool, 2), workers=lambda: 2)  # fmt: skip

    assert most <= 3 * 2


def test_what_is_at_fault_itself_ends_the_run_and_is_blamed_on_no_text(tmp_path, quick):
    with pytest.raises(LexiconError, match="line 3: invented"):
        write_run(tmp_path / "run", [Document("a", "broken lexicon")], quick.Quick())


# ---------------------------------------------------------------- before the work


def test_a_run_is_neither_overwritten_nor_continued_unasked(tmp_path, quick):
    run(tmp_path / "run", quick, count=3)

    with pytest.raises(ResultExistsError, match="--resume continues it, --force begins it anew"):
        check_run(tmp_path / "run", resume=False, overwrite=False)
    check_run(tmp_path / "run", resume=True, overwrite=False)
    check_run(tmp_path / "run", resume=False, overwrite=True)


def test_a_folder_of_something_else_is_never_written_into(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")

    with pytest.raises(RunError, match="is a folder with something else in it"):
        check_run(tmp_path / "photos", resume=True, overwrite=True)


def test_a_web_sites_folder_with_a_manifest_is_no_run(tmp_path):
    (tmp_path / "site" / "records").mkdir(parents=True)
    (tmp_path / "site" / "manifest.json").write_text('{"name": "invented"}')

    with pytest.raises(RunError, match="is a folder with something else in it"):
        check_run(tmp_path / "site", resume=False, overwrite=True)


def test_a_run_that_was_killed_in_its_first_moment_is_continued(tmp_path, quick):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / ".manifest.7.part.json").write_bytes(b"{")

    check_run(tmp_path / "run", resume=True, overwrite=False)
    run(tmp_path / "run", quick, count=3)
    run(tmp_path / "fresh", quick, count=3)
    assert content(tmp_path / "run") == content(tmp_path / "fresh")


def test_two_processes_do_not_write_one_run(tmp_path, quick):
    def meanwhile(_counts, _reads):
        with pytest.raises(RunError, match="another process is at work on this run; wait for it, or end it"):
            run(tmp_path / "run", quick, count=3, resume=True)

    run(tmp_path / "run", quick, count=3, watch=meanwhile)
    assert run(tmp_path / "run", quick, count=3, resume=True).kept == 3
