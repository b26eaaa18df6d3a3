import importlib.util
import re
from pathlib import Path

import pytest

from geo.errors import LexiconError
from geo.lexicon import read_rows
from output.rows.columns import HEADER, LISTED, _wrong, columns_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("layer", LISTED)
def test_each_column_of_a_layer_stands_once_and_is_explained(layer):
    columns = columns_of(layer)

    assert len({column.name for column in columns}) == len(columns)
    assert all(column.meaning and not column.meaning.endswith(".") for column in columns)


def test_a_tag_of_hxl_is_one_hashtag_and_its_attributes():
    for layer in LISTED:
        for column in columns_of(layer):
            assert re.fullmatch(r"#[a-z]+\d?(\+[a-z][a-z0-9_]*)*", column.hxl), column.name


@pytest.mark.parametrize(
    ("row", "wrong"),
    [("incidents;events,x,text,,what", "'events' is no layer"), ("routes,x,word,,what", "'word' is none of the types")],
)
def test_a_row_that_does_not_fit_is_named_by_its_line(tmp_path, row, wrong):
    file = tmp_path / "columns.csv"
    file.write_text(f"# notes\n{','.join(HEADER)}\n{row}\n")

    with pytest.raises(LexiconError, match=f"line 3: {wrong}"):
        read_rows(file, HEADER, _wrong)


def test_the_data_dictionary_is_made_of_these_columns():
    made = importlib.util.spec_from_file_location("dictionary", ROOT / "docs" / "dictionary.py")
    module = importlib.util.module_from_spec(made)
    made.loader.exec_module(module)

    assert module.FILE.read_text(encoding="utf-8") == module.page()
