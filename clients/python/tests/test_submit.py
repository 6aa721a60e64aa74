"""Sending predictions: what goes over the wire, how often, and what becomes of what goes wrong."""

import base64
import gzip
import hashlib
import os
import tempfile
import unittest
from unittest import mock

import voorwerp
from voorwerp.client import Client

from .stub import Answer, Stub, in_turn, problem

CHALLENGE = {
    "slug": "small",
    "title": "Small",
    "summary": "",
    "phases": [{"name": "main", "starts": "2026-01-01T00:00:00Z", "open": True, "perDay": 5}],
    "metrics": [{"key": "rmse"}],
}


def submission(state="scored", **more):
    return {
        "id": "7408938b-d40f-49e5-a259-e0fc78650273",
        "challenge": "small",
        "team": "hanny",
        "phase": "main",
        "state": state,
        "acceptedAt": "2026-11-26T00:21:25.123456789Z",
        "scores": {"rmse": {"value": 0.25, "low": 0.2, "high": 0.3, "method": "x"}} if state == "scored" else {},
        "finalScores": {},
        "rank": 3,
        "why": {"code": "on-board", "says": "It stands on the board."},
        "quota": {"phase": "main", "left": 4, "resetsAt": "2026-11-27T00:00:00Z"},
        **more,
    }


class SubmitTest(unittest.TestCase):
    def client(self, stub, **options):
        self.slept = []
        return Client(stub.url, token="vw_secret", shown=False, sleep=self.slept.append, **options)

    def rule(self, *answers):
        posts = in_turn(*answers)
        return lambda request: posts(request) if request.method == "POST" else Answer(body=CHALLENGE)

    def test_the_file_goes_compressed_with_its_digest_and_a_key(self):
        with Stub(self.rule(Answer(201, submission()))) as stub:
            result = self.client(stub).submit("small", {"id": ["a", "b"], "p": [0.1, 1e-17]}, note="ä & b", wait=5)
            sent = stub.requests[-1]
            self.assertEqual(b"id,p\na,0.1\nb,1e-17\n", gzip.decompress(sent.body))
            digest = base64.b64encode(hashlib.sha256(sent.body).digest()).decode()
            self.assertEqual(f"sha-256=:{digest}:", sent.headers["Content-Digest"])
            self.assertEqual("Bearer vw_secret", sent.headers["Authorization"])
            self.assertEqual("wait=5", sent.headers["Prefer"])
            self.assertIn("note=%C3%A4+%26+b", sent.path)
            self.assertEqual(voorwerp.Score(0.25, 0.2, 0.3), result.scores["rmse"])
            self.assertEqual(2026, result.accepted_at.year)
            self.assertEqual(4, result.quota.left)

    def test_the_same_file_has_the_same_key_and_again_a_new_one(self):
        with Stub(self.rule(Answer(202, submission("accepted")))) as stub:
            client = self.client(stub)
            for again in (False, False, True):
                client.submit("small", b"id,p\n", again=again)
            client.submit("small", b"id,p\n", phase="other")
            keys = [r.headers["Idempotency-Key"] for r in stub.requests if r.method == "POST"]
            self.assertEqual(keys[0], keys[1])
            self.assertEqual(3, len(set(keys)))

    def test_a_broken_connection_and_a_busy_server_are_met_with_the_same_key(self):
        busy = Answer(503, problem(503, "busy"), {"Retry-After": "7"})
        done = Answer(202, submission("accepted"), {"Idempotent-Replayed": "true"})
        with Stub(self.rule(Answer(vanish=True), busy, done)) as stub:
            result = self.client(stub).submit("small", b"id,p\n")
            posts = [r for r in stub.requests if r.method == "POST"]
            self.assertEqual(3, len(posts))
            self.assertEqual(1, len({(r.headers["Idempotency-Key"], r.body) for r in posts}))
            self.assertEqual(7.0, self.slept[1])
            self.assertTrue(result.replayed)

    def test_who_must_wait_until_tomorrow_is_told_so_at_once(self):
        spent = Answer(429, problem(429, "quota-spent", "Come tomorrow."), {"Retry-After": "40000"})
        with Stub(self.rule(spent)) as stub:
            with self.assertRaises(voorwerp.Problem) as caught:
                self.client(stub).submit("small", b"id,p\n")
            self.assertEqual("quota-spent", caught.exception.kind)
            self.assertEqual(40000, caught.exception.retry_after)
            self.assertEqual([], self.slept)

    def test_mistakes_are_told_with_line_and_column(self):
        errors = [{"line": 5, "column": 2, "message": '"many" is no number'}]
        with Stub(self.rule(Answer(422, problem(422, "invalid-predictions", errors=errors, errorCount=9)))) as stub:
            with self.assertRaises(voorwerp.Problem) as caught:
                self.client(stub).submit("small", b"id,p\n")
            self.assertEqual((voorwerp.Finding(5, 2, '"many" is no number'),), caught.exception.findings)
            self.assertIn('line 5, column 2: "many" is no number', str(caught.exception))
            self.assertIn("and 8 more", str(caught.exception))

    def test_a_stranger_that_answers_in_html_is_named(self):
        with Stub(self.rule(Answer(500, b"<h1>nginx</h1>", {"Content-Type": "text/html"}))) as stub:
            with self.assertRaisesRegex(voorwerp.Problem, "No answer of a Voorwerp server.*nginx"):
                self.client(stub).submit("small", b"id,p\n")

    def test_waiting_goes_on_until_there_is_a_score(self):
        polled = in_turn(Answer(body=submission("scoring")), Answer(body=submission()))

        def rule(request):
            if request.method == "POST":
                return Answer(202, submission("accepted"))
            return polled(request) if "/submissions/" in request.path else Answer(body=CHALLENGE)

        with Stub(rule) as stub:
            self.assertEqual("scored", self.client(stub).submit("small", b"id,p\n", wait=20).state)

    def test_the_token_goes_to_no_other_server(self):
        with Stub(in_turn(Answer(body=[]))) as thief:
            with Stub(in_turn(Answer(302, headers={"Location": thief.url + "/x"}))) as stub:
                with self.assertRaisesRegex(voorwerp.Unreachable, "another server"):
                    self.client(stub).challenges()
            self.assertEqual([], thief.requests)

    def test_nobody_there_is_said_so(self):
        with Stub(in_turn(Answer())) as stub:
            url = stub.url
        slept = []
        with self.assertRaisesRegex(voorwerp.Unreachable, url):
            Client(url, token="", sleep=slept.append).challenges()
        self.assertEqual(5, len(slept))

    def test_challenges_are_read_to_their_end(self):
        pages = in_turn(
            Answer(body=[CHALLENGE], headers={"Link": '</api/challenges?after=small&limit=1>; rel="next"'}),
            Answer(body=[{**CHALLENGE, "slug": "other"}]),
        )
        with Stub(pages) as stub:
            self.assertEqual(["small", "other"], [one.slug for one in self.client(stub).challenges()])
            self.assertEqual("/api/challenges?after=small&limit=1", stub.requests[1].path)

    def test_lists_are_read_to_their_end(self):
        pages = in_turn(
            Answer(body={"submissions": [submission()], "next": "/api/challenges/small/submissions?before=2"}),
            Answer(body={"submissions": [submission("failed")], "next": None}),
        )
        with Stub(pages) as stub:
            self.assertEqual(["scored", "failed"], [s.state for s in self.client(stub).submissions("small")])


class CredentialsTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        before = dict(os.environ)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(before)))
        for name in ("VOORWERP_TOKEN", "VOORWERP_URL", "VOORWERP_TOKEN_FILE"):
            os.environ.pop(name, None)
        os.environ["VOORWERP_CONFIG_DIR"] = self.folder.name

    def test_a_kept_token_is_its_owners_alone_and_for_its_server_alone(self):
        path = voorwerp.credentials.keep("http://a.example", "vw_1")
        self.assertEqual(0o600, os.stat(path).st_mode & 0o777)
        self.assertEqual("http://a.example", voorwerp.credentials.server())
        self.assertEqual("vw_1", voorwerp.credentials.token("http://a.example/"))
        self.assertIsNone(voorwerp.credentials.token("http://b.example"))

    def test_no_token_outlives_its_address(self):
        voorwerp.credentials.keep("http://a.example", "vw_1")
        with mock.patch("os.replace", side_effect=OSError("no room")), self.assertRaises(OSError):
            voorwerp.credentials.keep("http://b.example", "vw_2")
        self.assertEqual("http://b.example", voorwerp.credentials.server())
        self.assertIsNone(voorwerp.credentials.token("http://b.example"))

    @unittest.skipUnless(os.name == "posix", "only POSIX has such modes")
    def test_a_token_is_never_where_others_may_read_it(self):
        for name in ("token", "token.new"):
            with open(os.path.join(self.folder.name, name), "w", encoding="utf-8") as left:
                left.write("of others\n")
            os.chmod(left.name, 0o666)
        seen = []

        def watched(fresh, path):
            seen.append((os.stat(fresh).st_mode & 0o777, os.path.exists(path)))
            moved(fresh, path)

        moved = os.replace
        before = os.umask(0)
        try:
            with mock.patch("os.replace", watched):
                path = voorwerp.credentials.keep("http://a.example", "vw_1")
        finally:
            os.umask(before)
        self.assertEqual([(0o600, False)], seen)
        self.assertEqual(0o600, os.stat(path).st_mode & 0o777)

    @unittest.skipUnless(os.name == "posix", "only POSIX has such modes")
    def test_a_token_that_others_may_read_is_refused(self):
        path = voorwerp.credentials.keep("http://a.example", "vw_1")
        for mode in (0o640, 0o604, 0o620):
            os.chmod(path, mode)
            with self.assertRaisesRegex(voorwerp.CredentialsError, "chmod 600"):
                voorwerp.credentials.token("http://a.example")

    def test_a_token_of_several_lines_is_none(self):
        os.environ["VOORWERP_TOKEN"] = "vw_1\r\nX-Evil: 1"
        with self.assertRaises(voorwerp.CredentialsError):
            voorwerp.credentials.token("http://a.example")


if __name__ == "__main__":
    unittest.main()
