# shellcheck shell=bash
# What all comparisons need: sourced by them. Needs JAVA_HOME; makes $results, $data, $path and $python.

python=${PYTHON:-python3}
data=$root/target/bench/data
path=$root/target/bench/classes:$(cat "$root/target/bench/classpath")
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

need_python() { # modules
  "$python" -c "import $1" 2>/dev/null && return
  echo "voorwerp bench: $python cannot import ${1//,/ and }. Install them (on Debian: apt-get install python3-pandas" \
    "python3-sklearn), or name a Python that has them: PYTHON=/usr/bin/python3 ./voorwerp bench" >&2
  exit 1
}

make_data() { # rows columns
  if [ ! -e "$data/$1x$2/done" ]; then
    "$python" "$here/data.py" "$1" "$2" "$data/$1x$2"
    touch "$data/$1x$2/done"
  fi
  cat "$data/$1x$2"/*.csv > /dev/null
}

# Runs a command; adds its seconds to the file $1.s and its peak memory in MB to $1.m.
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

java() { "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "$@"; }
median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
ratio() { awk -v a="$(median "$results/$1")" -v b="$(median "$results/$2")" 'BEGIN { printf "%.1f", a / b }'; }
line() { printf '| %-62s | %9s | %9s | %6s |\n' "$1" "$2" "$3" "$4"; }
compared() { # label theirs ours
  line "$1" "$(median "$results/$2")" "$(median "$results/$3")" "$(ratio "$2" "$3")"
}
head_of_table() {
  line "seconds, or MB" "theirs" "ours" "ratio"
  line "---" "---:" "---:" "---:"
}
machine() {
  echo "$(nproc) processors, $(awk '/model name/ { sub(/.*: /, ""); print; exit }' /proc/cpuinfo)," \
    "$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)," \
    "Java $("$JAVA_HOME/bin/java" -version 2>&1 | awk -F'"' 'NR == 1 { print $2 }'); $1"
  echo
}
