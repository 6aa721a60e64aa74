# shellcheck shell=bash
# Reading an export, and Dawid-Skene: sourced by compare.sh.

crowd_data() { # votes|export rows
  local file=$data/$1-$2.csv
  if [ ! -e "$file.done" ]; then
    "$python" "$here/crowd_data.py" "$1" "$2" "$file"
    touch "$file.done"
  fi
  cat "$file" > /dev/null
}

export_votes() { # file
  java $EXPORT_FLAGS -cp "$path" org.voorwerp.bench.Export "$@"
}

EXPORT_FLAGS="-XX:+UseParallelGC -Xmx1g"

# 16 bytes a vote in all: the heap is no larger.
VOTES=10000000
CROWD_FLAGS="-XX:+UseSerialGC -Xmx160m -XX:+UseTransparentHugePages"

consensus() { # [rounds]
  local rounds=${1:-3} rows=200000 r
  need_python numpy,pandas
  for r in 10000 100000 "$rows" 1000000; do
    crowd_data export "$r"
  done
  crowd_data votes "$VOTES"
  for _ in $(seq "$rounds"); do
    "$python" "$here/export.py" "$data/export-$rows.csv" | awk '/^seconds/ { print $2 }' >> "$results/export-theirs.s"
    timed export-theirs-process "$python" "$here/export.py" "$data/export-$rows.csv"
    # shellcheck disable=SC2086
    timed export-process "$JAVA_HOME/bin/java" $EXPORT_FLAGS -cp "$path" org.voorwerp.bench.Export \
      "$data/export-$rows.csv" 1
    export_votes "$data/export-$rows.csv" 5 | awk '/^seconds/ { print $2 }' >> "$results/export.s"
  done
  "$python" "$here/crowd.py" "$data/votes-$VOTES.csv" "$rounds" | awk '/^seconds/ { print $2 }' > "$results/crowd-theirs.s"
  # shellcheck disable=SC2086
  timed crowd-process "$JAVA_HOME/bin/java" $CROWD_FLAGS -cp "$path" org.voorwerp.bench.Crowd \
    "$data/votes-$VOTES.csv" 1
  # shellcheck disable=SC2086
  java $CROWD_FLAGS -cp "$path" org.voorwerp.bench.Crowd "$data/votes-$VOTES.csv" "$rounds" |
    awk '/^seconds/ { print $2 }' > "$results/crowd.s"
  machine "medians of $rounds rounds"
  head_of_table
  compared "pandas with json.loads; export of $rows rows, whole process" export-theirs-process.s export-process.s
  compared "the same, in a process that runs already" export-theirs.s export.s
  compared "an iteration as crowd-kit's in pandas; $VOTES votes" crowd-theirs.s crowd.s
  line "whole process with JVM, bytes a vote" "" \
    "$(awk -v v="$VOTES" '{ printf "%.1f", $1 * 1048576 / v }' "$results/crowd-process.m")" ""
  echo
  line "votes of an export" "rows" "seconds" "MB/s"
  line "---" "---:" "---:" "---:"
  for r in 10000 100000 1000000; do
    export_votes "$data/export-$r.csv" 5 | awk '/^seconds/ { print $2 }' > "$results/export-$r.s"
    line "read, selected, counted" "$r" "$(median "$results/export-$r.s")" \
      "$(awk -v s="$(median "$results/export-$r.s")" -v b="$(stat -c %s "$data/export-$r.csv")" 'BEGIN { printf "%.0f", b / s / 1e6 }')"
  done
  echo
}
