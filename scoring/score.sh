# shellcheck shell=sh disable=SC2034 # SCORE_COMMAND is for whoever sources this
# How the library is run as a program: sourced by the launcher and by the benchmarks. Needs JAVA_HOME and maven().

SCORE_JAR=target/scoring/voorwerp-scoring-0.1.0-SNAPSHOT.jar
SCORE_MAIN=org.voorwerp.scoring.program.ScoreFiles
SCORE_CACHE=target/scoring/score.aot

# A small heap that is used again and again costs less than fresh memory; large columns go past the young generation.
SCORE_FLAGS="${VOORWERP_JAVA_OPTIONS:--XX:+UseSerialGC -Xmn16m -Xms400m -Xmx400m -XX:+UseTransparentHugePages}"

CONSENSUS_MAIN=org.voorwerp.consensus.program.ConsensusProgram
CONSENSUS_CACHE=target/scoring/consensus.aot
CONSENSUS_FLAGS="${VOORWERP_JAVA_OPTIONS:--XX:+UseParallelGC}"

# Both build the library and teach the JVM what it will be asked to do (JEP 514 and 515): classes linked and methods
# profiled beforehand spare it half a second of processor time and more.
prepare_score() {
  build_library
  [ "$SCORE_CACHE" -nt "$SCORE_JAR" ] || train_score
  SCORE_COMMAND="$JAVA_HOME/bin/java $SCORE_FLAGS -XX:AOTCache=$SCORE_CACHE -Xlog:aot=off -Xlog:cds=off \
    -cp $(library_path) $SCORE_MAIN"
}

prepare_consensus() {
  build_library
  [ "$CONSENSUS_CACHE" -nt "$SCORE_JAR" ] || train_consensus
}

# Builds the library where it is not there.
build_library() {
  if [ ! -f "$SCORE_JAR" ] || [ ! -f target/scoring/classpath ] || [ -n "$(find scoring/src/main -newer "$SCORE_JAR" -print -quit)" ]; then
    maven --quiet -Dquick -DskipTests -pl scoring package \
      org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath \
      -Dmdep.outputFile="$PWD/target/scoring/classpath" -DincludeScope=runtime >&2
  fi
}

library_path() { printf '%s:%s' "$SCORE_JAR" "$(cat target/scoring/classpath)"; }

# The library's consensus with the given arguments, run from anywhere: $1 is where this project lies.
run_consensus() {
  project=$1
  shift
  # shellcheck disable=SC2086 # flags are several words
  exec "$JAVA_HOME/bin/java" $CONSENSUS_FLAGS -XX:AOTCache="$project/$CONSENSUS_CACHE" -Xlog:aot=off -Xlog:cds=off \
    -cp "$project/$(cd "$project" && library_path)" "$@"
}

# On made-up files: the JVM learns what is done, not what is in them.
train_score() {
  awk 'BEGIN {
    srand(7)
    print "id,label" > "target/scoring/train-truth.csv"
    print "id,p" > "target/scoring/train-predictions.csv"
    for (i = 0; i < 400000; i++) {
      printf "58772298%010d,%d\n", i * 37, (rand() < 0.3) > "target/scoring/train-truth.csv"
      printf "58772298%010d,%.6f\n", ((i * 7919) % 400000) * 37, rand() > "target/scoring/train-predictions.csv"
    }
  }'
  # shellcheck disable=SC2086 # flags are several words
  "$JAVA_HOME/bin/java" $SCORE_FLAGS -XX:AOTCacheOutput="$SCORE_CACHE" -cp "$(library_path)" "$SCORE_MAIN" \
    target/scoring/train-truth.csv target/scoring/train-predictions.csv > /dev/null 2>&1 || true
}

train_consensus() {
  awk 'BEGIN {
    srand(7)
    print "classification_id,user_name,user_id,user_ip,workflow_id,workflow_name,workflow_version,created_at," \
      "gold_standard,expert,metadata,annotations,subject_data,subject_ids" > "target/scoring/train-export.csv"
    for (i = 0; i < 30000; i++) {
      who = int(300 * rand() * rand()); subject = int(3000 * rand()); kind = rand() < 0.7 ? subject % 3 : int(3 * rand())
      printf "%d,volunteer_%d,%d,8bb2d0c1a4f39c6a2f1e,7,Galaxies,3.14,2020-02-11 10:%02d:%02d UTC,,," \
        "\"{\"\"source\"\":\"\"api\"\",\"\"session\"\":\"\"f1c2e3d4b5\"\",\"\"viewport\"\":{\"\"width\"\":1349,\"\"height\"\":625}," \
        "\"\"started_at\"\":\"\"2020-02-11T10:11:40.123Z\"\",\"\"live_project\"\":true,\"\"user_language\"\":\"\"en\"\"}\"," \
        "\"[{\"\"task\"\":\"\"T0\"\",\"\"task_label\"\":\"\"Is it smooth, or has it features?\"\",\"\"value\"\":\"\"Answer %d\"\"}]\"," \
        "\"{\"\"%d\"\":{\"\"retired\"\":null,\"\"ra\"\":\"\"187.25\"\"}}\",%d\n", \
        i, who, who, int(i / 60) % 60, i % 60, kind, subject, subject > "target/scoring/train-export.csv"
    }
  }'
  # shellcheck disable=SC2086 # flags are several words
  "$JAVA_HOME/bin/java" $CONSENSUS_FLAGS -XX:AOTCacheOutput="$PWD/$CONSENSUS_CACHE" -cp "$PWD/$(library_path)" "$CONSENSUS_MAIN" \
    target/scoring/train-export.csv --workflow 7 --task T0 -o target/scoring/train-consensus.csv > /dev/null 2>&1 || true
}
