"""The command, as somebody at a terminal or a script meets it."""

import contextlib
import io
import json
import os
import tempfile
import unittest
from unittest import mock

from voorwerp.command import main
from voorwerp.progress import Progress

from .stub import Answer, Stub, in_turn, problem
from .test_submit import CHALLENGE, submission


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        patch = mock.patch.dict(os.environ, {"VOORWERP_TOKEN": "vw_1", "VOORWERP_CONFIG_DIR": self.folder})
        patch.start()
        self.addCleanup(patch.stop)

    def run_it(self, rule, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with Stub(rule) as stub, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            with mock.patch.dict(os.environ, {"VOORWERP_URL": stub.url}):
                status = main(arguments)
        return status, out.getvalue(), err.getvalue()

    def predictions(self):
        path = os.path.join(self.folder, "mine.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("id,p\na,1\n")
        return path

    def rule(self, answer):
        return lambda request: answer if request.method == "POST" else Answer(body=CHALLENGE)

    def test_both_ways_of_saying_it_submit(self):
        for arguments in (
            ("submit", "small", self.predictions(), "--wait"),
            ("submit", "-c", "small", "-f", self.predictions(), "-m", "first", "--wait"),
            ("submit", "-c", "small", self.predictions(), "--wait", "10"),
        ):
            status, out, err = self.run_it(self.rule(Answer(201, submission())), *arguments)
            self.assertEqual((0, ""), (status, err))
            self.assertIn("rmse: 0.25 [0.2, 0.3]", out)
            self.assertIn("rank: 3", out)

    def test_json_is_the_servers(self):
        status, out, _ = self.run_it(
            self.rule(Answer(201, submission())), "submit", "small", self.predictions(), "--json"
        )
        self.assertEqual(0, status)
        self.assertEqual(submission(), json.loads(out))

    def test_refusals_are_told_on_standard_error_and_by_the_status(self):
        answer = Answer(403, problem(403, "terms-not-accepted", "Accept the terms first."))
        status, out, err = self.run_it(self.rule(answer), "submit", "small", self.predictions())
        self.assertEqual((1, ""), (status, out))
        self.assertIn("Accept the terms first.", err)
        self.assertIn("voorwerp terms small --accept", err)
        status, _, err = self.run_it(self.rule(answer), "submit", "small", self.predictions(), "--json")
        self.assertEqual("/problems/terms-not-accepted", json.loads(err)["type"])

    def test_what_is_not_scored_in_time_has_a_status_of_its_own(self):
        waiting = submission("accepted")
        rule = lambda r: Answer(202, waiting) if r.method == "POST" else Answer(body={**CHALLENGE, **waiting})
        status, _, _ = self.run_it(rule, "submit", "small", self.predictions(), "--wait", "0.2")
        self.assertEqual(3, status)

    def test_a_team_cannot_steer_the_terminal(self):
        board = {
            "challenge": "small",
            "phase": "main",
            "part": "public",
            "shows": "full",
            "metrics": [{"key": "rmse"}],
            "rows": [{"rank": 1, "team": "a\x1b[2Jb", "scores": {"rmse": {"value": 0.5}}, "submissions": 1}],
            "next": None,
        }
        status, out, _ = self.run_it(in_turn(Answer(body=board)), "board", "small")
        self.assertEqual(0, status)
        self.assertNotIn("\x1b", out)
        self.assertIn("a\\x1b[2Jb", out)

    def test_no_challenge_named_is_misuse(self):
        with self.assertRaises(SystemExit) as left:
            self.run_it(in_turn(Answer()), "files")
        self.assertEqual(2, left.exception.code)

    def test_progress_is_for_terminals_only(self):
        stream = io.StringIO()
        with Progress("a", 10, stream=stream) as progress:
            progress.add(10)
        self.assertEqual("", stream.getvalue())
        with Progress("a", 10, shown=True, stream=stream) as progress:
            progress.add(10)
        self.assertIn("100 %", stream.getvalue())


if __name__ == "__main__":
    unittest.main()
