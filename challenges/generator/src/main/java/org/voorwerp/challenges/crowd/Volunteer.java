package org.voorwerp.challenges.crowd;

/// One simulated person.
///
/// @param name login, or `not-logged-in-` and the address's hash
/// @param userId Panoptes' number of the account, empty for a person who did not sign in
/// @param address the 20 hexadecimal digits that an export shows in place of an address
/// @param activity how much this person classifies, relative to the others
/// @param skill probability of the right answer where the subject itself gives no trouble and nothing else goes wrong
/// @param careless probability of a click on any answer without looking
/// @param confusion probability of taking a subject of a confusable group for another of its group
/// @param seconds median time for one answer
/// @param utcOffset the browser's clock, in seconds behind UTC
public record Volunteer(
        String name,
        String userId,
        String address,
        double activity,
        double skill,
        double careless,
        double confusion,
        double seconds,
        int utcOffset) {}
