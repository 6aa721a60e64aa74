package org.voorwerp.challenges.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.voorwerp.challenges.chance.Chance;

/// A project from its trial to its last subject: who saw what, when, and answered how.
public final class Campaign {
    /// A subject retires once it has this many classifications; those already on a screen still come in.
    public static final int RETIREMENT = 10;

    private static final Instant LAUNCH = Instant.parse("2025-03-03T09:00:00Z");
    private static final double DAYS = 140;
    private static final double REPEATED = 0.02;
    private static final double UNANSWERED = 0.004;
    private static final double UNFINISHED = 0.04;
    private static final int GOLD_ROWS = 180;
    private static final int BETA_ROWS = 60;

    private final Crowd crowd;
    private final List<Subject> subjects;
    private final Answering answering;
    private final long seed;
    private final List<Classification> made = new ArrayList<>();

    private Campaign(Crowd crowd, Question question, List<Subject> subjects, long seed) {
        this.crowd = crowd;
        this.subjects = subjects;
        this.answering = new Answering(question);
        this.seed = seed;
    }

    /// All classifications of the project, in the order in which they came in.
    public static List<Classification> run(Crowd crowd, Question question, List<Subject> subjects, long seed) {
        var campaign = new Campaign(crowd, question, subjects, seed);
        campaign.trial();
        campaign.goldStandard();
        campaign.live();
        campaign.made.sort(Comparator.comparing(Classification::finished)
                .thenComparing(c -> c.volunteer().name())
                .thenComparingLong(c -> c.subject().id()));
        return List.copyOf(campaign.made);
    }

    private void trial() {
        var chance = Chance.of(seed, "trial", 0);
        for (int i = 0; i < BETA_ROWS; i++) {
            var volunteer = crowd.volunteers().get(20 + i % 4);
            var when = LAUNCH.minus(Duration.ofMinutes(2000 + 37L * i));
            add(volunteer, anySubject(chance), Classification.Kind.BETA, chance.hex(16), when, chance);
        }
    }

    private void goldStandard() {
        var chance = Chance.of(seed, "gold", 0);
        var when = LAUNCH.plus(Duration.ofDays(2));
        for (int i = 0; i < GOLD_ROWS; i++) {
            var subject = anySubject(chance);
            when = when.plusMillis((long) (1000 * chance.logNormal(11, 0.4)));
            made.add(new Classification(
                    crowd.expert(), subject, subject.truth(), Classification.Kind.GOLD, "601d601d601d601d", when, 9));
        }
    }

    private Subject anySubject(Chance chance) {
        return subjects.get(chance.below(subjects.size()));
    }

    private void live() {
        var shown = shown();
        for (int i = 0; i < shown.size(); i++) {
            sessions(crowd.volunteers().get(i), shown.get(i), Chance.of(seed, "sessions", i));
        }
    }

    /// Which subjects each volunteer sees: the more active, the more; a subject is not shown to a person again,
    /// except
    /// for the slips that every export has.
    private List<List<Subject>> shown() {
        var shown = new ArrayList<List<Subject>>();
        crowd.volunteers().forEach(_ -> shown.add(new ArrayList<>()));
        var chance = Chance.of(seed, "shown", 0);
        for (var subject : subjects) {
            int viewers = chance.happens(UNFINISHED) ? 6 + chance.below(RETIREMENT - 6) : RETIREMENT + late(chance);
            for (int who : viewers(viewers, chance)) {
                shown.get(who).add(subject);
                if (chance.happens(REPEATED)) {
                    shown.get(who).add(subject);
                }
            }
        }
        return shown;
    }

    /// Classifications that come in after a subject has retired: none, one or two.
    private static int late(Chance chance) {
        return (chance.happens(0.4) ? 1 : 0) + (chance.happens(0.15) ? 1 : 0);
    }

    /// So many different volunteers, drawn by activity without replacement (Efraimidis and Spirakis 2006).
    private List<Integer> viewers(int number, Chance chance) {
        var keys = new double[crowd.volunteers().size()];
        var order = new Integer[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = -StrictMath.log(1 - chance.uniform())
                    / crowd.volunteers().get(i).activity();
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> keys[i]));
        return List.of(order).subList(0, number);
    }

    /// Lays a volunteer's subjects out over evenings of heavy-tailed length, more of them soon after launch.
    private void sessions(Volunteer volunteer, List<Subject> seen, Chance chance) {
        chance.shuffle(seen);
        var starts = new ArrayList<Instant>();
        var lengths = new ArrayList<Integer>();
        for (int planned = 0; planned < seen.size(); planned += lengths.getLast()) {
            lengths.add(Math.clamp((int) chance.logNormal(25, 1.0), 1, 400));
            double day = DAYS * StrictMath.pow(chance.uniform(), 1.5);
            double hour = Math.clamp(chance.normal(10, 3.5), 0.0, 15.0);
            starts.add(LAUNCH.plusSeconds((long) (Math.floor(day) * 86_400 + hour * 3_600)));
        }
        starts.sort(Comparator.naturalOrder());
        int next = 0;
        var now = LAUNCH;
        for (int i = 0; i < starts.size(); i++) {
            now = starts.get(i).isAfter(now) ? starts.get(i) : now.plusSeconds(900);
            var session = chance.hex(16);
            int end = Math.min(seen.size(), next + lengths.get(i));
            for (; next < end; next++) {
                now = add(volunteer, seen.get(next), Classification.Kind.LIVE, session, now, chance);
            }
        }
    }

    private Instant add(
            Volunteer volunteer,
            Subject subject,
            Classification.Kind kind,
            String session,
            Instant begun,
            Chance chance) {
        double seconds = chance.logNormal(volunteer.seconds(), 0.5);
        Integer answer =
                chance.happens(UNANSWERED) ? null : Integer.valueOf(answering.answer(volunteer, subject, chance));
        var finished = begun.plusMillis((long) (1000 * seconds));
        made.add(new Classification(volunteer, subject, answer, kind, session, finished, seconds));
        return finished.plusMillis(250);
    }
}
