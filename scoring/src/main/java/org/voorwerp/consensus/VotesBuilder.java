package org.voorwerp.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.open.OpenAnswers;
import org.voorwerp.consensus.open.OpenAnswers.OpenAnswer;
import org.voorwerp.consensus.vote.Votes;

/// Gathers extracts into [Votes]: 28 bytes an extract while it gathers.
public final class VotesBuilder {

    private final Names subjects = new Names();
    private final Names volunteers = new Names();
    private final Names answers = new Names();
    private int size;
    private int[] subject = new int[1024];
    private int[] volunteer = new int[1024];
    private int[] answer = new int[1024];
    private long[] createdAt = new long[1024];
    private long[] classification = new long[1024];
    private long firstLine;
    private long repeats;
    private long duplicates;

    /// Texts numbered in the order of their first appearance.
    private static final class Names {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        int number(String name) {
            return numbers.computeIfAbsent(name, added -> {
                names.add(added);
                return names.size() - 1;
            });
        }

        /// For each number its place among the names sorted.
        int[] ranks(List<String> sorted) {
            var ranks = new int[names.size()];
            for (int i = 0; i < sorted.size(); i++) {
                ranks[number(sorted.get(i))] = i;
            }
            return ranks;
        }

        List<String> sorted() {
            return names.stream().sorted().toList();
        }
    }

    public void add(Extract extract) {
        if (size == subject.length) {
            grow();
        }
        firstLine = size == 0 ? extract.line() : firstLine;
        subject[size] = subjects.number(extract.subject());
        volunteer[size] = volunteers.number(extract.volunteer());
        answer[size] = answers.number(extract.answer());
        createdAt[size] = extract.createdAt();
        classification[size] = extract.classification();
        size++;
    }

    private void grow() {
        int length = Math.multiplyExact(size, 2);
        subject = Arrays.copyOf(subject, length);
        volunteer = Arrays.copyOf(volunteer, length);
        answer = Arrays.copyOf(answer, length);
        createdAt = Arrays.copyOf(createdAt, length);
        classification = Arrays.copyOf(classification, length);
    }

    /// The line of the first extract; 0 where there is none.
    public long firstLine() {
        return firstLine;
    }

    public int size() {
        return size;
    }

    /// Extracts left out by [#build] because the volunteer had classified the subject before, or did again.
    public long repeats() {
        return repeats;
    }

    /// Extracts left out by [#build] because their classification stands in the file twice.
    public long duplicates() {
        return duplicates;
    }

    /// The classes seen, sorted.
    public List<String> classesSeen() {
        return answers.sorted();
    }

    /// @param classes the order of the classes; each answer must be one of them
    public Votes build(List<String> classes, Repeats policy) {
        var kept = kept(classes, policy);
        var votesBy = new int[kept.rows.length];
        var votesFor = new char[kept.rows.length];
        for (int vote = 0; vote < votesBy.length; vote++) {
            votesBy[vote] = volunteer[kept.rows[vote]];
            votesFor[vote] = (char) answer[kept.rows[vote]];
        }
        return Votes.of(classes, kept.subjects, kept.volunteers, kept.start, votesBy, votesFor);
    }

    /// The same where answers are no classes: texts or numbers, of which hardly two are alike.
    public OpenAnswers buildOpen(Repeats policy) {
        var texts = classesSeen();
        var kept = kept(texts, policy);
        var given = new ArrayList<List<OpenAnswer>>();
        for (int i = 0; i < kept.subjects.size(); i++) {
            given.add(Arrays.stream(kept.rows, kept.start[i], kept.start[i + 1])
                    .mapToObj(row -> new OpenAnswer(kept.volunteers.get(volunteer[row]), texts.get(answer[row])))
                    .toList());
        }
        return new OpenAnswers(kept.subjects, given);
    }

    /// The extracts that count.
    ///
    /// @param rows of these, subject by subject, a subject's by answer and volunteer
    /// @param start where those of each subject begin, and the number of all as one entry more
    private record Kept(List<String> subjects, List<String> volunteers, int[] rows, int[] start) {}

    /// Repeats resolved; from here on numbers are those of the sorted names.
    private Kept kept(List<String> classes, Repeats policy) {
        var sortedSubjects = subjects.sorted();
        var sortedVolunteers = volunteers.sorted();
        renumber(subject, subjects.ranks(sortedSubjects));
        renumber(volunteer, volunteers.ranks(sortedVolunteers));
        renumber(answer, places(classes));
        var start = new int[sortedSubjects.size() + 1];
        var kept = new int[size];
        int to = 0;
        int[] order = bySubject(sortedSubjects.size());
        for (int from = 0; from < size; ) {
            int i = subject[order[from]];
            int end = from;
            while (end < size && subject[order[end]] == i) {
                end++;
            }
            start[i] = to;
            to = keep(order, from, end, policy, kept, to);
            from = end;
        }
        start[sortedSubjects.size()] = to;
        return new Kept(sortedSubjects, sortedVolunteers, Arrays.copyOf(kept, to), start);
    }

    /// The place of each answer among the classes.
    private int[] places(List<String> classes) {
        var places = new HashMap<String, Integer>();
        for (int k = 0; k < classes.size(); k++) {
            places.put(classes.get(k), k);
        }
        return answers.names.stream()
                .mapToInt(name -> places.getOrDefault(name, -1))
                .toArray();
    }

    private void renumber(int[] numbers, int[] ranks) {
        for (int row = 0; row < size; row++) {
            numbers[row] = ranks[numbers[row]];
        }
    }

    /// The extracts in the order of their subjects, by counting.
    private int[] bySubject(int count) {
        var next = new int[count + 1];
        for (int row = 0; row < size; row++) {
            next[subject[row] + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        var order = new int[size];
        for (int row = 0; row < size; row++) {
            order[next[subject[row]]++] = row;
        }
        return order;
    }

    /// Writes the extracts of one subject that count to `kept`, from `to` on, and returns where they end.
    private int keep(int[] order, int from, int end, Repeats policy, int[] kept, int to) {
        int[] rows = sorted(Arrays.copyOfRange(order, from, end), volunteer);
        int next = to;
        for (int first = 0; first < rows.length; ) {
            int after = first + 1;
            while (after < rows.length && volunteer[rows[after]] == volunteer[rows[first]]) {
                after++;
            }
            next = after - first == 1 ? put(rows[first], kept, next) : keepOf(rows, first, after, policy, kept, next);
            first = after;
        }
        int[] ordered = sorted(Arrays.copyOfRange(kept, to, next), answer);
        System.arraycopy(ordered, 0, kept, to, ordered.length);
        return next;
    }

    private static int put(int row, int[] kept, int to) {
        kept[to] = row;
        return to + 1;
    }

    /// The same of one volunteer who classified the subject several times.
    private int keepOf(int[] rows, int first, int after, Repeats policy, int[] kept, int to) {
        var ofOne = Arrays.stream(rows, first, after).boxed().toArray(Integer[]::new);
        Arrays.sort(
                ofOne,
                Comparator.<Integer>comparingLong(row -> createdAt[row])
                        .thenComparingLong(row -> classification[row])
                        .thenComparingInt(row -> row));
        int next = put(ofOne[0], kept, to);
        for (int i = 1; i < ofOne.length; i++) {
            if (classification[ofOne[i]] >= 0 && classification[ofOne[i]] == classification[ofOne[i - 1]]) {
                duplicates++;
            } else if (policy == Repeats.ALL) {
                next = put(ofOne[i], kept, next);
            } else {
                repeats++;
                if (policy == Repeats.LAST) {
                    kept[next - 1] = ofOne[i];
                }
            }
        }
        return next;
    }

    /// Rows in the order of a column; of equals, the first remains the first.
    private static int[] sorted(int[] rows, int[] column) {
        var keys = new long[rows.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) column[rows[i]] << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        var sorted = new int[rows.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = rows[(int) keys[i]];
        }
        return sorted;
    }
}
