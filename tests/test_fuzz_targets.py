"""What the fuzzer stands on: every seed is whole, and changes of it are read or refused as they may be."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.records import changed
from fuzz.targets import TARGETS, scratch
from geo.documents import Problem, read_documents


@pytest.fixture(scope="module")
def folder():
    made = Path(scratch())
    yield made
    shutil.rmtree(made)


@pytest.mark.parametrize("name", TARGETS)
def test_every_seed_is_whole(name, folder):
    target = TARGETS[name]
    for seed in target.seeds:
        path = folder / f"seed{target.ending}"
        path.write_bytes(target.wrap(seed()))
        target.read(path)

        if target.read.__name__ == "read_documents":
            assert not [item for item in read_documents([path]) if isinstance(item, Problem)]


changes = st.tuples(
    st.floats(0, 1), st.sampled_from(["cut", "byte", "twice", "without", "insert"]), st.binary(max_size=8)
)


def mangled(data, where, how, other):
    at = int(where * len(data))
    return {
        "cut": data[:at], "byte": data[:at] + other[:1] + data[at + 1 :], "twice": data[:at] + data[at // 2 :],
        "without": data[: at // 2] + data[at:], "insert": data[:at] + other + data[at:],
    }[how]  # fmt: skip


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_mangled_is_read_or_refused(name, folder):
    target = TARGETS[name]
    seeds = [seed() for seed in target.seeds]

    @settings(max_examples=25)
    @given(seed=st.sampled_from(seeds), mangling=st.lists(changes, min_size=1, max_size=3))
    def run(seed, mangling):
        for change in mangling:
            seed = mangled(seed, *change)
        target.run(seed, folder)

    run()


@given(st.integers(0, 2**32))
def test_a_record_with_changed_fields_is_drawn_or_refused(folder, seed):
    TARGETS["record"].run(changed(TARGETS["record"].seeds[0](), seed), folder)
