package org.voorwerp.server.challenge.pack;

/// Several metrics that decide together: their weights, and the scales on which they are added.
final class RankingChecks {

    private final Checking checking;

    RankingChecks(Checking checking) {
        this.checking = checking;
    }

    void check() {
        var rule = checking.root().get("rank-by");
        var metrics = checking.root().get("metrics").items();
        boolean several = rule.text().filter(word -> !word.equals("primary")).isPresent();
        var weighted =
                metrics.stream().filter(m -> m.get("rank-weight").exists()).toList();
        if (several && weighted.isEmpty()) {
            checking.tell(rule.valueFinding("the metrics that are to decide need a rank-weight each, for example 1"));
        }
        if (!several) {
            weighted.forEach(metric -> checking.tell(metric.get("rank-weight")
                    .finding(
                            "a rank-weight counts only with rank-by: mean-rank or weighted-sum; remove it or say so")));
        }
        boolean sum = rule.text().filter("weighted-sum"::equals).isPresent();
        for (var metric : metrics) {
            checkScale(metric, sum && metric.get("rank-weight").exists());
        }
        checkBoard(checking.root().get("board"));
    }

    private void checkBoard(Place board) {
        if (board.get("step").exists()
                && board.get("rule").text().filter("full"::equals).isPresent()) {
            checking.tell(board.get("step").finding("with rule: full no score is rounded; remove the step"));
        }
    }

    private void checkScale(Place metric, boolean needed) {
        var scale = metric.get("scale");
        if (needed && !scale.exists()) {
            checking.tell(metric.finding("a weighted sum needs the metric's scale: the score that counts 0 and the one"
                    + " that counts 1, for example [0.5, 1]"));
        }
        if (!needed && scale.exists()) {
            checking.tell(scale.finding("a scale counts only with rank-by: weighted-sum and a rank-weight; remove it"));
        }
        var ends = scale.items().stream().flatMap(end -> end.number().stream()).toList();
        if (ends.size() == 2 && ends.getFirst() - ends.getLast() == 0) {
            checking.tell(scale.valueFinding("the two ends of a scale must differ"));
        }
    }
}
