# Options for the JVM, for the launcher and for the comparison.
# A small heap that is used again and again costs less than fresh memory; large arrays go past the young generation.
SCORE_FLAGS="${VOORWERP_JAVA_OPTIONS:--XX:+UseSerialGC -Xmn16m -Xms400m -Xmx400m -XX:+UseTransparentHugePages -Xshare:auto}"
INDEXED_FLAGS="-XX:+UseTransparentHugePages"
