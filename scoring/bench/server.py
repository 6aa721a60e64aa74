"""How soon a submission is scored inside the server: python3 server.py ROWS ROUNDS

Starts the packaged server over a folder of its own, hosts a challenge of so many test subjects, registers a participant
and sends predictions over HTTP the way everybody does. Printed is, for each round after the first, what passes from
the last byte sent to the answer that holds the scores (`Prefer: wait`): checking what is left, storing and committing,
the queue, three metrics with their intervals, and committing the result. Needs nothing but Python and numpy.
"""
import datetime
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zipfile

import numpy

CHALLENGE = """voorwerp: 1
slug: bench
title: Bench
summary: Random numbers.
organisers: [bench]
licence: CC0-1.0
task: {kind: values, columns: [{name: p, min: 0, max: 1}]}
truth:
  solution: {file: solution.csv, subject: id, columns: {p: label}, usage: Usage}
holdout: {seed: 7}
metrics:
  - {name: roc-auc, primary: true}
  - {name: average-precision}
  - {name: log-loss}
phases:
  - {name: main, starts: 2020-01-01T00:00:00Z, ends: 2090-01-01T00:00:00Z, quota: {per-day: 100}}
pages: {overview: page.md, data: page.md, rules: page.md}
"""
CHUNK = 1 << 20

root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


class Server:
    def __init__(self, folder, rows):
        with socket.socket() as probe:
            probe.bind(("localhost", 0))
            self.port = probe.getsockname()[1]
        self.folder = folder
        environment = dict(
            os.environ,
            QUARKUS_HTTP_PORT=str(self.port),
            VOORWERP_DATA_FOLDER=os.path.join(folder, "data"),
            VOORWERP_PACKS_FOLDER=os.path.join(folder, "none"),
            VOORWERP_SUBMISSIONS_MAX_BYTES=str(64 * rows + 1_000_000),
            VOORWERP_JAVA_OPTIONS=os.environ.get("VOORWERP_JAVA_OPTIONS", "-XX:+UseTransparentHugePages"),
        )
        self.log = open(os.path.join(folder, "server.log"), "w")
        self.process = subprocess.Popen(
            [os.path.join(root, "voorwerp"), "run"], env=environment, stdout=self.log, stderr=self.log,
            start_new_session=True)
        self.await_ready()
        self.token = open(os.path.join(folder, "data", "organiser-token")).read().strip()

    def await_ready(self):
        for _ in range(3000):
            try:
                if self.call("GET", "/q/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        sys.exit("the server did not start:\n" + open(self.log.name).read()[-3000:])

    def call(self, method, path, body=None, token=None, kind="application/json"):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=3600)
        headers = {"Content-Type": kind}
        if token:
            headers["Authorization"] = "Bearer " + token
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, answer.headers, data

    def asked(self, *arguments, **more):
        status, headers, data = self.call(*arguments, **more)
        if status >= 300:
            sys.exit("%s: %d %s" % (arguments[:2], status, data.decode()[:2000]))
        return headers, data

    def host(self, rows):
        pack = os.path.join(self.folder, "pack.zip")
        random = numpy.random.default_rng(7)
        labels = (random.random(rows) < 0.25).astype(int).tolist()
        with zipfile.ZipFile(pack, "w") as out:
            out.writestr("challenge.yaml", CHALLENGE)
            out.writestr("page.md", "Random numbers.\n")
            with out.open("data/solution.csv", "w", force_zip64=True) as table:
                table.write(b"id,label,Usage\n")
                for start in range(0, rows, 100_000):
                    part = enumerate(labels[start:start + 100_000], start)
                    table.write("".join("%d,%d,Public\n" % row for row in part).encode())
        with open(pack, "rb") as body:
            headers, _ = self.asked("POST", "/api/challenges", body, self.token, "application/zip")
        build = headers["Location"].split("localhost:%d" % self.port)[-1]
        while True:
            state = json.loads(self.asked("GET", build, token=self.token)[1])
            if "finishedAt" in state:
                break
            time.sleep(0.5)
        if state["state"] != "built":
            sys.exit("the challenge cannot be built: %s" % json.dumps(state)[:2000])
        self.asked("POST", "/api/challenges/bench/publish", token=self.token)

    def register(self):
        return json.loads(self.asked("POST", "/api/accounts", json.dumps({"handle": "bench"}))[1])["secret"]

    def predictions(self):
        sample = self.asked("GET", "/api/challenges/bench/files/sample_submission.csv")[1].decode().split("\n")
        header, ids = sample[0], numpy.array([line.split(",")[0] for line in sample[1:] if line])
        random = numpy.random.default_rng(11)
        ids = ids[random.permutation(len(ids))].tolist()
        guesses = random.random(len(ids)).tolist()
        return (header + "\n" + "".join("%s,%.6f\n" % row for row in zip(ids, guesses))).encode()

    def submit(self, token, body):
        """Seconds for sending; from the last byte sent to the scores; and of these until it was accepted, and scored."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=3600)
        connection.putrequest("POST", "/api/challenges/bench/submissions")
        connection.putheader("Authorization", "Bearer " + token)
        connection.putheader("Content-Type", "text/csv")
        connection.putheader("Content-Length", str(len(body)))
        connection.putheader("Prefer", "wait=60")
        connection.endheaders()
        view = memoryview(body)
        begin = time.perf_counter()
        for start in range(0, len(body), CHUNK):
            connection.send(view[start:start + CHUNK])
        sent, clock = time.perf_counter(), time.time()
        answer = connection.getresponse()
        data = json.loads(answer.read())
        seen = time.perf_counter()
        connection.close()
        if answer.status != 201 or len(data["scores"]) != 3:
            sys.exit("not scored: %d %s" % (answer.status, json.dumps(data)[:2000]))
        until = [instant(data[at]) - clock for at in ("acceptedAt", "finishedAt")]
        return sent - begin, seen - sent, until

    def stop(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(60)


def instant(text):
    """Seconds of a time as the API writes it, with any number of decimals."""
    whole, _, decimals = text.rstrip("Z").partition(".")
    seconds = datetime.datetime.fromisoformat(whole).replace(tzinfo=datetime.timezone.utc).timestamp()
    return seconds + float("0." + (decimals or "0"))


def main():
    # So that the server is stopped, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    rows, rounds = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder, rows)
        try:
            server.host(rows)
            token = server.register()
            body = server.predictions()
            for round in range(rounds + 1):
                body = body[:-3] + b"%d\n" % (10 + round)
                sending, scoring, (accepted, scored) = server.submit(token, body)
                print("%s %.4f; accepted after %.4f, scored after %.4f; sent in %.4f" % (
                    "first" if round == 0 else "seconds", scoring, accepted, scored, sending), flush=True)
        finally:
            server.stop()


main()
