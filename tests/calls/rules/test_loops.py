"""What depends on one another: in an order that serves, or in a circle that is named."""

from hypothesis import given
from hypothesis import strategies as st

from calls.rules.loops import first_loop, in_order

NAMES = st.sampled_from("abcdefg")
GRAPHS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3), max_size=7)


def test_circle_is_named_in_its_order():
    assert first_loop({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}) == ["a", "b", "c"]


def test_what_needs_itself_is_a_circle():
    assert first_loop({"a": ["a"]}) == ["a"]


def test_same_need_by_two_ways_is_no_circle():
    assert first_loop({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []


@given(GRAPHS)
def test_order_puts_needs_first_or_there_is_a_circle(graph):
    loop = first_loop(graph)
    if loop:
        for here, needed in zip(loop, [*loop[1:], loop[0]], strict=True):
            assert needed in graph[here]
        return
    ordered = in_order(graph)
    assert sorted(ordered) == sorted(graph)
    for name, needs in graph.items():
        assert all(ordered.index(need) < ordered.index(name) for need in needs if need in graph)
