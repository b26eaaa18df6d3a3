"""The fields of a form are those near by, however long a line is."""

from geo.layout.fields import field_of


def test_a_field_far_up_a_line_is_of_another_form() -> None:
    near, far = ("Location: Leer. " + "word " * many + "A bomb went off." for many in (10, 1000))
    span = field_of(near, near.index("bomb"), "place")
    assert span is not None
    assert near[slice(*span)] == "Leer"
    assert field_of(far, far.index("bomb"), "place") is None
