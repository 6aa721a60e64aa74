# shellcheck shell=sh disable=SC2034 # SCORE_COMMAND is for whoever sources this
# How the library is run as a program: sourced by the launcher and by the benchmarks. Needs JAVA_HOME and maven().

SCORE_JAR=target/scoring/voorwerp-scoring-0.1.0-SNAPSHOT.jar
SCORE_MAIN=org.voorwerp.scoring.program.ScoreFiles
SCORE_CACHE=target/scoring/score.aot

# A small heap that is used again and again costs less than fresh memory; large columns go past the young generation.
SCORE_FLAGS="${VOORWERP_JAVA_OPTIONS:--XX:+UseSerialGC -Xmn16m -Xms400m -Xmx400m -XX:+UseTransparentHugePages}"

# Builds the library where it is not there, and teaches the JVM what it will be asked to do (JEP 514 and 515): classes
# linked and methods profiled beforehand spare it half a second of processor time.
prepare_score() {
  if [ ! -f "$SCORE_JAR" ] || [ ! -f target/scoring/classpath ] || [ -n "$(find scoring/src/main -newer "$SCORE_JAR" -print -quit)" ]; then
    maven --quiet -Dquick -DskipTests -pl scoring package \
      org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath \
      -Dmdep.outputFile="$PWD/target/scoring/classpath" -DincludeScope=runtime >&2
  fi
  [ "$SCORE_CACHE" -nt "$SCORE_JAR" ] || train_score
  SCORE_COMMAND="$JAVA_HOME/bin/java $SCORE_FLAGS -XX:AOTCache=$SCORE_CACHE -Xlog:aot=off -Xlog:cds=off \
    -cp $(score_path) $SCORE_MAIN"
}

score_path() { printf '%s:%s' "$SCORE_JAR" "$(cat target/scoring/classpath)"; }

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
  "$JAVA_HOME/bin/java" $SCORE_FLAGS -XX:AOTCacheOutput="$SCORE_CACHE" -cp "$(score_path)" "$SCORE_MAIN" \
    target/scoring/train-truth.csv target/scoring/train-predictions.csv > /dev/null 2>&1 || true
}
