"""``newsparse parse`` when a writer fails: the article and the line of code are named, and no result is lost."""

from __future__ import annotations

import re

from newsparse.specs import WriterSpec

TEXT = "Ada said no."


def failing(document):
    if document.text.endswith("b"):
        raise KeyError("body")
    return document.text


def hopeless(document):
    raise KeyError("body")


def test_a_writer_that_gives_no_text_is_named(parse, files):
    result = parse(files[0], "--format", "none", writers=[WriterSpec(name="none", summary=".", write=lambda d: None)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "the writer 'none' gave NoneType, not text" in result.stderr


def test_what_a_writer_cannot_write_is_named_with_its_line_and_kept(parse, files, tmp_path):
    writers = [WriterSpec(name="last", summary=".", write=failing)]
    result = parse(*files, "--format", "last", "-o", tmp_path / "out.txt", writers=writers)
    assert result.exit_code == 1
    assert re.search(
        r"b.txt cannot be written as 'last': KeyError: 'body' \(\S*test_parse_writers\.py:\d+, `", result.stderr
    )
    assert "an article was not written. All results are kept in" in result.stderr
    assert (tmp_path / "out.txt").read_text("utf-8") == f"{TEXT} a\n{TEXT} c\n"
    assert (tmp_path / "out.txt.part").exists()
    again = parse(*files, "--format", "jsonl", "-o", tmp_path / "out.txt", "--resume")
    assert again.exit_code == 0
    assert len((tmp_path / "out.txt").read_text("utf-8").splitlines()) == 3
    assert not (tmp_path / "out.txt.part").exists()


def test_a_writer_that_can_write_nothing_leaves_no_empty_file(parse, files, tmp_path):
    writers = [WriterSpec(name="none", summary=".", write=hopeless)]
    result = parse(*files, "--format", "none", "-o", tmp_path / "out.txt", writers=writers)
    assert result.exit_code == 1
    assert "no article could be written as 'none'. Choose another format with --format and --resume" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "c.txt", "out.txt.part"]


def test_an_article_of_a_file_of_many_is_named_where_it_cannot_be_written(parse, tmp_path):
    (tmp_path / "rows.csv").write_text("id,text\nr1,Ada said no. a\nr2,Ada said no. b\n", "utf-8")
    result = parse(
        tmp_path / "rows.csv", "--format", "last", writers=[WriterSpec(name="last", summary=".", write=failing)]
    )
    assert "rows.csv, r2 cannot be written as 'last'" in result.stderr


def test_where_a_writer_failed_is_shown_whole_on_request(parse, files):
    writers = [WriterSpec(name="none", summary=".", write=hopeless)]
    result = parse(files[0], "--format", "none", "--debug", writers=writers)
    assert "Traceback" in result.stderr
    assert 'raise KeyError("body")' in result.stderr
