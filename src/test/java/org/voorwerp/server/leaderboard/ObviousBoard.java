package org.voorwerp.server.leaderboard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Boards made of the tables of an export, slowly and plainly, sharing no code with those that the server makes.
final class ObviousBoard {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, String> files;

    private ObviousBoard(Map<String, String> files) {
        this.files = files;
    }

    static ObviousBoard of(byte[] zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new ObviousBoard(files);
    }

    /// @param phase its position
    record Id(int version, int phase, String part) {}

    List<Id> boards() {
        return files.keySet().stream()
                .filter(name -> name.startsWith("boards/") && name.endsWith(".csv"))
                .map(name -> name.split("[/.-]"))
                .map(words -> new Id(Integer.parseInt(words[1].substring(1)), Integer.parseInt(words[3]), words[4]))
                .toList();
    }

    String phaseName(int position) throws IOException {
        return phase(position).get("name");
    }

    /// Rank, team, order's time, number of submissions, how it was picked.
    static List<String> told(String csv) throws IOException {
        return records(csv).stream()
                .map(r -> r.get("rank") + " | " + r.get("team") + " | " + r.get("submitted_at") + " | "
                        + r.get("submissions") + " | " + r.get("picked") + " | " + r.get("late"))
                .toList();
    }

    List<String> exported(Id id) throws IOException {
        return told(files.get("boards/v" + id.version() + "/phase-" + id.phase() + "-" + id.part() + ".csv"));
    }

    List<String> recomputed(Id id) throws IOException {
        var stand = new ArrayList<Stand>();
        for (var team : records(files.get("teams.csv"))) {
            var one = stand(id, team);
            if (one != null) {
                stand.add(one);
            }
        }
        var values = new HashMap<Stand, Double>();
        for (var one : stand) {
            values.put(one, value(id, one, stand));
        }
        // The one that none beats comes next.
        var told = new ArrayList<String>();
        int rank = 0;
        while (!stand.isEmpty()) {
            var first = stand.getFirst();
            for (var other : stand) {
                double a = values.get(other);
                double b = values.get(first);
                if (a > b || a == b && other.order() < first.order()) {
                    first = other;
                }
            }
            stand.remove(first);
            boolean ranked = !first.team().get("kind").equals("baseline")
                    && first.submission().get("late").equals("false");
            told.add((ranked ? ++rank : "") + " | " + first.team().get("name") + " | "
                    + first.submission().get("accepted_at") + " | " + first.count() + " | " + first.picked() + " | "
                    + first.submission().get("late"));
        }
        return told;
    }

    private record Stand(CSVRecord team, CSVRecord submission, int count, String picked) {

        long order() {
            return Long.parseLong(submission.get("accepted_order"));
        }
    }

    private @Nullable Stand stand(Id id, CSVRecord team) throws IOException {
        boolean baseline = team.get("kind").equals("baseline");
        var all = new ArrayList<CSVRecord>();
        for (var s : records(files.get("submissions.csv"))) {
            boolean here = baseline || phasesOf(id.phase()).contains(s.get("phase"));
            if (s.get("team_id").equals(team.get("id")) && s.get("state").equals("scored") && here) {
                all.add(s);
            }
        }
        all.removeIf(s -> !hasScore(id, s));
        int count = all.size();
        if (all.stream().anyMatch(s -> s.get("late").equals("false"))) {
            all.removeIf(s -> s.get("late").equals("true"));
        }
        var picked = "best";
        if (id.part().equals("private") && !all.isEmpty()) {
            var chosen = new ArrayList<CSVRecord>();
            for (var s : all) {
                for (var c : records(files.get("choices.csv"))) {
                    if (c.get("submission_id").equals(s.get("id"))
                            && c.get("phase").equals("" + id.phase())) {
                        chosen.add(s);
                    }
                }
            }
            picked = chosen.isEmpty() ? "automatic" : "chosen";
            if (chosen.isEmpty()) {
                var bestPublic = best(id, "public", all);
                chosen.add(all.getLast());
                if (bestPublic != null && !bestPublic.equals(all.getLast())) {
                    chosen.add(bestPublic);
                }
            }
            all = chosen;
        }
        var best = best(id, id.part(), all);
        return best == null ? null : new Stand(team, best, count, picked);
    }

    private boolean hasScore(Id id, CSVRecord submission) {
        try {
            for (var metric : metrics(id.version())) {
                boolean isScored = score(id.version(), id.part(), submission, metric.get("key")) != null;
                if (isScored
                        || id.part().equals("public")
                                && notBetter.get(id.version()).contains(submission.get("id"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private @Nullable CSVRecord best(Id id, String part, List<CSVRecord> all) throws IOException {
        CSVRecord best = null;
        for (var s : all) {
            var own = own(id, part, s);
            if (own == null) {
                continue;
            }
            double known = best == null ? 0 : own(id, part, best);
            boolean earlier = best != null
                    && Long.parseLong(s.get("accepted_order")) < Long.parseLong(best.get("accepted_order"));
            if (best == null || own > known || own == known && earlier) {
                best = s;
            }
        }
        return best;
    }

    private final Map<Integer, Map<String, Map<String, Double>>> toldByVersion = new HashMap<>();
    private final Map<Integer, HashSet<String>> notBetter = new HashMap<>();

    /// What each submission's public scores are told as, by the rule of the board: team by team, and phase by phase
    /// where phases do not carry on.
    private Map<String, Map<String, Double>> told(int version) throws IOException {
        if (toldByVersion.containsKey(version)) {
            return toldByVersion.get(version);
        }
        var told = new HashMap<String, Map<String, Double>>();
        toldByVersion.put(version, told);
        notBetter.put(version, new HashSet<>());
        var first = metrics(version).getFirst();
        var rule = first.get("board_rule");
        var waiting = new HashSet<String>();
        var lead = new HashMap<String, CSVRecord>();
        var merged = new HashSet<String>();
        for (var s : records(files.get("submissions.csv"))) {
            merge(version, Long.parseLong(s.get("accepted_order")), merged, waiting, lead);
            var chain = s.get("sent_as") + " from " + chain(s);
            if (rule.startsWith("ladder")) {
                if (List.of("accepted", "scoring").contains(s.get("state"))) {
                    waiting.add(chain);
                }
                var mine = compared(version, s);
                if (waiting.contains(chain) || mine == null) {
                    continue;
                }
                var before = lead.get(chain);
                if (before != null && !climbs(version, s, mine, before)) {
                    notBetter.get(version).add(s.get("id"));
                    continue;
                }
                lead.put(chain, s);
            }
            var scores = new HashMap<String, Double>();
            for (var metric : metrics(version)) {
                var score = raw(version, "public", s, metric.get("key"));
                if (score != null) {
                    scores.put(metric.get("key"), rounded(score, metric.get("step")));
                }
            }
            told.put(s.get("id"), scores);
        }
        return told;
    }

    /// Teams that had become part of others before a submission have handed over what they were told: the better of it
    /// is the other's, and what they wait for, too.
    private void merge(
            int version, long order, HashSet<String> merged, HashSet<String> waiting, Map<String, CSVRecord> lead)
            throws IOException {
        for (boolean more = true; more; ) {
            more = false;
            for (var from : records(files.get("teams.csv"))) {
                boolean isDue = !from.get("merged_after").isEmpty()
                        && Long.parseLong(from.get("merged_after")) < order
                        && !merged.contains(from.get("id"));
                boolean isWhole = records(files.get("teams.csv")).stream()
                        .noneMatch(t -> t.get("merged_into").equals(from.get("id")) && !merged.contains(t.get("id")));
                if (!isDue || !isWhole) {
                    continue;
                }
                merged.add(from.get("id"));
                more = true;
                for (int phase = 0; phase < 3; phase++) {
                    var theirs = from.get("id") + " from " + phase;
                    var own = from.get("merged_into") + " from " + phase;
                    if (waiting.remove(theirs)) {
                        waiting.add(own);
                    }
                    var best = lead.remove(theirs);
                    if (best != null && (lead.get(own) == null || isBetter(version, best, lead.get(own)))) {
                        lead.put(own, best);
                    }
                }
            }
        }
    }

    private boolean isBetter(int version, CSVRecord one, CSVRecord other) throws IOException {
        var first = metrics(version).getFirst();
        double a = known(version, one);
        double b = known(version, other);
        return first.get("ranked_by").equals("weighted-sum")
                        || first.get("direction").equals("higher")
                ? a > b
                : a < b;
    }

    /// What is to be beaten after a submission was told.
    private double known(int version, CSVRecord told) throws IOException {
        var first = metrics(version).getFirst();
        double raw = compared(version, told);
        return first.get("board_rule").equals("ladder-by-step") ? rounded(raw, first.get("rule_step")) : raw;
    }

    private boolean climbs(int version, CSVRecord s, double mine, CSVRecord before) throws IOException {
        var first = metrics(version).getFirst();
        double theirs = known(version, before);
        double step = Double.parseDouble(first.get("rule_step"));
        boolean higher = first.get("ranked_by").equals("weighted-sum")
                || first.get("direction").equals("higher");
        if (!first.get("board_rule").equals("ladder-by-step")
                && !first.get("ranked_by").equals("weighted-sum")) {
            for (var c : records(files.get("comparisons.csv"))) {
                if (c.get("submission_id").equals(s.get("id"))
                        && c.get("scoring_version").equals("" + version)
                        && c.get("compared_with").equals(before.get("id"))) {
                    step = Double.parseDouble(c.get("paired_error"));
                }
            }
        }
        return higher ? mine > theirs + step : mine < theirs - step;
    }

    private @Nullable Double compared(int version, CSVRecord submission) throws IOException {
        double sum = 0;
        for (var metric : metrics(version)) {
            var score = raw(version, "public", submission, metric.get("key"));
            if (!metric.get("ranked_by").equals("weighted-sum")) {
                return score;
            }
            if (!metric.get("weight").isEmpty()) {
                if (score == null) {
                    return null;
                }
                double from = Double.parseDouble(metric.get("from"));
                double to = Double.parseDouble(metric.get("to"));
                sum += Double.parseDouble(metric.get("weight"))
                        * Math.min(1, Math.max(0, (score - from) / (to - from)));
            }
        }
        return sum;
    }

    private static double rounded(double value, String step) {
        if (step.isEmpty()) {
            return value;
        }
        var grid = new java.math.BigDecimal(step);
        return new java.math.BigDecimal(value)
                .divide(grid, 40, java.math.RoundingMode.HALF_EVEN)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .multiply(grid)
                .doubleValue();
    }

    /// The first of the phases that carry on to that of a submission.
    private int chain(CSVRecord submission) throws IOException {
        int first = Integer.parseInt(submission.get("phase"));
        while (first > 0 && phase(first).get("carry_over").equals("true")) {
            first--;
        }
        return first;
    }

    /// How good a submission is among those of its team.
    private @Nullable Double own(Id id, String part, CSVRecord submission) throws IOException {
        double sum = 0;
        for (var metric : metrics(id.version())) {
            var score = score(id.version(), part, submission, metric.get("key"));
            boolean higher = metric.get("direction").equals("higher");
            if (!metric.get("ranked_by").equals("weighted-sum")) {
                if (metric.get("primary").equals("true")) {
                    return score == null ? null : Double.valueOf(higher ? score : -score);
                }
            } else if (!metric.get("weight").isEmpty()) {
                if (score == null) {
                    return null;
                }
                double from = Double.parseDouble(metric.get("from"));
                double to = Double.parseDouble(metric.get("to"));
                double share = Math.min(1, Math.max(0, (score - from) / (to - from)));
                sum += Double.parseDouble(metric.get("weight")) * share;
            }
        }
        return sum;
    }

    /// What the board is ordered by.
    private double value(Id id, Stand one, List<Stand> all) throws IOException {
        var metrics = metrics(id.version());
        if (!metrics.getFirst().get("ranked_by").equals("mean-rank")) {
            return own(id, id.part(), one.submission());
        }
        double sum = 0;
        double weights = 0;
        for (var metric : metrics) {
            if (metric.get("weight").isEmpty()) {
                continue;
            }
            double weight = Double.parseDouble(metric.get("weight"));
            double mine = comparable(id, metric, one);
            double better = 0;
            double equal = 0;
            for (var other : all) {
                boolean ranked = !other.team().get("kind").equals("baseline")
                        && other.submission().get("late").equals("false");
                if (ranked && !other.equals(one)) {
                    double theirs = comparable(id, metric, other);
                    better += theirs > mine ? 1 : 0;
                    equal += theirs == mine ? 1 : 0;
                }
            }
            sum += weight * (better + equal / 2 + 1);
            weights += weight;
        }
        return -sum / weights;
    }

    private double comparable(Id id, CSVRecord metric, Stand one) throws IOException {
        var score = score(id.version(), id.part(), one.submission(), metric.get("key"));
        if (score == null) {
            return Double.NEGATIVE_INFINITY;
        }
        return metric.get("direction").equals("higher") ? score : -score;
    }

    private @Nullable Double score(int version, String part, CSVRecord submission, String metric) throws IOException {
        return part.equals("public")
                ? told(version).getOrDefault(submission.get("id"), Map.of()).get(metric)
                : raw(version, part, submission, metric);
    }

    private @Nullable Double raw(int version, String part, CSVRecord submission, String metric) throws IOException {
        for (var c : records(files.get("scores.csv"))) {
            if (c.get("submission_id").equals(submission.get("id"))
                    && c.get("scoring_version").equals("" + version)
                    && c.get("part").equals(part)
                    && c.get("metric").equals(metric)) {
                return Double.valueOf(c.get("value"));
            }
        }
        return null;
    }

    private List<CSVRecord> metrics(int version) throws IOException {
        return records(files.get("metrics.csv")).stream()
                .filter(m -> m.get("scoring_version").equals("" + version))
                .toList();
    }

    private HashSet<String> phasesOf(int position) throws IOException {
        var sources = new HashSet<String>();
        for (int p = position; p >= 0; p--) {
            sources.add("" + p);
            if (!phase(p).get("carry_over").equals("true")) {
                break;
            }
        }
        return sources;
    }

    private CSVRecord phase(int position) throws IOException {
        return records(files.get("phases.csv")).stream()
                .filter(p -> p.get("position").equals("" + position))
                .findFirst()
                .orElseThrow();
    }

    private static final Map<String, List<CSVRecord>> PARSED = new HashMap<>();

    private static synchronized List<CSVRecord> records(String csv) throws IOException {
        var known = PARSED.get(csv);
        if (known == null) {
            if (PARSED.size() > 50) {
                PARSED.clear();
            }
            try (var parser = FORMAT.parse(new StringReader(csv))) {
                known = parser.getRecords();
            }
        }
        PARSED.put(csv, known);
        return known;
    }
}
