"""The command line: what it prints, and how it ends."""

import base64
import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

import copydesk
from copydesk.cli import main
from copydesk.config import Settings
from copydesk.stream import redrive, rejects
from copydesk.stream.record import Record
from copydesk.stream.rejects import Reject
from copydesk.stream.task import Refused

SAMPLES = Path(copydesk.__file__).parent / "samples"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("COPYDESK_") and not name.startswith("COPYDESK_TEST_"):
            monkeypatch.delenv(name)


def code(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code


class TestEdit:
    def test_events_come_out_in_input_order(self, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        names = sorted(SAMPLES.glob("0*.*"), reverse=True)
        assert code("edit", *map(str, names)) == 0
        events = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
        assert len(events) == len(names)
        assert events[-1]["title"] == "Why Rotterdam Wants Its Ships to Slow Down"

    def test_what_cannot_be_edited_is_kept_and_can_be_edited_again(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        feed = tmp_path / "feed.jsonl"
        good = '{"content": "A good line.", "clean": true, "id": "a"}'
        bad = '{"content": 1}'
        feed.write_text(f"{good}\n{bad}\n")
        (tmp_path / "note.pdf").write_bytes(b"%PDF-1.7")
        rejects = tmp_path / "rejects.jsonl"
        assert code("edit", str(feed), str(tmp_path / "note.pdf"), "--rejects", str(rejects)) == 1
        out, err = capfd.readouterr()
        assert [json.loads(line)["source"]["id"] for line in out.splitlines()] == ["a"]
        assert "feed.jsonl:2: field content: " in err
        assert "note.pdf: byte 0: this is a PDF document" in err
        first, second = rejects.read_text().splitlines()
        assert first == bad
        assert json.loads(second)["content_base64"] == "JVBERi0xLjc="
        assert code("edit", str(rejects)) == 1
        assert "rejects.jsonl:2: byte 0: this is a PDF document" in capfd.readouterr().err

    def test_a_pretty_printed_payload_can_be_mended_where_it_is_kept(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "bad.json").write_text('{\n  "content": "A good line.",\n  "clean": "yes"\n}\n')
        rejects = tmp_path / "rejects.jsonl"
        assert code("edit", str(tmp_path / "bad.json"), "--rejects", str(rejects)) == 1
        rejects.write_text(rejects.read_text().replace('"yes"', "true"))
        assert code("edit", str(rejects)) == 0
        assert json.loads(capfd.readouterr().out)["body"]["text"] == "A good line."

    def test_the_rejects_are_edited_again_into_the_same_file(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        rejects = tmp_path / "rejects.jsonl"
        rejects.write_text('{"content": "Mended.", "clean": true, "id": "m"}\n{"content": 1}\n')
        rejects.chmod(0o640)
        (tmp_path / "link").symlink_to(rejects)
        assert code("edit", str(rejects), "--rejects", str(tmp_path / "link")) == 1
        assert json.loads(capfd.readouterr().out)["source"]["id"] == "m"
        assert rejects.read_text() == '{"content": 1}\n'
        assert rejects.stat().st_mode & 0o777 == 0o640
        assert sorted(tmp_path.iterdir()) == [tmp_path / "link", rejects]

    def test_a_run_that_fails_leaves_the_rejects_of_before(self, tmp_path: Path) -> None:
        rejects = tmp_path / "rejects.jsonl"
        rejects.write_text('{"content": 1}\n')
        assert code("edit", str(rejects), "/no/such/file", "--rejects", str(rejects)) == 1
        assert rejects.read_text() == '{"content": 1}\n'
        assert list(tmp_path.iterdir()) == [rejects]

    def test_rejects_go_to_a_pipe_as_well(self, tmp_path: Path) -> None:
        (tmp_path / "feed.jsonl").write_text('{"content": 1}\n')
        command = f"{sys.executable} -m copydesk edit {tmp_path}/feed.jsonl --rejects /dev/stdout 2>/dev/null | cat"
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert done.stdout == '{"content": 1}\n'

    def test_a_payload_that_is_no_json_is_kept_byte_for_byte(self, tmp_path: Path) -> None:
        broken = b'{"content": "One paragraph.\nAnother."}\n'
        (tmp_path / "bad.json").write_bytes(broken)
        rejects = tmp_path / "rejects.jsonl"
        assert code("edit", str(tmp_path / "bad.json"), "--rejects", str(rejects)) == 1
        kept = json.loads(rejects.read_text())
        assert base64.b64decode(kept["content_base64"]) == broken
        assert "byte 27: not valid JSON" in kept["meta"]["error"]
        assert code("edit", str(rejects)) == 1

    @pytest.mark.parametrize(
        "payload",
        [
            pytest.param('{"content":\n"ਊ一"}'.encode("utf-16"), id="UTF-16"),
            pytest.param(b'{"content": "caf\xe9"}', id="Latin-1"),
            pytest.param(b' {"content": "', id="cut off, after a space"),
            pytest.param(b"", id="empty"),
        ],
    )
    def test_a_payload_that_no_line_of_json_can_hold_is_kept_byte_for_byte(
        self, tmp_path: Path, payload: bytes
    ) -> None:
        (tmp_path / "bad.json").write_bytes(payload)
        rejects = tmp_path / "rejects.jsonl"
        assert code("edit", str(tmp_path / "bad.json"), "--rejects", str(rejects)) == 1
        (kept,) = rejects.read_bytes().splitlines()
        assert base64.b64decode(json.loads(kept)["content_base64"]) == payload

    def test_a_file_name_that_is_no_utf_8_is_kept_so_that_it_can_be_read(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        page = tmp_path / os.fsdecode(b"caf\xe9.html")
        page.write_text("<p>")
        rejects = tmp_path / "rejects.jsonl"
        assert code("edit", str(page), "--rejects", str(rejects)) == 1
        kept = json.loads(rejects.read_text())
        assert kept["meta"]["file"] == f"{tmp_path}/caf\\xe9.html"
        kept["content_base64"] = base64.b64encode(b"<p>" + b"The river rose again on Monday. " * 9).decode()
        rejects.write_text(json.dumps(kept))
        capfd.readouterr()
        assert code("edit", str(rejects)) == 0, capfd.readouterr().err

    def test_a_bug_of_ours_ends_no_batch(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        from copydesk.desk import edit as desk

        def fingerprint(_: str | None, text: str) -> str:
            if "bug" in text:
                raise ZeroDivisionError("in a step")
            return text

        monkeypatch.setattr(desk, "fingerprint", fingerprint)
        feed = tmp_path / "feed.jsonl"
        feed.write_text('{"content": "A bug.", "clean": true}\n{"content": "A line.", "clean": true, "id": "b"}\n')
        assert code("edit", str(feed)) == 70
        out, err = capfd.readouterr()
        assert [json.loads(line)["source"]["id"] for line in out.splitlines()] == ["b"]
        assert "feed.jsonl:1: the desk failed: ZeroDivisionError: in a step" in err
        assert "Traceback" not in err
        assert code("edit", str(feed), "--debug") == 70
        assert "Traceback" in capfd.readouterr().err

    def test_no_command_to_the_terminal_comes_from_an_article(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        page = tmp_path / "a[" / "b].html"  # "[/b]" ends a markup that nothing began
        page.parent.mkdir()
        page.write_text(f"<title>&#x1b;]0;owned&#7;Rivers</title><p>{'The river rose again on Monday. ' * 9}")
        assert code("edit", "--explain", str(page)) == 0
        assert "\x1b]" not in capfd.readouterr().out

    def test_stdin_is_read_where_no_file_is_named(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "copydesk", "edit", "--format", "jsonl"],
            input=b'{"content": "Line one.", "clean": true, "id": "i"}\n',
            capture_output=True,
            check=True,
        )
        assert json.loads(done.stdout)["source"]["id"] == "i"

    def test_explain_shows_every_line_with_its_fate(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert code("edit", "--explain", str(SAMPLES / "03-newsletter-in-the-middle.txt")) == 0
        out = capfd.readouterr().out
        for number in (1, 9, 14, 18, 39):
            assert f"{number:>9}  " in out
        assert "published  2026-02-09" in out

    @pytest.mark.parametrize("arguments", [f"edit {SAMPLES}/0*.txt", f"edit --explain {SAMPLES}/0*.txt", "--help"])
    def test_a_reader_that_goes_away_is_told_from_what_could_not_be_edited(self, arguments: str) -> None:
        command = f"{sys.executable} -m copydesk {arguments} | true; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert (done.stderr, done.stdout) == ("", "141\n")

    def test_a_terminal_that_lacks_a_character_shows_its_number(self) -> None:
        command = [sys.executable, "-m", "copydesk", "edit", "--explain", str(SAMPLES / "01-harbour-navigation.txt")]
        done = subprocess.run(
            command, env=os.environ | {"PYTHONIOENCODING": "latin-1"}, capture_output=True, check=True
        )
        assert b"\\u2014 names the author" in done.stdout

    def test_stdin_that_is_closed_is_said(self) -> None:
        command = f"{sys.executable} -m copydesk edit - <&-"
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (1, "copydesk: cannot read -: it is closed\n")

    def test_what_follows_two_dashes_is_a_file(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert code("edit", "--", "--debug") == 1
        assert "cannot read --debug: No such file" in capfd.readouterr().err


MESSAGE = r"byte 0: \x1b[31m\x9b1m\nraw/1/3"


class TestRejects:
    @pytest.fixture(autouse=True)
    def _one_reject(self, monkeypatch: pytest.MonkeyPatch) -> None:
        headers = (("id", b"\x1b]0;owned\x07\nforged"),)
        refused = Refused("content", "ContentError", "byte 0: \x1b[31m\x9b1m\nraw/1/3")
        written = rejects.rejected(Record("raw", 1, 2, None, None, b"\x1b\n", headers), refused, "rejected", "group")
        reject = rejects.read(Record("rejected", 3, 4, None, None, written.value, written.headers))
        assert reject is not None

        async def one(_: Settings) -> AsyncGenerator[Reject, None]:
            yield reject

        monkeypatch.setattr(redrive, "list_rejects", one)

    def test_no_line_and_no_command_to_the_terminal_comes_from_a_reject(
        self, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert code("rejects", "list") == 0
        assert capfd.readouterr().out == f"rejected/3/4  raw/1/2  2  content  {MESSAGE}\n"
        assert code("rejects", "show", "raw/1/2") == 0
        out, err = capfd.readouterr()
        assert out == "\x1b\n"  # the payload, byte for byte
        assert err.startswith(
            f"raw/1/2: content: {MESSAGE}\nid: \\x1b]0;owned\\x07\\nforged\n__connect.errors.topic: raw\n"
        )


class TestErrors:
    @pytest.mark.parametrize(
        ("arguments", "ends", "complaint"),
        [
            pytest.param(["edit", "/no/such/file"], 1, "copydesk: cannot read /no/such/file: No such file", id="file"),
            pytest.param(["push", "x.txt"], 1, "copydesk: no Kafka named: give --bootstrap", id="no Kafka"),
            pytest.param(["push"], 2, "name at least one file", id="nothing to push"),
            pytest.param(["edit", "-", "-"], 2, "stdin, which can be read only once", id="stdin twice"),
            pytest.param(["config", "--partitions", "many"], 1, "copydesk: partitions: .*integer", id="setting"),
            pytest.param(["tail", "--max", "0"], 2, "Invalid value for '--max'", id="misuse"),
            pytest.param(["tail", "--bootstrap", "kafka:port"], 1, "copydesk: bootstrap: ", id="no address"),
            pytest.param(["nonsense"], 2, "No such command 'nonsense'", id="no such command"),
            pytest.param(
                ["topics", "check", "--bootstrap", "127.0.0.1:1", "--connect-timeout-seconds", "2"],
                1,
                "copydesk: cannot reach Kafka at 127.0.0.1:1",
                id="nobody listens",
            ),
        ],
    )
    def test_an_error_is_one_clear_line(
        self, arguments: list[str], ends: int, complaint: str, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert code(*arguments) == ends
        out, err = capfd.readouterr()
        assert out == ""
        assert "Traceback" not in err
        assert re.search(complaint, err), err

    def test_a_damaged_archive_and_a_full_disk_are_no_bugs(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        archive = tmp_path / "feed.jsonl.gz"
        archive.write_bytes(gzip.compress(b'{"content": "x"}' * 999)[:-30] + b"\x00" * 22 + b"\xff" * 8)
        assert code("edit", str(archive)) == 1
        assert f"copydesk: cannot read {archive}: " in capfd.readouterr().err
        command = f"{sys.executable} -m copydesk edit {SAMPLES}/0*.txt > /dev/full"
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert (done.returncode, "No space left" in done.stderr) == (1, True)

    def test_debug_shows_the_traceback(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert code("edit", "/no/such/file", "--debug") == 1
        assert "Traceback" in capfd.readouterr().err

    def test_a_misspelt_setting_is_refused(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COPYDESK_BOOTSTRAPP", "a:1")
        assert code("config") == 1
        assert "COPYDESK_BOOTSTRAPP is not a setting: did you mean COPYDESK_BOOTSTRAP?" in capfd.readouterr().err


class TestConfig:
    def test_flags_win_over_the_environment_and_secrets_are_masked(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COPYDESK_GROUP", "from-environment")
        monkeypatch.setenv("COPYDESK_RAW_TOPIC", "from-environment")
        monkeypatch.setenv("COPYDESK_SASL_PASSWORD", "hunter2")
        assert code("--bootstrap", "a:1", "config", "--group", "from-flag") == 0
        out = capfd.readouterr().out
        assert "COPYDESK_GROUP=from-flag\n" in out
        assert "COPYDESK_RAW_TOPIC=from-environment\n" in out
        assert "COPYDESK_BOOTSTRAP=a:1\n" in out
        assert "hunter2" not in out
        assert "COPYDESK_SASL_PASSWORD=***" in out

    def test_version(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert code("--version") == 0
        assert capfd.readouterr().out == f"copydesk {copydesk.__version__}\n"
