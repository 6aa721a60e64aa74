"""Votes of a classification export as they are usually read: python3 export.py FILE

pandas reads the file, json.loads the annotations and the metadata, which says what was made before the launch; a
volunteer's first vote on a subject counts. Prints how many votes there are for each answer, and the seconds.
"""
import json
import sys
import time

import pandas

begin = time.perf_counter()
rows = pandas.read_csv(sys.argv[1], low_memory=False)
annotations, metadata = rows["annotations"].map(json.loads), rows["metadata"].map(json.loads)
rows["answer"] = [
    next((task["value"] for task in cell if task["task"] == "T0"), None) for cell in annotations]
rows = rows[[cell.get("live_project", True) for cell in metadata]]
rows = rows[(rows.workflow_id == 4249) & rows.answer.notna()]
rows = rows.sort_values("created_at", kind="stable").drop_duplicates(["subject_ids", "user_name"])
counts = rows.groupby(["subject_ids", "answer"]).size().unstack(fill_value=0)
print(sorted(counts.sum().items()))
print("seconds %.4f" % (time.perf_counter() - begin))
