# shellcheck shell=bash
# Reading an export, and Dawid-Skene: sourced by compare.sh.

crowd_data() { # votes|export|marks rows
  local file=$data/$1-$2.csv
  if [ ! -e "$file.done" ]; then
    "$python" "$here/crowd_data.py" "$1" "$2" "$file"
    touch "$file.done"
  fi
  cat "$file" > /dev/null
}

consensus() { # [rounds]
  exports "$@"
  crowds "$@"
}

EXPORT_FLAGS="-XX:+UseParallelGC -Xmx1g"

export_votes() { # file
  # shellcheck disable=SC2086 # flags are several words
  java $EXPORT_FLAGS -cp "$path" org.voorwerp.bench.Export "$@"
}

microseconds() { awk -v s="$(median "$1")" -v r="$2" 'BEGIN { printf "%.1f", s * 1e6 / r }'; }

# The consensus of an export of $2 rows of kind $1, as the launcher runs it, without a report: whole processes.
reduced() { # export|marks rows reducer [options...]
  local kind=$1 r=$2 reducer=$3
  shift 3
  # shellcheck disable=SC2086 # flags are several words
  timed "$reducer-$r" "$JAVA_HOME/bin/java" $CONSENSUS_FLAGS -XX:AOTCache="$CONSENSUS_CACHE" -Xlog:aot=off -Xlog:cds=off \
    -cp "$PWD/$(library_path)" "$CONSENSUS_MAIN" "$data/$kind-$r.csv" --workflow 4249 --task T0 \
    --reducer "$reducer" "$@" --no-report -o "$results/$reducer.csv"
}

exports() { # [rounds [rows...]]
  local rounds=${1:-3} r
  local -a sizes=("${@:2}")
  [ ${#sizes[@]} -gt 0 ] || sizes=(10000 200000 1000000)
  need_python numpy,pandas
  prepare_consensus
  for r in "${sizes[@]}"; do
    crowd_data export "$r"
    crowd_data marks "$r"
    for _ in $(seq "$rounds"); do
      timed "theirs-process-$r" "$python" "$here/export.py" "$data/export-$r.csv"
      reduced export "$r" plurality
      reduced export "$r" question_reducer
      reduced marks "$r" point_reducer_dbscan --set eps=8 --set min_samples=3
      "$python" "$here/export.py" "$data/export-$r.csv" | awk '/^seconds/ { print $2 }' >> "$results/theirs-$r.s"
      export_votes "$data/export-$r.csv" 3 | awk '/^seconds/ { print $2 }' >> "$results/warm-$r.s"
    done
  done
  machine "medians of $rounds rounds"
  head_of_table
  for r in "${sizes[@]}"; do
    compared "export of $r rows, in a process that runs already" "theirs-$r.s" "warm-$r.s"
    compared "the same, whole process: plurality of all subjects" "theirs-process-$r.s" "plurality-$r.s"
  done
  echo
  line "microseconds a row" "rows" "question" "points"
  line "---" "---:" "---:" "---:"
  for r in "${sizes[@]}"; do
    line "read and reduced, whole process" "$r" "$(microseconds "$results/question_reducer-$r.s" "$r")" \
      "$(microseconds "$results/point_reducer_dbscan-$r.s" "$r")"
  done
  echo
}

# The heap is 14.7 bytes a vote.
VOTES=10000000
CROWD_FLAGS="-XX:+UseSerialGC -Xmx140m -Xmn8m -XX:+UseTransparentHugePages"

crowds() { # [rounds]
  local rounds=${1:-3} votes
  need_python numpy,pandas
  for votes in 1000000 "$VOTES"; do
    crowd_data votes "$votes"
    "$python" "$here/crowd.py" "$data/votes-$votes.csv" "$rounds" > "$results/crowd-theirs"
    awk '/^seconds/ { print $2 }' "$results/crowd-theirs" > "$results/crowd-theirs-$votes.s"
    # shellcheck disable=SC2086
    java $CROWD_FLAGS -cp "$path" org.voorwerp.bench.Crowd "$data/votes-$votes.csv" "$rounds" |
      awk '/^seconds/ { print $2 }' > "$results/crowd-$votes.s"
  done
  # shellcheck disable=SC2086
  timed crowd-process "$JAVA_HOME/bin/java" $CROWD_FLAGS -cp "$path" org.voorwerp.bench.Crowd "$data/votes-$VOTES.csv" 1
  machine "medians of $rounds rounds"
  head_of_table
  for votes in 1000000 "$VOTES"; do
    compared "an iteration by $(sed -n 's/^by //p' "$results/crowd-theirs"); $votes votes" "crowd-theirs-$votes.s" "crowd-$votes.s"
  done
  line "whole process with JVM, bytes a vote" "" \
    "$(awk -v v="$VOTES" '{ printf "%.1f", $1 * 1048576 / v }' "$results/crowd-process.m")" ""
  echo
}
