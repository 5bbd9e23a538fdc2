"""Streams that hand out bytes in any pieces, and lend or copy those of others."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from newsparse.readers.streams import joined, lent, seekable


class Piecemeal(io.RawIOBase):
    """Bytes in pieces of at most ``size``, that cannot be sought."""

    def __init__(self, data, size):
        self._data, self._size = io.BytesIO(data), size

    def readable(self):
        return True

    def readinto(self, buffer):
        part = self._data.read(min(self._size, len(buffer)))
        buffer[: len(part)] = part
        return len(part)


@given(st.binary(max_size=60), st.integers(0, 60), st.integers(1, 9), st.lists(st.integers(1, 20), max_size=9))
def test_a_stream_that_was_looked_into_has_all_its_bytes_in_order(data, looked, size, asked):
    rest = Piecemeal(data[looked:], size)
    stream = joined(data[:looked], rest)
    parts = [stream.read(count) for count in asked]
    assert b"".join(parts) + stream.read() == data
    assert all(len(part) == count for part, count in zip(parts, asked, strict=True) if sum(asked) <= len(data))


@given(st.binary(max_size=60), st.integers(0, 60), st.lists(st.integers(1, 20), max_size=9))
def test_a_lent_stream_reads_and_seeks_as_its_owner_and_leaves_it_open(data, place, asked):
    owner = io.BytesIO(data)
    stream = lent(owner)
    assert b"".join([stream.read(count) for count in asked]) == data[: sum(asked)]
    assert stream.tell() == min(sum(asked), len(data))
    stream.seek(place)
    assert stream.read() == data[place:]
    stream.close()
    assert not owner.closed


def test_what_cannot_seek_is_copied_and_what_can_is_not():
    owner = io.BytesIO(b"rain")
    assert seekable(owner) is owner
    copy = seekable(io.BufferedReader(Piecemeal(b"rain", 2)))
    assert (copy.read(), copy.seek(1), copy.read()) == (b"rain", 1, b"ain")
    assert not lent(io.BufferedReader(Piecemeal(b"rain", 2))).seekable()
