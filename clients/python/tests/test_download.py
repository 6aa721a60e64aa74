"""Files that break off, come wrong, or were there already."""

import hashlib
import os
import tempfile
import unittest

import voorwerp
from voorwerp.client import Client

from .stub import Answer, Stub, ranged

CONTENT = bytes(range(256)) * 4000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


class DownloadTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.path = os.path.join(self.folder, "images.zip")
        self.part = f"{self.path}.{DIGEST[:12]}.part"

    def rule(self, serve, name="images.zip", size=len(CONTENT)):
        listing = [{"name": name, "bytes": size, "sha256": DIGEST, "href": "/files/images.zip"}]
        return lambda request: Answer(body=listing) if request.path.endswith("/files") else serve(request)

    def fetch(self, stub, **options):
        client = Client(stub.url, token="", shown=False, sleep=lambda seconds: None)
        return client.download("small", self.folder, **options)

    def serve(self, request):
        status, body, headers = ranged(CONTENT, DIGEST, request)
        return Answer(status, body, headers)

    def assert_complete(self):
        with open(self.path, "rb") as file:
            self.assertEqual(CONTENT, file.read())
        self.assertEqual(["images.zip"], os.listdir(self.folder))

    def test_what_breaks_off_goes_on_where_it_stopped(self):
        def serve(request):
            status, body, headers = ranged(CONTENT, DIGEST, request)
            return Answer(status, body, headers, cut=max(0, len(body) - 300_000))

        with Stub(self.rule(serve)) as stub:
            self.assertEqual([self.path], self.fetch(stub))
            self.assert_complete()
            asked = [r.headers.get("Range") for r in stub.requests[1:]]
            self.assertEqual([None, "bytes=300000-", "bytes=600000-", "bytes=900000-"], asked)
            self.assertEqual(f'"{DIGEST}"', stub.requests[2].headers["If-Range"])

    def test_a_later_call_takes_up_what_an_earlier_one_left(self):
        with open(self.part, "wb") as file:
            file.write(CONTENT[:1000])
        with Stub(self.rule(self.serve)) as stub:
            self.fetch(stub)
            self.assertEqual("bytes=1000-", stub.requests[1].headers["Range"])
        self.assert_complete()

    def test_a_server_without_ranges_is_asked_for_all_of_it(self):
        with open(self.part, "wb") as file:
            file.write(CONTENT[:1000])
        with Stub(self.rule(lambda request: Answer(200, CONTENT))) as stub:
            self.fetch(stub)
        self.assert_complete()

    def test_a_part_of_wrong_bytes_is_thrown_away(self):
        with open(self.part, "wb") as file:
            file.write(b"x" * 1000)
        with Stub(self.rule(self.serve)) as stub:
            self.fetch(stub)
        self.assert_complete()

    def test_wrong_bytes_are_never_given_their_name(self):
        with Stub(self.rule(lambda request: Answer(200, CONTENT[:-1] + b"x"))) as stub:
            with self.assertRaisesRegex(voorwerp.DownloadError, "another SHA-256"):
                self.fetch(stub)
        self.assertEqual([], os.listdir(self.folder))

    def test_more_bytes_than_announced_are_not_taken(self):
        with Stub(self.rule(lambda request: Answer(200, CONTENT + b"more"))) as stub:
            with self.assertRaisesRegex(voorwerp.DownloadError, "longer"):
                self.fetch(stub)
        self.assertEqual([], os.listdir(self.folder))

    def test_a_server_that_never_gets_further_is_given_up(self):
        with Stub(self.rule(lambda request: Answer(200, CONTENT, cut=len(CONTENT)))) as stub:
            with self.assertRaises(voorwerp.Unreachable):
                self.fetch(stub)

    def test_what_is_there_and_right_is_left_alone(self):
        with Stub(self.rule(self.serve)) as stub:
            self.fetch(stub)
            self.fetch(stub)
            self.assertEqual(1, sum(r.path == "/files/images.zip" for r in stub.requests))
            self.fetch(stub, force=True)
            self.assertEqual(2, sum(r.path == "/files/images.zip" for r in stub.requests))

    def test_no_name_leads_out_of_the_folder(self):
        for name in ("../evil", "/etc/evil", "a/b", "..", "", "a\\b", "c:evil", "a\nb"):
            with Stub(self.rule(self.serve, name=name)) as stub:
                with self.assertRaisesRegex(voorwerp.DownloadError, "plain name"):
                    self.fetch(stub)

    def test_a_file_that_is_not_there_is_named(self):
        with Stub(self.rule(self.serve)) as stub:
            with self.assertRaisesRegex(voorwerp.VoorwerpError, "nothing.csv; it has images.zip"):
                self.fetch(stub, names=["nothing.csv"])


if __name__ == "__main__":
    unittest.main()
