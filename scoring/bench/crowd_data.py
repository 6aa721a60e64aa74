"""Makes votes on tasks, or a classification export: python3 crowd_data.py votes|export|marks ROWS FILE

Votes are task,worker,label with 4 answers and ten votes a task, by volunteers of whom few give most. The exports have the
columns of the Zooniverse's and cells of the length that real ones have: one of a question with the same 4 answers, one of
points, of which each subject has four and each volunteer sees most, and one that is not there. Always the same for the same
arguments.
"""
import os
import sys

import numpy

kind, rows, file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
os.makedirs(os.path.dirname(file) or ".", exist_ok=True)
random = numpy.random.default_rng(2007)
tasks = max(1, rows // 10)
task = random.integers(0, tasks, rows)
worker = random.zipf(1.3, rows) % max(1, rows // 100)
right = random.integers(0, 4, tasks)[task]
label = numpy.where(random.random(rows) < 0.75, right, random.integers(0, 4, rows))
columns = ("classification_id,user_name,user_id,user_ip,workflow_id,workflow_name,workflow_version,created_at,"
           "gold_standard,expert,metadata,annotations,subject_data,subject_ids")
answers = ["A spiral, or a disk", "Smooth and \\\"\"round\\\"\"", "A star or artefact", "Something else"]
row_form = (
    '%d,volunteer_%d,%d,8bb2d0c1a4f39c6a2f1e,4249,Galaxy shapes,14.31,2020-02-11 10:12:%02d UTC,,,'
    '"{""source"":""api"",""session"":""f1c2e3d4b5a697887766554433221100ffeeddccbbaa99887766554433221100"",'
    '""viewport"":{""width"":1349,""height"":625},""started_at"":""2020-02-11T10:11:40.123Z"",'
    '""user_agent"":""Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0"",'
    '""utc_offset"":""0"",""finished_at"":""2020-02-11T10:12:01.999Z"",""live_project"":true,'
    '""user_language"":""en"",""user_group_ids"":[],""subject_dimensions"":[{""clientWidth"":543,""clientHeight"":543,'
    '""naturalWidth"":424,""naturalHeight"":424}],""workflow_version"":""14.31""}",'
    '"[{""task"":""T0"",""task_label"":""%s"",""value"":%s}]",'
    '"{""%d"":{""retired"":null,""ra"":""187.25"",""dec"":""2.05"",""filename"":""galaxy_%d.jpg"",'
    '""petroMag_r"":""16.82"",""redshift"":""0.0451"",""#survey"":""SDSS DR7""}}",%d\n')
question, drawing = "Is the galaxy in the middle smooth, or does it have features or a disk?", "Mark every star"


def annotation(task, answer):
    if kind == "export":
        return question, '""%s""' % answers[answer]
    place = numpy.random.default_rng(task).uniform(0, 424, (4, 2))
    seen = place[random.random(4) < 0.85] + 0.0
    seen = numpy.concatenate([seen + random.normal(0, 2, seen.shape), random.uniform(0, 424, (1, 2))])
    return drawing, "[%s]" % ",".join(
        '{""x"":%.4f,""y"":%.4f,""tool"":0,""frame"":0,""details"":[],""tool_label"":""Star""}' % tuple(xy) for xy in seen)


with open(file, "w") as out:
    out.write("task,worker,label\n" if kind == "votes" else columns + "\n")
    for start in range(0, rows, 100_000):
        part = slice(start, start + 100_000)
        cells = zip(task[part].tolist(), worker[part].tolist(), label[part].tolist())
        if kind == "votes":
            out.write("".join("%d,%d,%d\n" % row for row in cells))
        else:
            out.write("".join(
                row_form % (200_000_000 + i, w, w, i % 60, *annotation(t, a), t, t, t)
                for i, (t, w, a) in enumerate(cells, start)))
