package org.voorwerp.challenges.galaxies;

import org.voorwerp.challenges.chance.Chance;

/// One galaxy as catalogue and crowd know it.
///
/// @param attributes one value for each [Attribute], in its order
record Galaxy(long objid, Field field, double[] attributes, Votes votes) {

    static Galaxy of(long objid, Field field, Chance chance) {
        var nature = Nature.of(chance);
        var attributes = new double[Attribute.values().length];
        for (var attribute : Attribute.values()) {
            attributes[attribute.ordinal()] = attribute.measure(nature, field, chance);
        }
        return new Galaxy(objid, field, attributes, Votes.of(nature, chance));
    }
}
