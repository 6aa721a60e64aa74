package org.voorwerp.consensus.text.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.voorwerp.consensus.text.line.Groups.Group;

/// Puts lines in the order in which one would read them: by slope, the most level first, then column by column, then
/// from top to bottom.
final class ReadingOrder {

    private ReadingOrder() {}

    /// Which of its reading's lines each line is, from 0.
    static int[] withinReadings(List<TranscribedLine> lines) {
        var next = new HashMap<Integer, Integer>();
        return lines.stream()
                .mapToInt(line -> next.merge(line.reading(), 1, Integer::sum) - 1)
                .toArray();
    }

    static List<LineConsensus> of(List<LineConsensus> lines, double angleRadius, double gutterRadius) {
        double[] slopes = lines.stream().mapToDouble(LineConsensus::slope).toArray();
        var ordered = new ArrayList<LineConsensus>();
        int slopeLabel = 0;
        for (var group : Groups.sorted(Groups.ofAngles(slopes, angleRadius, 1), g -> Math.abs(mean(slopes, g)))) {
            double angle = mean(slopes, group);
            var members = Arrays.stream(group.members()).mapToObj(lines::get).toList();
            int gutterLabel = 0;
            for (var column : columns(members, angle, gutterRadius)) {
                for (var line : column) {
                    ordered.add(line.placed(angle, slopeLabel, gutterLabel));
                }
                gutterLabel++;
            }
            slopeLabel++;
        }
        return ordered;
    }

    private record Start(LineConsensus line, double along, double height) {}

    private static List<List<LineConsensus>> columns(List<LineConsensus> lines, double angle, double radius) {
        double cosine = Math.cos(Math.toRadians(angle));
        double sine = Math.sin(Math.toRadians(angle));
        var starts = lines.stream()
                .map(line -> new Start(
                        line, line.x()[0] * cosine + line.y()[0] * sine, line.y()[0] * cosine - line.x()[0] * sine))
                .toList();
        double[] along = starts.stream().mapToDouble(Start::along).toArray();
        return Groups.sorted(Groups.ofNumbers(along, radius, 1), g -> Groups.mean(along, g)).stream()
                .map(group -> Arrays.stream(group.members())
                        .mapToObj(starts::get)
                        .sorted(Comparator.comparingDouble(Start::height))
                        .map(Start::line)
                        .toList())
                .toList();
    }

    /// The mean of directions, to a thousandth of a degree, from −180° to 180°: that of their differences from where
    /// their unit vectors point together.
    private static double mean(double[] degrees, Group group) {
        double x = 0;
        double y = 0;
        for (int i : group.members()) {
            x += Math.cos(Math.toRadians(degrees[i]));
            y += Math.sin(Math.toRadians(degrees[i]));
        }
        double towards = Math.toDegrees(Math.atan2(y, x));
        double off = Arrays.stream(group.members())
                .mapToDouble(i -> Math.IEEEremainder(degrees[i] - towards, 360))
                .average()
                .orElseThrow();
        return Math.rint(Math.IEEEremainder(towards + off, 360) * 1000) / 1000;
    }
}
