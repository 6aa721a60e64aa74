#!/bin/bash
# Times the scoring of predictions beside the usual programs, in turn, in one sitting, and prints ratios of medians.
#   ./voorwerp bench [ROWS [ROUNDS]]      default: 10000000 rows, 3 rounds; needs python3 with pandas and scikit-learn
#   ./voorwerp bench parts [REGEX]        the parts of scoring one by one, by JMH
# Environment: PYTHON (default python3); the launcher sets JAVA_HOME and SCORE_COMMAND.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
rows=${1:-10000000}
rounds=${2:-3}
python=${PYTHON:-python3}
data=$root/target/bench/data
path=$root/target/bench/classes:$(cat "$root/target/bench/classpath")
if [ "$rows" = parts ]; then
  shift
  exec "$JAVA_HOME/bin/java" -cp "$path" org.openjdk.jmh.Main "$@"
fi
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# What stays, the truth and its index, and what one submission needs.
INDEXED_FLAGS="-XX:+UseSerialGC -Xmn64m -Xms900m -Xmx900m -XX:+UseTransparentHugePages"

make_data() { # rows columns
  [ -e "$data/$1x$2/shuffled.csv" ] || "$python" "$here/data.py" "$1" "$2" "$data/$1x$2"
  cat "$data/$1x$2"/*.csv > /dev/null
}

# Runs a command; adds its seconds to file $1.s and its peak memory in MB to $1.m.
timed() {
  local name=$1
  shift
  "$python" - "$results/$name" "$@" <<'P'
import resource, subprocess, sys, time
begin = time.perf_counter()
subprocess.run(sys.argv[2:], check=True, stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - begin
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
open(sys.argv[1] + ".s", "a").write("%.4f\n" % seconds)
open(sys.argv[1] + ".m", "a").write("%.1f\n" % peak)
P
}

java() { "$JAVA_HOME/bin/java" "$@"; }
median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
ratio() { awk -v a="$(median "$results/$1")" -v b="$(median "$results/$2")" 'BEGIN { printf "%.1f", a / b }'; }
line() { printf '| %-62s | %9s | %9s | %6s |\n' "$1" "$2" "$3" "$4"; }
compared() { # label theirs ours
  line "$1" "$(median "$results/$2")" "$(median "$results/$3")" "$(ratio "$2" "$3")"
}

make_data "$rows" 1
d=$data/${rows}x1
for _ in $(seq "$rounds"); do
  timed sklearn "$python" "$here/yardstick.py" "$d/truth.csv" "$d/shuffled.csv"
  # shellcheck disable=SC2086
  timed cold $SCORE_COMMAND "$d/truth.csv" "$d/shuffled.csv"
  java -Xmx6g --enable-native-access=ALL-UNNAMED -cp "$path" org.voorwerp.bench.DuckDb "$d/truth.csv" "$d/shuffled.csv" |
    awk '/^seconds/ { print $2 }' >> "$results/duckdb.s"
  java $INDEXED_FLAGS -cp "$path" org.voorwerp.bench.Indexed "$d/truth.csv" "$d/shuffled.csv" "$d/ordered.csv" |
    awk -v f="$results/indexed" '/^seconds/ { print $2 >> (f ($3 == 1 ? "-shuffled.s" : "-ordered.s")) }'
done

echo "$(nproc) processors, $(awk '/model name/ { sub(/.*: /, ""); print; exit }' /proc/cpuinfo), $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo), Java $("$JAVA_HOME/bin/java" -version 2>&1 | awk -F'"' 'NR == 1 { print $2 }'); $rows rows, medians of $rounds rounds"
echo
line "seconds, or MB" "theirs" "ours" "ratio"
line "---" "---:" "---:" "---:"
compared "scikit-learn, whole process from cold files" sklearn.s cold.s
compared "its memory, whole process" sklearn.m cold.m
compared "scikit-learn; ours with the truth indexed" sklearn.s indexed-shuffled.s
compared "scikit-learn; ours indexed, in the test file's order" sklearn.s indexed-ordered.s
compared "DuckDB, 2 threads; truth loaded, ours indexed" duckdb.s indexed-shuffled.s

make_data 80000 37
for _ in $(seq "$rounds"); do
  "$python" "$here/yardstick.py" "$data/80000x37/truth.csv" "$data/80000x37/shuffled.csv" only |
    awk '/^seconds/ { print $2 }' >> "$results/wide-pandas.s"
  java $INDEXED_FLAGS -cp "$path" org.voorwerp.bench.Indexed "$data/80000x37/truth.csv" "$data/80000x37/shuffled.csv" |
    awk '/^seconds/ { print $2 }' >> "$results/wide.s"
done
compared "pandas and numpy; 80,000 rows of 37 columns, truth read" wide-pandas.s wide.s

echo
line "read and scored, truth indexed" "rows" "seconds" "ns/cell"
line "---" "---:" "---:" "---:"
for shape in "10000 1" "100000 1" "1000000 1" "10000000 1" "100000 3" "100000 10" "100000 30" "100000 100"; do
  read -r r c <<< "$shape"
  [ "$r" -le "$rows" ] || continue
  make_data "$r" "$c"
  java $INDEXED_FLAGS -cp "$path" org.voorwerp.bench.Indexed "$data/${r}x$c/truth.csv" "$data/${r}x$c/shuffled.csv" |
    awk '/^seconds/ { print $2 }' > "$results/shape.s"
  line "$c columns" "$r" "$(median "$results/shape.s")" \
    "$(awk -v s="$(median "$results/shape.s")" -v r="$r" -v c="$c" 'BEGIN { printf "%.1f", s * 1e9 / r / (c + 1) }')"
done
