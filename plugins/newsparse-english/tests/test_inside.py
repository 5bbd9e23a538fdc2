"""Attributions inside the content of another one."""

from __future__ import annotations

from newsparse_english.decode import Run, inside

OUTER = [Run(0, 2, "Source", 1.0), Run(2, 3, "Cue", 1.0), Run(3, 12, "Content", 1.0)]


def test_sources_and_contents_go_to_the_nearest_cue_in_the_content():
    found = [Run(3, 4, "Source", 1.0), Run(4, 5, "Cue", 1.0), Run(5, 8, "Content", 1.0), Run(9, 10, "Cue", 1.0)]
    [item] = inside([*found, Run(10, 12, "Content", 1.0), Run(20, 21, "Cue", 1.0)], OUTER)[:1]
    assert [(run.first, run.last) for part in (item.source, item.cue, item.content) for run in part] == [
        (3, 4),
        (4, 5),
        (5, 8),
    ]


def test_what_has_no_cue_or_no_content_in_a_content_is_left_out():
    assert inside([Run(5, 8, "Content", 1.0)], OUTER) == []
    assert inside([Run(4, 5, "Cue", 1.0), Run(3, 4, "Source", 1.0)], OUTER) == []
    assert inside([Run(0, 1, "Cue", 1.0), Run(1, 2, "Content", 1.0)], OUTER) == []
