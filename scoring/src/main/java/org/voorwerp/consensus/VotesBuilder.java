package org.voorwerp.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.Recipe.Repeats;
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
        var sortedSubjects = subjects.sorted();
        var sortedVolunteers = volunteers.sorted();
        renumber(subject, subjects.ranks(sortedSubjects));
        renumber(volunteer, volunteers.ranks(sortedVolunteers));
        renumber(answer, answers.names.stream().mapToInt(classes::indexOf).toArray());
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
        var votesBy = new int[to];
        var votesFor = new char[to];
        for (int vote = 0; vote < to; vote++) {
            votesBy[vote] = volunteer[kept[vote]];
            votesFor[vote] = (char) answer[kept[vote]];
        }
        return Votes.of(classes, sortedSubjects, sortedVolunteers, start, votesBy, votesFor);
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
        var rows = Arrays.stream(order, from, end).boxed().toArray(Integer[]::new);
        Arrays.sort(
                rows,
                Comparator.<Integer>comparingInt(row -> volunteer[row])
                        .thenComparingLong(row -> createdAt[row])
                        .thenComparingLong(row -> classification[row])
                        .thenComparingInt(row -> row));
        var chosen = new ArrayList<Integer>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            boolean again = i > 0 && volunteer[rows[i]] == volunteer[rows[i - 1]];
            if (again && classification[rows[i]] >= 0 && classification[rows[i]] == classification[rows[i - 1]]) {
                duplicates++;
            } else if (!again || policy == Repeats.ALL) {
                chosen.add(rows[i]);
            } else {
                repeats++;
                if (policy == Repeats.LAST) {
                    chosen.set(chosen.size() - 1, rows[i]);
                }
            }
        }
        chosen.sort(Comparator.<Integer>comparingInt(row -> answer[row]).thenComparingInt(row -> volunteer[row]));
        for (int row : chosen) {
            kept[to++] = row;
        }
        return to;
    }
}
