#!/bin/bash
# Times this project beside the usual programs, in turn, in one sitting, and prints ratios of medians.
#   ./voorwerp bench                            all that follows but the parts
#   ./voorwerp bench scoring [ROWS [ROUNDS]]    reading and scoring; default: 10000000 rows, 3 rounds
#   ./voorwerp bench shapes                     how reading and scoring grow with rows and columns
#   ./voorwerp bench server [ROWS [ROUNDS]]     inside the server, from the last byte uploaded to the scores
#   ./voorwerp bench consensus [ROUNDS]         both of the following
#   ./voorwerp bench exports [ROUNDS [ROWS...]] reading and reducing classification exports; default: 10000 200000 1000000
#   ./voorwerp bench crowds [ROUNDS]            Dawid-Skene, beside crowd-kit where python3 can import it
#   ./voorwerp bench parts [REGEX]              the parts of scoring one by one, by JMH
# Needs python3 with numpy, pandas and scikit-learn. Environment: PYTHON (default python3); the launcher sets JAVA_HOME
# and SCORE_COMMAND.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
. "$here/measure.sh"
. scoring/score.sh

# What stays, the truth and its index, and what one submission needs.
INDEXED_FLAGS="-XX:+UseSerialGC -Xmn64m -Xms900m -Xmx900m -XX:+UseTransparentHugePages"

# The JVM's own choice of a collector, which is what a server runs with: a submission of few rows is many small arrays.
SMALL_FLAGS="-Xms900m -Xmx900m -XX:+UseTransparentHugePages"

indexed() { # truth predictions...
  local flags=$INDEXED_FLAGS
  [ "$(wc -l < "$1")" -gt 1000000 ] || flags=$SMALL_FLAGS
  # shellcheck disable=SC2086 # flags are several words
  java $flags -cp "$path" org.voorwerp.bench.Indexed "$@"
}

scoring() { # [rows [rounds]]
  local rows=${1:-10000000} rounds=${2:-3} d wide
  need_python numpy,pandas,sklearn
  d=$data/${rows}x1
  wide=$data/80000x37
  make_data "$rows" 1
  make_data 80000 37
  for _ in $(seq "$rounds"); do
    timed sklearn "$python" "$here/yardstick.py" "$d/truth.csv" "$d/shuffled.csv"
    # shellcheck disable=SC2086
    timed cold $SCORE_COMMAND "$d/truth.csv" "$d/shuffled.csv"
    java -Xmx6g -cp "$path" org.voorwerp.bench.DuckDb "$d/truth.csv" "$d/shuffled.csv" |
      awk '/^seconds/ { print $2 }' >> "$results/duckdb.s"
    indexed "$d/truth.csv" "$d/shuffled.csv" "$d/ordered.csv" |
      awk -v f="$results/indexed" '/^seconds/ { print $2 >> (f ($3 == 1 ? "-shuffled.s" : "-ordered.s")) }'
    "$python" "$here/yardstick.py" "$wide/truth.csv" "$wide/shuffled.csv" only |
      awk '/^seconds/ { print $2 }' >> "$results/wide-pandas.s"
    indexed "$wide/truth.csv" "$wide/shuffled.csv" | awk '/^seconds/ { print $2 }' >> "$results/wide.s"
    timed wide-pandas-process "$python" "$here/yardstick.py" "$wide/truth.csv" "$wide/shuffled.csv"
    # shellcheck disable=SC2086
    timed wide-process $SCORE_COMMAND "$wide/truth.csv" "$wide/shuffled.csv" rmse
  done
  machine "$rows rows, medians of $rounds rounds"
  head_of_table
  compared "scikit-learn, whole process from cold files" sklearn.s cold.s
  compared "its memory, whole process" sklearn.m cold.m
  compared "scikit-learn; ours with the truth indexed" sklearn.s indexed-shuffled.s
  compared "scikit-learn; ours indexed, in the test file's order" sklearn.s indexed-ordered.s
  compared "DuckDB, 2 threads; truth loaded, ours indexed" duckdb.s indexed-shuffled.s
  compared "pandas and numpy; 80,000 rows of 37 columns, truth read" wide-pandas.s wide.s
  compared "the same, whole process from cold files" wide-pandas-process.s wide-process.s
  echo
}

shapes() {
  need_python numpy
  line "read and scored, truth indexed" "rows" "seconds" "ns/cell"
  line "---" "---:" "---:" "---:"
  local shape r c
  for shape in "10000 1" "100000 1" "1000000 1" "10000000 1" "100000 3" "100000 10" "100000 30" "100000 100"; do
    read -r r c <<< "$shape"
    make_data "$r" "$c"
    indexed "$data/${r}x$c/truth.csv" "$data/${r}x$c/shuffled.csv" |
      awk '/^seconds/ { print $2 }' > "$results/shape.s"
    line "$c columns" "$r" "$(median "$results/shape.s")" \
      "$(awk -v s="$(median "$results/shape.s")" -v r="$r" -v c="$c" 'BEGIN { printf "%.1f", s * 1e9 / r / (c + 1) }')"
  done
  echo
}

# DuckDB's time is that of its part of a line of the table: the truth is loaded, both files are local.
server() { # [rows [rounds]]
  local rows=${1:-10000000} rounds=${2:-3} d
  need_python numpy
  d=$data/${rows}x1
  make_data "$rows" 1
  java -Xmx6g -cp "$path" org.voorwerp.bench.DuckDb "$d/truth.csv" "$d/shuffled.csv" |
    awk '/^seconds/ { print $2 }' > "$results/duckdb-beside.s"
  "$python" "$here/server.py" "$rows" "$rounds" | tee /dev/stderr |
    awk '/^seconds/ { print $2 + 0 }' > "$results/server.s"
  machine "$rows rows, medians of $rounds rounds"
  head_of_table
  compared "DuckDB; in the server, from the last byte sent to the scores" duckdb-beside.s server.s
  echo
}

parts() { java -cp "$path" org.openjdk.jmh.Main "$@"; }

command=${1:-all}
case $command in
  scoring | shapes | server | consensus | exports | crowds | parts) shift ;;
  [1-9]*) command=scoring ;;
  all) ;;
  *) sed -n '2,12s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
. "$here/consensus.sh"
if [ "$command" = all ]; then
  need_python numpy,pandas,sklearn
  scoring
  shapes
  server
  consensus
else
  "$command" "$@"
fi
