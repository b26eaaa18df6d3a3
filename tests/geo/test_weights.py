"""The file of fitted weights: it fits the features, and its curve turns shares into rising confidences."""

from hypothesis import given
from hypothesis import strategies as st

from geo.resolve.features import FEATURES, NO_PLACE
from geo.resolve.ranking import shares
from geo.resolve.weights import calibrated, load_weights

SHARE = st.floats(0, 1)


def test_each_feature_has_its_weight() -> None:
    assert set(load_weights()) == {*FEATURES, NO_PLACE}


def test_words_that_say_where_a_place_lies_weigh_for_it_and_strangers_against() -> None:
    weights = load_weights()
    assert min(weights[name] for name in ("inside", "near", "same unit", "source", "people", "kind")) > 0
    assert max(weights[name] for name in ("unsupported", "rival", "other kind")) < 0


@given(one=SHARE, other=SHARE)
def test_a_greater_share_is_never_less_sure(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(low) <= calibrated(high) <= 1


@given(scores=st.lists(st.floats(-30, 30), min_size=1, max_size=40), no_place=st.floats(-5, 5))
def test_shares_leave_room_for_no_place(scores: list[float], no_place: float) -> None:
    found = shares(scores, no_place)
    assert all(0 <= share <= 1 for share in found)
    assert sum(found) <= 1 + 1e-9
